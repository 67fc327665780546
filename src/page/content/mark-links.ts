import { type ArticleKey, recognisedKey } from '../../article/key.ts';
import { layMarks } from './mark-layer.ts';

/** Asks how many versions the archive has of each of some articles; null where nobody answers. */
export type AskCounts = (keys: ArticleKey[]) => Promise<number[] | null>;

/** As many articles as one message may ask for. */
const MOST_KEYS = 100;
/** What comes into view within this many milliseconds is asked together. */
const TOGETHER = 100;
/** A page that changes is looked over at most this often, in milliseconds. */
const BETWEEN = 300;
/** Marks follow what moves within this many milliseconds. */
const FRAME = 16;

/**
 * Marks the links of a page that lead to archived articles, as these come into view, and links that are added later.
 * Gives a function that takes all marks away and ends it.
 */
export function markLinks(document: Document, ask: AskCounts, label: (count: number) => string): () => void {
  const layer = layMarks(document);
  const keys = new Map<HTMLElement, ArticleKey>();
  const counts = new Map<ArticleKey, number>();
  const visible = new Set<HTMLElement>();
  const ends: (() => void)[] = [];

  const draw = () => {
    for (const link of visible) {
      const count = counts.get(keys.get(link) ?? '') ?? 0;
      if (count > 0) layer.mark(link, count, `${link.textContent?.trim() ?? ''}: ${label(count)}`);
      else layer.unmark(link);
    }
    layer.place(visible);
  };
  const askUnknown = later(TOGETHER, async () => {
    const unknown = [...new Set([...visible].flatMap((link) => keys.get(link) ?? []))].filter((key) => !counts.has(key));
    for (let i = 0; i < unknown.length; i += MOST_KEYS) {
      const asked = unknown.slice(i, i + MOST_KEYS);
      const answer = await ask(asked);
      for (const [at, count] of answer?.entries() ?? []) counts.set(asked[at] ?? '', count);
    }
    draw();
  });
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const link = target as HTMLElement;
      if (isIntersecting) visible.add(link);
      else {
        visible.delete(link);
        layer.unmark(link);
      }
    }
    askUnknown.call();
  });
  const forget = (link: HTMLElement) => {
    observer.unobserve(link);
    keys.delete(link);
    visible.delete(link);
    layer.unmark(link);
  };
  const look = () => {
    for (const link of keys.keys()) if (!link.isConnected) forget(link);
    const own = recognisedKey(document.location.href);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const key = link.textContent?.trim() ? recognisedKey(link.href) : null;
      const shown = key === own ? null : key;
      if (shown === (keys.get(link) ?? null)) continue;
      if (keys.has(link)) forget(link);
      if (shown === null) continue;
      keys.set(link, shown);
      observer.observe(link);
    }
    layer.place(visible);
  };
  const lookAgain = later(BETWEEN, look);
  const placeAgain = later(FRAME, () => layer.place(visible));
  // What only moves about is not looked over again.
  const changes = new MutationObserver((records) => (records.some(isOfLinks) ? lookAgain : placeAgain).call());
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['href', 'class', 'style'] });
  const listen = (target: EventTarget, name: string, listener: () => void) => {
    target.addEventListener(name, listener, { capture: true, passive: true });
    ends.push(() => target.removeEventListener(name, listener, { capture: true }));
  };
  const window = document.defaultView ?? globalThis;
  listen(document, 'scroll', placeAgain.call);
  listen(document, 'load', placeAgain.call);
  listen(window, 'resize', placeAgain.call);
  // Back from another tab the archive may have grown.
  listen(document, 'visibilitychange', () => {
    counts.clear();
    if (!document.hidden) askUnknown.call();
  });
  look();
  return () => {
    for (const end of [...ends, lookAgain.end, placeAgain.end, askUnknown.end]) end();
    changes.disconnect();
    observer.disconnect();
    layer.remove();
  };
}

const isOfLinks = ({ type, attributeName }: MutationRecord) => type === 'childList' || attributeName === 'href';

/** Does something a while after it is first called for, once for all calls until then. */
function later(wait: number, act: () => unknown): { call(): void; end(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const run = () => {
    timer = null;
    act();
  };
  return {
    call: () => {
      timer ??= setTimeout(run, wait);
    },
    end: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
