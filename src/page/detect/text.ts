import { folded } from './facts.ts';

const MOST_TEXT = 40_000;
const MOST_PARAGRAPHS = 2000;
/** Elements that are looked at; an endless page has more. */
const MOST_ELEMENTS = 20_000;

const BLOCKS = 'p, h2, h3, h4, li, blockquote, dd, pre';
/** What is no text of an article wherever it stands. */
const APART =
  'nav, footer, aside, figure, figcaption, form, button, dialog, [role="navigation"], [role="dialog"], [role="complementary"], [role="search"], [hidden], [aria-hidden="true"], script, style, noscript, template';
/** Names that sites give to what stands between the text; only taken at their word while they leave most of the text. */
const BOXES = [
  'caption',
  'share',
  'social',
  'newsletter',
  'nieuwsbrief',
  'cookie',
  'consent',
  'related',
  'gerelateerd',
  'promo',
  'advert',
  'footer',
]
  .map((name) => `[class*="${name}" i], [id*="${name}" i]`)
  .join(', ');
/** What introduces a box of links or asks for something. */
const LABEL =
  /^(?:(?:lees|bekijk|luister|kijk|meer) (?:ook|verder|meer|over|nieuws|lezen|hierover|dit)\b.*|zie ook.*|gerelateerd.*|aanbevolen.*|deel (?:dit|via|op|artikel).*|delen|reacties.*|reageer.*|advertentie|nieuwsbrief.*|schrijf je in.*|read (?:also|more).*|see also.*|share.*|advertisement|comments?)$/i;
const LONGEST_LABEL = 60;

/** The text of an article in paragraphs, as the page shows it; without what stands around and between it. */
export function paragraphsIn(root: Element): string[] {
  const blocks = blocksIn(root);
  const all = textsOf(blocks);
  if (all.length === 0) return bounded(looseText(root));
  const isBoxed = within(BOXES, root);
  const strict = textsOf(blocks.filter(({ element }) => !isBoxed(element)));
  return bounded(lengthOf(strict) >= lengthOf(all) / 2 ? strict : all);
}

export const lengthOf = (paragraphs: readonly string[]): number => paragraphs.reduce((sum, { length }) => sum + length, 0);

export function bounded(paragraphs: readonly string[]): string[] {
  let left = MOST_TEXT;
  return paragraphs.slice(0, MOST_PARAGRAPHS).flatMap((text) => {
    const part = text.slice(0, left);
    left -= part.length;
    return part || [];
  });
}

/** Which of some paragraphs of an article it sets as headings, wherever they were read. */
export function headingsAmong(paragraphs: readonly string[], root: Element): number[] {
  const headings = new Set([...root.querySelectorAll('h2, h3, h4')].slice(0, MOST_PARAGRAPHS).map((one) => folded(one.textContent)));
  return paragraphs.flatMap((text, i) => (headings.has(text) ? i : []));
}

interface Block {
  element: Element;
  text: string;
}

function blocksIn(root: Element): Block[] {
  const isApart = within(APART, root);
  const blocks: Block[] = [];
  let length = 0;
  let seen = 0;
  for (const element of root.querySelectorAll(BLOCKS)) {
    if (++seen > MOST_ELEMENTS || length > MOST_TEXT) break;
    // A block that holds others comes in by them.
    if (element.querySelector(BLOCKS) || isApart(element) || isForeign(element, root)) continue;
    const text = folded(element.textContent);
    if (!text || (text.length <= LONGEST_LABEL && LABEL.test(text))) continue;
    blocks.push({ element, text });
    length += text.length;
  }
  return blocks;
}

/** Without headings over nothing, which are those of boxes that were left out. */
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.slice(0, blocks.findLastIndex(({ element }) => !isHeading(element)) + 1).map(({ text }) => text);

const isHeading = ({ tagName }: Element): boolean => /^H\d$/.test(tagName);

/** Tells whether an element below a root is one of some, or within one: each is looked at once, however many ask for it. */
function within(selector: string, root: Element): (element: Element) => boolean {
  const known = new Map<Element, boolean>([[root, false]]);
  return (element) => {
    const unknown: Element[] = [];
    let around: Element | null = element;
    while (around && !known.has(around)) {
      unknown.push(around);
      around = around.parentElement;
    }
    let is = (around && known.get(around)) ?? false;
    for (const one of unknown.reverse()) {
      is ||= one.matches(selector);
      known.set(one, is);
    }
    return is;
  };
}

/** Whether a block is a link to another page, a byline in a header, or part of a teaser of another article. */
function isForeign(element: Element, root: Element): boolean {
  if (onlyLinks(element)) return true;
  const header = element.closest('header');
  // The header of a part of the article, as of an update, has its heading; that of the whole also an introduction.
  if (header && root.contains(header))
    return header.querySelector('h1') ? !/[.!?…]['"’”)]*$/.test(folded(element.textContent)) : !isHeading(element);
  const box = element.closest('article, section, li');
  const heading = box && box !== root && root.contains(box) ? box.querySelector('h1, h2, h3, h4') : null;
  return heading !== null && onlyLinks(heading);
}

/** Whether a block has no words but those of links, and perhaps what introduces them. */
function onlyLinks(element: Element): boolean {
  const around = element.closest('a[href]');
  if (around && leadsAway(around)) return true;
  const links = [...element.querySelectorAll('a[href]')].filter(leadsAway);
  if (links.length === 0) return false;
  let rest = folded(element.textContent);
  for (const link of links) rest = rest.replace(folded(link.textContent), ' ');
  rest = rest.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim();
  return rest === '' || (rest.length <= LONGEST_LABEL && LABEL.test(rest));
}

const leadsAway = (link: Element): boolean => !link.getAttribute('href')?.startsWith('#');

const INLINE = 'a, b, i, u, em, strong, span, abbr, cite, mark, small, sub, sup, time, q';

/** The text of a page that marks no paragraphs: what stands in its boxes, a line each. */
function looseText(root: Element): string[] {
  const lines: string[] = [];
  let line = '';
  let left = MOST_ELEMENTS;
  const end = () => {
    if (folded(line).length >= LONGEST_LABEL) lines.push(folded(line));
    line = '';
  };
  const walk = (parent: Element, depth: number): void => {
    for (const node of parent.childNodes) {
      if (left-- <= 0 || depth > 100) return;
      if (node.nodeType === Node.TEXT_NODE) line += node.nodeValue;
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const element = node as Element;
      const isInline = element.matches(INLINE);
      if (!isInline) end();
      if (isInline || !(element.matches(`${APART}, ${BOXES}, h1, header`) || onlyLinks(element))) walk(element, depth + 1);
      if (!isInline) end();
    }
  };
  walk(root, 0);
  end();
  return lines;
}
