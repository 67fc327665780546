import type { ArticleKey } from '../../article/key.ts';
import { ArticleLinks } from './article-links.ts';
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
  const counts = new Map<ArticleKey, number>();
  const ended = new AbortController();
  const { signal } = ended;
  const askUnknown = later(TOGETHER, signal, async () => {
    const unknown = [...new Set(links.inView.values())].filter((key) => !counts.has(key));
    for (let i = 0; i < unknown.length; i += MOST_KEYS) {
      const asked = unknown.slice(i, i + MOST_KEYS);
      const answer = await ask(asked);
      for (const [at, count] of answer?.entries() ?? []) counts.set(asked[at] ?? '', count);
    }
    draw();
  });
  const links = new ArticleLinks(layer.unmark, askUnknown);
  const place = () => layer.place(links.inView.keys());
  const draw = () => {
    for (const [link, key] of links.inView) {
      const count = counts.get(key) ?? 0;
      if (count > 0) layer.mark(link, count, `${link.textContent?.trim() ?? ''}: ${label(count)}`);
      else layer.unmark(link);
    }
    place();
  };
  const look = () => {
    links.look(document);
    place();
  };
  const lookAgain = later(BETWEEN, signal, look);
  const placeAgain = later(FRAME, signal, place);
  // What only moves about is not looked over again.
  const changes = new MutationObserver((records) => (records.some(isOfLinks) ? lookAgain : placeAgain)());
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['href', 'class', 'style'] });
  const heard = { capture: true, passive: true, signal };
  document.addEventListener('scroll', placeAgain, heard);
  document.addEventListener('load', placeAgain, heard);
  document.defaultView?.addEventListener('resize', placeAgain, heard);
  // Back from another tab the archive may have grown.
  const shown = () => {
    counts.clear();
    if (!document.hidden) askUnknown();
  };
  document.addEventListener('visibilitychange', shown, heard);
  look();
  return () => {
    ended.abort();
    changes.disconnect();
    links.end();
    layer.remove();
  };
}

const isOfLinks = ({ type, attributeName }: MutationRecord) => type === 'childList' || attributeName === 'href';

/** Gives a function that does something a while after it is first called, once for all calls until then; nothing more once it has ended. */
function later(wait: number, ended: AbortSignal, act: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  ended.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, wait);
  };
}
