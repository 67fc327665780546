import type { Block } from './blocks.ts';
import { isLabel, isSentence, LONGEST_LABEL, onlyLinks, textOfBlock } from './labels.ts';
import { lengthOf, textOf } from './shown.ts';

/** A teaser has less text than this when it all stands before its heading. */
const LITTLE_TEXT = 100;

/** Blocks with what is known of each by itself, by its place beside the headline, and by the part that it stands in. */
export function judged(blocks: readonly Block[], headline: Element | null): Block[] {
  const title = textOf(headline);
  const header = headline?.closest('header') ?? null;
  const headlineAt = blocks.findIndex(({ element }) => element === headline);
  const textAt = blocks.findIndex((block) => !block.isOut && isSentence(textOfBlock(block)));
  const teasers = teasersAmong(blocks);
  return blocks.map((block, i) => {
    const { element, isHeading, part } = block;
    const text = textOfBlock(block);
    const isOwnHeader = block.header !== null && block.header === header;
    const isIntroduction = block.header !== null && isSentence(text) && text.length >= LONGEST_LABEL;
    const isOut = isHeading ? element.localName === 'h1' || text === title : onlyLinks(block) || isLabel(block, false);
    const isBeforeText = !isSentence(text) && (i < headlineAt || (i < textAt && !isHeading && isInItem(block)));
    const isOfHeader = block.header !== null && !isIntroduction && (isOwnHeader ? !isSentence(text) : !isHeading);
    return {
      ...block,
      isMarked: block.isMarked || (isIntroduction && (isOwnHeader || !headline)),
      isOut: block.isOut || isOut || isBeforeText || isOfHeader || (part !== null && teasers.has(part)),
    };
  });
}

/** Whether a block is one of several in an item of a list, as an author's name and job are. */
const isInItem = ({ element, part }: Block): boolean => part?.localName === 'li' && part !== element;

/** The parts that are teasers of another article: their heading leads there, and begins them or ends their little text. */
function teasersAmong(blocks: readonly Block[]): Set<Element> {
  const parts = new Map<Element, Block[]>();
  for (const block of blocks) {
    if (!block.part) continue;
    const own = parts.get(block.part);
    if (own) own.push(block);
    else parts.set(block.part, [block]);
  }
  const most = lengthOf(blocks.flatMap(({ lines }) => lines)) / 2;
  const teasers = new Set<Element>();
  for (const [part, own] of parts) {
    const at = own.findIndex(({ isHeading }) => isHeading);
    const heading = own[at];
    // A place within a page is one of its own, as an update of a liveblog has.
    if (!heading || !onlyLinks(heading) || heading.element.querySelector('a[href*="#"]')) continue;
    const beside = own.filter(({ isHeading }) => !isHeading).flatMap(({ lines }) => lines);
    // A box that means nothing can also be that of the text.
    if (part.localName === 'div' && lengthOf(beside) > most) continue;
    const isFirst = !own.slice(0, at).some((block) => isSentence(block.lines.at(-1) ?? ''));
    if (isFirst || (at === own.length - 1 && lengthOf(beside) < LITTLE_TEXT)) teasers.add(part);
  }
  return teasers;
}
