/** A page that draws its new article after a change of address is quiet again after about this long, in milliseconds. */
const QUIET = 200;
/** After this long a page is announced even if it still shows the article that stood there before. */
const LONGEST_WAIT = 3000;
/** For this long such a page may still draw the article that belongs to its address. */
const LATEST_DRAWING = 30_000;

export interface Settling {
  /** Resolves when the page has settled or taken too long, or this is called off. */
  settled: Promise<void>;
  isOver(): boolean;
  end(): void;
}

/**
 * Waits, after a change of address, until a page has drawn its article and not changed for a moment.
 * @param isDrawn whether the page shows the article of its address
 * @param announce called then
 * @param announceUndrawn called before, where that takes too long
 */
export function settle(isDrawn: () => boolean, announce: () => void, announceUndrawn: () => void): Settling {
  let isOver = false;
  let resolve = () => {};
  const settled = new Promise<void>((done) => {
    resolve = done;
  });
  const end = () => {
    isOver = true;
    observer.disconnect();
    clearTimeout(quiet);
    clearTimeout(latest);
    resolve();
  };
  const look = () => {
    if (!isDrawn()) return;
    end();
    announce();
  };
  const observer = new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(look, QUIET);
  });
  let quiet = setTimeout(look, QUIET);
  let latest = setTimeout(() => {
    latest = setTimeout(end, LATEST_DRAWING);
    resolve();
    look();
    if (!isOver) announceUndrawn();
  }, LONGEST_WAIT);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return { settled, isOver: () => isOver, end };
}
