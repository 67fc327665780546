import { type Block, blocksIn } from './blocks.ts';
import { headingsOf } from './heading.ts';
import { isSentence } from './labels.ts';
import { folded, holds, lengthOf, parentOf, partOf, textOf } from './shown.ts';
import { paragraphsOf } from './text.ts';

/** Less text than this is a heading with a picture or a teaser. */
export const LEAST_TEXT = 200;
/** More headlines than this are no stories below each other. */
const MOST_HEADINGS = 50;
const MAIN = 'main, [role="main"]';

/** Where an article stands, and what is read there. */
export interface Place {
  root: Element;
  blocks: readonly Block[];
  paragraphs: string[];
}

/** Where the article of a heading stands; around that where it is a heading and a label only, with the text beside it. */
export function placeOf(html: Element, heading: Element | null): Place {
  const root = rootOf(html, heading);
  const own = placeAt(root, heading);
  if (own.paragraphs.some(isSentence) || lengthOf(own.paragraphs) >= LEAST_TEXT) return own;
  const around = parentOf(root)?.closest(MAIN);
  const wide = around ? placeAt(around, heading) : own;
  return lengthOf(wide.paragraphs) < LEAST_TEXT ? own : wide;
}

function placeAt(root: Element, heading: Element | null): Place {
  const blocks = upToArticle(blocksIn(root), root, heading);
  return { root, blocks, paragraphs: paragraphsOf(blocks, heading) };
}

/** What stands in an element up to the end of the one article in it where that is most of the text and its heading stands before it. */
function upToArticle(blocks: readonly Block[], root: Element, heading: Element | null): readonly Block[] {
  const [article, ...others] = [...root.querySelectorAll('article')].filter(
    (one) => parentOf(one)?.closest('article') === root.closest('article'),
  );
  if (!article || others.length > 0 || !heading || heading.closest('article') === article) return blocks;
  const isWithin = ({ element }: Block) => holds(article, element);
  const text = (some: readonly Block[]) => lengthOf(paragraphsOf(some, heading));
  const end = blocks.findLastIndex(isWithin) + 1;
  return text(blocks.filter(isWithin)) * 2 > text(blocks) ? blocks.slice(0, end) : blocks;
}

/** What the document marks as the article, else the nearest around its heading that holds a text; without the articles below it. */
function rootOf(html: Element, heading: Element | null): Element {
  const marked = heading?.closest('article') ?? heading?.closest(MAIN) ?? html.querySelector(MAIN) ?? markedIn(html, heading);
  const root = marked ?? aroundText(heading) ?? html.querySelector('body') ?? html;
  const others = headingsOf(html)
    .slice(0, MOST_HEADINGS)
    .filter((one) => one !== heading && textOf(one) !== '');
  const part = heading && partOf(heading, others);
  return part && holds(root, part) && holdsText(part, heading) ? part : root;
}

/** The article that is marked outside of what is around the heading; of several on a page without heading, none is the one. */
function markedIn(html: Element, heading: Element | null): Element | null {
  const [first, ...others] = html.querySelectorAll('article');
  return first && (heading || others.length === 0) ? first : null;
}

/** The nearest around a heading that holds a text. */
function aroundText(heading: Element | null): Element | null {
  let around = heading && parentOf(heading);
  while (around && heading && !holdsText(around, heading)) around = parentOf(around);
  return around;
}

/** Whether an element holds a text besides a heading. A header has an introduction at most. */
const holdsText = (element: Element, heading: Element): boolean =>
  element.localName !== 'header' && folded(element.textContent).length >= LEAST_TEXT + folded(heading.textContent).length;
