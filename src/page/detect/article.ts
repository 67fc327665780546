import type { PageArticle } from '../../article/answers.ts';
import { recognisedKey } from '../../article/key.ts';

const MOST_TEXT = 40_000;
const NOT_TEXT = 'nav, header, footer, aside, figure, figcaption, form, button, [role="navigation"], [hidden], script, style';

/** The article that a page shows, or null when its address is none. Hangs on no class name: metadata first, then structure. */
export function detectArticle(document: Document, address: string): PageArticle | null {
  const key = recognisedKey(address);
  if (!key) return null;
  const root = document.querySelector('main article, article, main, [role="main"]') ?? document.body;
  const heading = folded((root?.querySelector('h1') ?? document.querySelector('h1'))?.textContent);
  return {
    key,
    address: address.slice(0, 4000),
    title: (heading || folded(meta(document, 'og:title')) || folded(document.title)).slice(0, 1000),
    paragraphs: root ? paragraphsIn(root) : [],
    published: publishedOf(document, root),
  };
}

function paragraphsIn(root: Element): string[] {
  const paragraphs: string[] = [];
  let left = MOST_TEXT;
  for (const element of root.querySelectorAll('p, h2, h3, blockquote > :not(p), li')) {
    if (element.closest(NOT_TEXT) || onlyLinks(element)) continue;
    const text = folded(element.textContent).slice(0, left);
    if (text) paragraphs.push(text);
    left -= text.length;
    if (left <= 0) break;
  }
  return paragraphs.slice(0, 2000);
}

/** A box of links to other articles is no text of this one. */
function onlyLinks(element: Element): boolean {
  const links = [...element.querySelectorAll('a')].reduce((sum, link) => sum + folded(link.textContent).length, 0);
  return links > 0 && links >= folded(element.textContent).length;
}

function publishedOf(document: Document, root: Element | null): number | null {
  const text = meta(document, 'article:published_time') ?? root?.querySelector('time[datetime]')?.getAttribute('datetime');
  const time = text ? Date.parse(text) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');

const folded = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
