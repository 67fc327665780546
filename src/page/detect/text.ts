import { type Block, blocksIn } from './blocks.ts';
import { judged } from './judge.ts';
import { isLabel, LONGEST_LABEL, leadsElsewhere, onlyLinks, textOfBlock, wordsOf } from './labels.ts';
import { lengthOf } from './shown.ts';

const MOST_TEXT = 40_000;
const MOST_PARAGRAPHS = 2000;
/** No more HTML of data is parsed, of which most can be tags. */
const MOST_HTML = 10 * MOST_TEXT;
/** A page that marks no paragraphs may mark so many as its introduction. */
const MOST_INTRODUCTION = 2;
/** What is longer than this is not said twice. */
const LONGEST_REPEATED = 40;

/** The text in an element; all within one that is pure is text. */
export const paragraphsIn = (root: Element, isPure = false): string[] => paragraphsOf(blocksIn(root, isPure), null, isPure);

/** The same of some pieces of HTML in data, parsed at once: a parser for each takes most of the time of reading a page. */
export function paragraphsOfHtml(pieces: readonly string[]): string[] {
  const html = pieces.map((piece) => `<div>${piece}</div>`).join('');
  const { body } = new DOMParser().parseFromString(html.slice(0, MOST_HTML), 'text/html');
  return [...body.children].flatMap((piece) => paragraphsIn(piece, true));
}

/** The text of an article in paragraphs, as the page shows it below its headline; without what stands around and between it. */
export function paragraphsOf(all: readonly Block[], headline: Element | null, isPure = false): string[] {
  const blocks = judged(all, headline);
  const marked = blocks.filter(({ isMarked, isOut }) => isMarked || isOut);
  const whole = textsOf(marked, isPure);
  const strict = textsOf(marked.map(unboxed), isPure);
  const text = lengthOf(strict) >= lengthOf(whole) / 2 ? strict : whole;
  const isIntroduction = marked.filter(({ isHeading, isOut }) => !isHeading && !isOut).length <= MOST_INTRODUCTION;
  const unmarked = blocks.map(unboxed).filter((block) => block.isMarked || block.isOut || lengthOf(block.lines) >= LONGEST_LABEL);
  const isBody = ({ isMarked, isOut, lines }: Block) => !isMarked && !isOut && lines.length > 1 && lengthOf(lines) > lengthOf(text);
  if (!isIntroduction && !unmarked.some(isBody)) return bounded(text);
  const loose = textsOf(unmarked, isPure);
  return bounded(unmarked.some(isBody) || lengthOf(loose) > 3 * lengthOf(text) ? loose : text);
}

const unboxed = (block: Block): Block => (block.isBoxed ? { ...block, isOut: true } : block);

export function bounded(paragraphs: readonly string[]): string[] {
  let left = MOST_TEXT;
  return paragraphs.slice(0, MOST_PARAGRAPHS).flatMap((text) => {
    const part = text.slice(0, left);
    left -= part.length;
    return part || [];
  });
}

/** Which of some paragraphs of an article it sets as headings, wherever they were read. */
export function headingsAmong(paragraphs: readonly string[], blocks: readonly Block[]): number[] {
  const headings = new Set(blocks.filter(({ isHeading }) => isHeading).map((block) => unspaced(textOfBlock(block))));
  return paragraphs.flatMap((text, i) => (headings.has(unspaced(text)) ? i : []));
}

const unspaced = (text: string): string => text.replaceAll(' ', '');

/** The texts of what is text of the article; without headings over what is none, those over nothing, and repetitions, unless all is text. */
function textsOf(blocks: readonly Block[], isPure: boolean): string[] {
  const kept = blocks.filter((block, i) => !block.isOut && !(block.isHeading && isOverOthers(block, blocks, i)));
  if (isPure) return kept.flatMap(({ lines }) => lines);
  const text = kept.slice(0, kept.findLastIndex(({ isHeading }) => !isHeading) + 1);
  const seen = new Set<string>();
  const isNew = (line: string) => line.length <= LONGEST_REPEATED || (!seen.has(line) && seen.add(line));
  return withoutPullQuotes(text).flatMap(({ lines }) => lines.filter(isNew));
}

/** Blocks without quotations whose words stand in another of them. */
function withoutPullQuotes(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ isQuote }) => isQuote)) return blocks;
  const words = blocks.map((block) => wordsOf(textOfBlock(block)));
  const all = words.join('\n');
  return blocks.filter(({ isQuote }, i) => !isQuote || all.indexOf(words[i] ?? '') === all.lastIndexOf(words[i] ?? ''));
}

/** Whether a heading is one of a box: it is a link over nothing else, or a label of what is no text of the article. */
function isOverOthers(heading: Block, blocks: readonly Block[], at: number): boolean {
  const isLabelled = isLabel(heading, true);
  if (!isLabelled && !onlyLinks(heading)) return false;
  if (leadsElsewhere(heading)) return true;
  for (let i = at + 1; i < blocks.length; i++) {
    const { isHeading, isOut } = blocks[i] as Block;
    if (isHeading) return true;
    if (!isOut || isLabelled) return isOut;
  }
  return true;
}
