import type { PageArticle } from '../../article/answers.ts';
import { addressKey } from '../../article/key.ts';
import { withoutText } from '../../article/without-text.ts';

/** How a page was loaded: from which address, and with which status of HTTP (0 where that is not known). */
export interface Loaded {
  address: string;
  status: number;
}

/** With these statuses an article was withdrawn; with other errors it may come later, or is not for this reader. */
const GONE = [404, 410];

/** How the page that this runs in was loaded. */
export function loadedPage(): Loaded {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return { address: entry?.name ?? location.href, status: entry?.responseStatus ?? 0 };
}

/**
 * Reads the article at the page's address as often as asked, leaving out a text that is not its own: an error page stands at the address
 * of an article too, and a page that goes on by itself can still show what it showed before under the address of the next.
 * @param isDrawn whether the page has drawn what belongs to its address
 * @param isTranslated whether the page shows a translation: of what was read before it, the own text still stands
 */
export function ownArticle(
  read: () => PageArticle | null,
  { address, status }: Loaded,
  isDrawn: () => boolean,
  isTranslated: () => boolean,
): () => PageArticle | null {
  /** The last article that was read with its text, even if it was left since. */
  let last: PageArticle | null = null;
  return () => {
    const seen = read();
    if (!seen) return null;
    if (status >= 400 && addressKey(address) === addressKey(seen.address)) {
      return { ...withoutText(seen), ...(GONE.includes(status) && { isGone: true }) };
    }
    if (!isDrawn() || (last && isLeftFrom(last, seen))) return withoutText(seen);
    if (isTranslated()) return last?.key === seen.key ? last : { ...withoutText(seen), isTranslated: true };
    if (seen.title || seen.paragraphs.length > 0) last = seen;
    return seen;
  };
}

/** Whether what is read under another address is still the article before; it may have the heading of the next already. */
function isLeftFrom(last: PageArticle, { key, title, paragraphs }: PageArticle): boolean {
  if (key === last.key) return false;
  if (paragraphs.length === 0) return last.paragraphs.length === 0 && title === last.title;
  return paragraphs.join('\n') === last.paragraphs.join('\n');
}
