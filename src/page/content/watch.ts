/** A page that draws its new article after a change of address is quiet again after about this long. */
const QUIET = 200;
/** So long the article that stood there before may stay; a page that still shows it then is taken at its word. */
const LONGEST_WAIT = 3000;
/** So long a page that was taken at its word may still draw the article that belongs to its address. */
const LATEST_DRAWING = 30_000;

/** Who is told of what the reader sees. */
export interface Watcher {
  /** A page is shown and has settled: at load, after client-side navigation, back from the page cache. */
  shown(): Promise<void>;
  /** The address has changed under the page; what it shows now is not settled yet. */
  moved(): Promise<void>;
  /** By what the page's article is told from the one before. */
  heading(): string;
}

/** Watches a page for its whole life. A prerendered page counts when it is shown. Gives a function that waits until the page is settled. */
export function watchPage(watcher: Watcher): () => Promise<void> {
  let address = pageAddress();
  let heading = '';
  let settling: Settling | null = null;
  // The extension may be gone or updated under a page that stays open; then there is nobody to tell.
  const tell = (what: () => Promise<void>) => void (isPrerendering() || what().catch(() => undefined));
  const announce = () => {
    heading = watcher.heading();
    tell(watcher.shown);
  };
  const shown = () => {
    settling?.end();
    announce();
  };
  const look = () => {
    if (pageAddress() === address) return;
    address = pageAddress();
    tell(watcher.moved);
    settling?.end();
    const before = heading;
    settling = settle(() => !['', before].includes(watcher.heading()), announce);
  };
  if ('navigation' in globalThis) (globalThis.navigation as EventTarget).addEventListener('currententrychange', look);
  // Firefox has it from 147. Before, a change of address is seen by the drawing that follows it.
  else new MutationObserver(look).observe(document, { subtree: true, childList: true });
  addEventListener('popstate', look);
  addEventListener('pageshow', (event) => event.persisted && shown());
  if (isPrerendering()) document.addEventListener('prerenderingchange', shown, { once: true });
  else shown();
  return async () => {
    for (let seen = null; seen !== settling; await seen?.settled) seen = settling;
  };
}

const pageAddress = () => location.href.replace(/#.*/, '');
const isPrerendering = () => (document as { prerendering?: boolean }).prerendering === true;

interface Settling {
  /** Done when the page has settled, or this is called off. */
  settled: Promise<void>;
  end(): void;
}

/** Announces a page once it has drawn its article and not changed for a moment; one that takes too long as it is, and again when it has. */
function settle(drawn: () => boolean, announce: () => void): Settling {
  let resolve = () => {};
  const settled = new Promise<void>((done) => {
    resolve = done;
  });
  const end = () => {
    observer.disconnect();
    clearTimeout(quiet);
    clearTimeout(latest);
    resolve();
  };
  const look = () => {
    if (!drawn()) return;
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
    if (drawn()) end();
    resolve();
    announce();
  }, LONGEST_WAIT);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return { settled, end };
}
