import { type Block, blocksIn } from './blocks.ts';
import { folded, textOf } from './shown.ts';

const MOST_TEXT = 40_000;
const MOST_PARAGRAPHS = 2000;

/** What introduces a box of links or asks for something. */
const LABEL =
  /^(?:(?:lees|bekijk|luister|kijk|meer) (?:ook|verder|meer|over|nieuws|lezen|hierover|dit)\b.*|zie ook.*|gerelateerd.*|aanbevolen.*|deel (?:dit|via|op|artikel).*|delen|reacties.*|reageer.*|advertentie|nieuwsbrief.*|schrijf je in.*|read (?:also|more).*|see also.*|share.*|advertisement|comments?)$/i;
const LONGEST_LABEL = 60;
/** What is a label also as a sentence, and what is one as a sentence with a link. */
const ALSO = /^(?:(?:lees|bekijk|zie) ook|(?:read|see) also)\b/i;
const CALL = /^(?:lees|bekijk|luister|kijk|zie|deel|reageer|schrijf|read|see|share)\b/i;
const SENTENCE = /[.!?…]['"’”)]*$/;
/** A teaser has less text than this when it all stands before its heading. */
const LITTLE_TEXT = 100;

/**
 * The text of an article in paragraphs, as the page shows it; without what stands around and between it. All within an element
 * that is pure is text.
 */
export function paragraphsIn(root: Element, isPure = false): string[] {
  const blocks = judged(blocksIn(root, isPure), root);
  const marked = blocks.filter(({ isMarked, isOut }) => isMarked || isOut);
  const all = textsOf(marked, isPure);
  const strict = textsOf(marked.map(unboxed), isPure);
  const text = lengthOf(strict) >= lengthOf(all) / 2 ? strict : all;
  if (marked.filter(({ isHeading, isOut }) => !isHeading && !isOut).length > MOST_INTRODUCTION) return bounded(text);
  const loose = textsOf(blocks.filter((block) => block.isMarked || block.isOut || isLoose(block)).map(unboxed), isPure);
  return bounded(lengthOf(loose) > 3 * lengthOf(text) ? loose : text);
}

/** A page that marks no paragraphs may mark so many as its introduction. */
const MOST_INTRODUCTION = 2;

/** Whether a block of a page that marks no paragraphs is one. */
const isLoose = ({ lines }: Block): boolean => lengthOf(lines) >= LONGEST_LABEL;

const unboxed = (block: Block): Block => (block.isBoxed ? { ...block, isOut: true } : block);

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
  const known = [...root.querySelectorAll('h2, h3, h4, h5, h6')].slice(0, MOST_PARAGRAPHS);
  const headings = new Set(known.map((one) => unspaced(textOf(one))));
  return paragraphs.flatMap((text, i) => (headings.has(unspaced(text)) ? i : []));
}

const unspaced = (text: string): string => text.replaceAll(' ', '');

/** The texts of what is text of the article; without headings over what is none, and those over nothing, unless all is text. */
function textsOf(blocks: readonly Block[], isPure: boolean): string[] {
  const kept = blocks.filter((block, i) => !block.isOut && !(block.isHeading && isOverOthers(block, blocks, i)));
  const end = isPure ? kept.length : kept.findLastIndex(({ isHeading }) => !isHeading) + 1;
  return kept.slice(0, end).flatMap(({ lines }) => lines);
}

/** Whether a heading is one of a box: it is a link over nothing else, or a label of what is no text of the article. */
function isOverOthers(heading: Block, blocks: readonly Block[], at: number): boolean {
  const isLabelled = isLabel(heading, true);
  if (!isLabelled && !onlyLinks(heading)) return false;
  if (ALSO.test(wordsOf(heading.lines.join(' ')))) return true;
  for (let i = at + 1; i < blocks.length; i++) {
    const { isHeading, isOut } = blocks[i] as Block;
    if (isHeading) return true;
    if (!isOut || isLabelled) return isOut;
  }
  return true;
}

/** Blocks with what is known of each by itself and by the box that it stands in. */
function judged(blocks: readonly Block[], root: Element): Block[] {
  const teasers = teasersAmong(blocks, root);
  return blocks.map((block) => {
    const { element, isHeading } = block;
    const isOut = isHeading ? element.localName === 'h1' : onlyLinks(block) || isLabel(block, false);
    return { ...block, isOut: block.isOut || isOut || isOfHeader(block, root) || teasers.has(boxOf(element, root)) };
  });
}

/** The header of a part of the article, as of an update, has its heading; that of the whole also an introduction. */
function isOfHeader({ element, isHeading, lines }: Block, root: Element): boolean {
  const header = element.closest('header');
  if (!header || !root.contains(header)) return false;
  return header.querySelector('h1') ? !SENTENCE.test(lines.join(' ')) : !isHeading;
}

function boxOf(element: Element, root: Element): Element | null {
  const box = element.closest('article, section, li');
  return box && box !== root && root.contains(box) ? box : null;
}

/** The boxes that are teasers of another article: their heading leads there, and begins them or ends their little text. */
function teasersAmong(blocks: readonly Block[], root: Element): Set<Element | null> {
  const boxes = new Map<Element, Block[]>();
  for (const block of blocks) {
    const box = boxOf(block.element, root);
    const own = box && boxes.get(box);
    if (own) own.push(block);
    else if (box) boxes.set(box, [block]);
  }
  const teasers = new Set<Element | null>();
  for (const [box, own] of boxes) {
    const at = own.findIndex(({ isHeading }) => isHeading);
    const heading = own[at];
    if (!heading || !onlyLinks(heading)) continue;
    const beside = own.filter(({ isHeading }) => !isHeading).flatMap(({ lines }) => lines);
    const isFirst = !own.slice(0, at).some(({ lines }) => SENTENCE.test(lines.at(-1) ?? ''));
    if (isFirst || (at === own.length - 1 && lengthOf(beside) < LITTLE_TEXT)) teasers.add(box);
  }
  return teasers;
}

/** Whether a block has no words but those of links, and perhaps what introduces them. */
const onlyLinks = (block: Block): boolean => block.isLinked && (wordsOf(block.unlinked) === '' || isLabel(block, block.isHeading));

/** Whether a block introduces others or asks for something; a sentence does neither, unless it sends its reader elsewhere. */
function isLabel({ lines, isLinked, unlinked }: Block, isHeading: boolean): boolean {
  const text = folded(isLinked ? unlinked : lines.join(' '));
  const words = wordsOf(text);
  if (text.length > LONGEST_LABEL || !LABEL.test(words)) return false;
  return isHeading || !SENTENCE.test(text) || ALSO.test(words) || (isLinked && CALL.test(words));
}

const wordsOf = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim();
