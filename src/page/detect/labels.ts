import type { Block } from './blocks.ts';
import { folded } from './shown.ts';

/** What introduces a box of links or asks for something. */
const LABEL =
  /^(?:(?:lees|bekijk|luister|kijk|meer) (?:ook|verder|meer|over|nieuws|lezen|hierover|dit)\b.*|zie ook.*|gerelateerd.*|aanbevolen.*|deel (?:dit|via|op|artikel).*|delen|reacties.*|reageer.*|advertentie|nieuwsbrief.*|schrijf je in.*|read (?:also|more).*|see also.*|share.*|advertisement|comments?)$/i;
export const LONGEST_LABEL = 60;
/** What is a label also as a sentence, and what is one as a sentence with a link. */
const ALSO = /^(?:(?:lees|bekijk|zie) ook|(?:read|see) also)\b/i;
const CALL = /^(?:lees|bekijk|luister|kijk|zie|deel|reageer|schrijf|read|see|share)\b/i;
const SENTENCE = /[.!?…]['"’”)]*$/;

export const isSentence = (text: string): boolean => SENTENCE.test(text);

/** The words of a text alone. */
export const wordsOf = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim();

export const textOfBlock = ({ lines }: Pick<Block, 'lines'>): string => lines.join(' ');

/** Whether a block has no words but those of links, and perhaps what introduces them. */
export const onlyLinks = (block: Block): boolean => block.isLinked && (wordsOf(block.unlinked) === '' || isLabel(block, block.isHeading));

/** Whether a block introduces others or asks for something; a sentence does neither, unless it sends its reader elsewhere. */
export function isLabel({ lines, isLinked, unlinked }: Block, isHeading: boolean): boolean {
  const text = folded(isLinked ? unlinked : lines.join(' '));
  const words = text.length > LONGEST_LABEL ? '' : wordsOf(text);
  if (!LABEL.test(words)) return false;
  return isHeading || !isSentence(text) || ALSO.test(words) || (isLinked && CALL.test(words));
}

/** Whether a block leads elsewhere whatever stands below it. */
export const leadsElsewhere = (block: Block): boolean => ALSO.test(wordsOf(textOfBlock(block)));
