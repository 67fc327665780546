import { addressKey, isNoArticle } from '../../article/key.ts';
import { followDrawing } from './drawing.ts';
import { type Settling, settle } from './settling.ts';

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
  /** The heading that the page shows now: it tells the page's article from the one before. */
  heading(): string;
}

export interface Watched {
  /** Waits until the page has settled, or taken too long. */
  settled(): Promise<void>;
  /** Whether the page shows what belongs to its address, as far as it can be told. */
  isDrawn(): boolean;
}

/**
 * Watches a page for its whole life; a prerendered one counts from when it is shown. It is in one of three states: settling after the
 * address changed (`settling.ts`), watched for a while as it draws on after it was announced (`drawing.ts`), or left alone.
 */
export function watchPage(watcher: Watcher): Watched {
  let address = pageAddress();
  /** The heading that the page showed last, and at which address. */
  let drawn = { address, heading: '' };
  let settling: Settling | null = null;
  let endFollowing = () => {};
  /** Whether the reader has not seen the page since it was announced: much is drawn only when they do. */
  let isUnseen = false;
  // The extension may be gone or updated under a page that stays open; then there is nobody to tell.
  const tell = (what: () => Promise<void>) => void (isPrerendering() || what().catch(() => undefined));
  const tellDrawn = (what: () => Promise<void>) => {
    drawn = { address, heading: watcher.heading() };
    tell(what);
  };
  const follow = () => {
    endFollowing();
    if (!isNoArticle(location.href)) endFollowing = followDrawing(() => tellDrawn(watcher.changed));
  };
  const announce = () => {
    tellDrawn(watcher.shown);
    isUnseen = document.visibilityState !== 'visible';
    follow();
  };
  /** At the address that was drawn last the same heading must be back; at any other, another one. */
  const showsOwn = () => {
    const heading = watcher.heading();
    return heading !== '' && (heading === drawn.heading) === (address === drawn.address);
  };
  const isDrawn = () => settling?.isOver() !== false;
  const begin = () => {
    settling?.end();
    announce();
  };
  const followAddress = () => {
    if (pageAddress() === address) return;
    address = pageAddress();
    tell(watcher.moved);
    endFollowing();
    settling?.end();
    settling = settle(showsOwn, announce, () => tell(watcher.shown));
  };
  // In Chrome from 102, in Firefox from 147: the manifest asks for these.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', followAddress);
  addEventListener('popstate', followAddress);
  addEventListener('pageshow', (event) => event.persisted && begin());
  addEventListener('pagehide', () => watcher.hidden());
  // What changed while the reader was away, as a liveblog does, is seen when they come back; nothing watches it meanwhile.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || !isDrawn()) return;
    tellDrawn(isUnseen ? watcher.changed : watcher.shown);
    if (isUnseen) follow();
    isUnseen = false;
  });
  if (isPrerendering()) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
  return {
    async settled() {
      for (let seen = null; seen !== settling; await seen?.settled) seen = settling;
    },
    isDrawn,
  };
}

/** An address that only takes another form, as sites do after loading, leads nowhere else. */
const pageAddress = () => addressKey(location.href) ?? location.href.replace(/#.*/, '');
const isPrerendering = () => (document as { prerendering?: boolean }).prerendering === true;
