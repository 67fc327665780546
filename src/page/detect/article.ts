import type { PageArticle } from '../../article/answers.ts';
import { recognisedKey } from '../../article/key.ts';
import { metadataOf } from './metadata.ts';

const MOST_TEXT = 40_000;
const NOT_TEXT = 'nav, header, footer, aside, figure, figcaption, form, button, [role="navigation"], [hidden], script, style';
const BLOCKS = 'p, h2, h3, li, blockquote';

/** The article that a page shows, or null when its address is none. Hangs on no class name: metadata first, then structure. */
export function detectArticle(document: Document, address: string): PageArticle | null {
  const key = recognisedKey(address);
  if (!key) return null;
  const heading = headingOf(document);
  const root =
    heading?.closest('article') ?? heading?.closest('main, [role="main"]') ?? document.querySelector('main, article') ?? document.body;
  const metadata = metadataOf(document, key);
  return {
    key,
    address: address.slice(0, 4000),
    title: (folded(heading?.textContent) || folded(metadata.title) || folded(document.title)).slice(0, 1000),
    paragraphs: root ? paragraphsIn(root) : [],
    published: timeOf(metadata.published) ?? timeOf(root?.querySelector('time[datetime]')?.getAttribute('datetime')),
  };
}

/** The heading of the article, which also tells where the article stands. */
export const headingOf = (document: Document): Element | null =>
  document.querySelector('main h1, [role="main"] h1, article h1') ?? document.querySelector('h1');

function paragraphsIn(root: Element): string[] {
  const paragraphs: string[] = [];
  let left = MOST_TEXT;
  for (const element of root.querySelectorAll(BLOCKS)) {
    // A block that holds others comes in by them.
    if (element.querySelector(BLOCKS) || element.closest(NOT_TEXT) || onlyLinks(element)) continue;
    const text = folded(element.textContent).slice(0, left);
    if (text) paragraphs.push(text);
    left -= text.length;
    if (left <= 0) break;
  }
  return paragraphs.slice(0, 2000);
}

/** A box of links to other articles is no text of this one. */
function onlyLinks(element: Element): boolean {
  if (element.closest('a')) return true;
  const links = [...element.querySelectorAll('a')].reduce((sum, link) => sum + folded(link.textContent).length, 0);
  return links > 0 && links >= folded(element.textContent).length;
}

function timeOf(text: string | null | undefined): number | null {
  const time = text ? Date.parse(text) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

const folded = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
