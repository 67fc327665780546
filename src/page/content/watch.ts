import { addressKey, isNoArticle } from '../../article/key.ts';

/** A page that draws its new article after a change of address is quiet again after about this long. */
const QUIET = 200;
/** So long the article that stood there before may stay; a page that still shows it then is taken at its word. */
const LONGEST_WAIT = 3000;
/** So long a page that was taken at its word may still draw the article that belongs to its address. */
const LATEST_DRAWING = 30_000;
/** So long a page that was shown may go on drawing: text comes late, or in the place of other text. */
const DRAWING = 10_000;
/** So long after a change it is looked at then; twice as long after each look, so that a page that never rests is read a few times only. */
const AFTER_CHANGE = 500;

/** Who is told of what the reader sees. */
export interface Watcher {
  /** A page is shown and has settled: at load, after client-side navigation, back from the page cache, or from another tab. */
  shown(): Promise<void>;
  /** The page changed soon after it was shown: it may show more of its article by now, or only now the article. */
  changed(): Promise<void>;
  /** The address has changed under the page; what it shows now is not settled yet. */
  moved(): Promise<void>;
  /** The page goes into the page cache, or away. */
  hidden(): void;
  /** By what the page's article is told from the one before. */
  heading(): string;
}

/** Watches a page for its whole life. A prerendered page counts when it is shown. Gives a function that waits until the page is settled. */
export function watchPage(watcher: Watcher): () => Promise<void> {
  let address = pageAddress();
  /** What was last drawn, and at which address. */
  let last = { address, heading: '' };
  let settling: Settling | null = null;
  let endFollowing = () => {};
  /** Whether nobody has seen the page since it was shown: much is drawn for a reader who comes only. */
  let isUnseen = false;
  // The extension may be gone or updated under a page that stays open; then there is nobody to tell.
  const tell = (what: () => Promise<void>) => void (isPrerendering() || what().catch(() => undefined));
  const look = (what: () => Promise<void>) => {
    last = { address, heading: watcher.heading() };
    tell(what);
  };
  const follow = () => {
    endFollowing();
    if (!isNoArticle(location.href)) endFollowing = followDrawing(() => look(watcher.changed));
  };
  const announce = () => {
    look(watcher.shown);
    isUnseen = document.visibilityState !== 'visible';
    follow();
  };
  /** A page back at the address that was drawn last shows that again; one that went on shows another article. */
  const isDrawn = () => {
    const heading = watcher.heading();
    return heading !== '' && (heading === last.heading) === (address === last.address);
  };
  const shown = () => {
    settling?.end();
    announce();
  };
  const move = () => {
    if (pageAddress() === address) return;
    address = pageAddress();
    tell(watcher.moved);
    endFollowing();
    settling?.end();
    settling = settle(isDrawn, announce, () => tell(watcher.shown));
  };
  // In Chrome from 102, in Firefox from 147: the manifest asks for these.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', move);
  addEventListener('popstate', move);
  addEventListener('pageshow', (event) => event.persisted && shown());
  addEventListener('pagehide', () => watcher.hidden());
  // What changed while the reader was away, as a liveblog does, is seen when they come back; nothing watches it meanwhile.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || settling?.isOver() === false) return;
    look(isUnseen ? watcher.changed : watcher.shown);
    if (isUnseen) follow();
    isUnseen = false;
  });
  if (isPrerendering()) document.addEventListener('prerenderingchange', shown, { once: true });
  else shown();
  return async () => {
    for (let seen = null; seen !== settling; await seen?.settled) seen = settling;
  };
}

/** An address that only takes another form, as sites do after loading, leads nowhere else. */
const pageAddress = () => addressKey(location.href) ?? location.href.replace(/#.*/, '');
const isPrerendering = () => (document as { prerendering?: boolean }).prerendering === true;

interface Settling {
  /** Done when the page has settled, or this is called off. */
  settled: Promise<void>;
  isOver(): boolean;
  end(): void;
}

/** Announces a page once it has drawn its article and not changed for a moment; one that takes too long as it is, and again when it has. */
function settle(isDrawn: () => boolean, announce: () => void, announceUndrawn: () => void): Settling {
  let over = false;
  let resolve = () => {};
  const settled = new Promise<void>((done) => {
    resolve = done;
  });
  const end = () => {
    over = true;
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
    if (isDrawn()) {
      end();
      announce();
    } else announceUndrawn();
  }, LONGEST_WAIT);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return { settled, isOver: () => over, end };
}

/** Has a page looked at a few times while it goes on drawing after it was shown, not at all where it does not. Gives what ends it. */
function followDrawing(look: () => void): () => void {
  let wait = AFTER_CHANGE;
  let due: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    due = undefined;
    wait *= 2;
    look();
  };
  // Not when it is quiet: a page with a clock on it never is.
  const observer = new MutationObserver(() => {
    due ??= setTimeout(run, wait);
  });
  const end = () => {
    observer.disconnect();
    clearTimeout(due);
    clearTimeout(latest);
  };
  const latest = setTimeout(() => {
    end();
    if (due !== undefined) look();
  }, DRAWING);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return end;
}
