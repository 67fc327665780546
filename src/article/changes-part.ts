import type { Paragraph } from './changes-paragraphs.ts';
import type { Token } from './changes-words.ts';

/** One of two texts is there only in part: a feed's short description, a lead, or nothing at all. */
export interface Part {
  of: 'old' | 'new';
  /** How many words of the other text the part begins it with; 0 when it was written apart. */
  words: number;
}

/** A single paragraph is a description when the text is at least this many times as long. */
const TIMES = 3;
const CUT_OFF = /(?:^| )(?:(?:\S*(?:\.\.\.\]?|…))|lees (?:meer|verder)|read more)(?: \S{1,2})?$/iu;

/** Whether one text is there only in part; null where both are whole. A first version that grew since it had paragraphs is whole. */
export function partOf(old: readonly Paragraph[], now: readonly Paragraph[]): Part | null {
  const [oldWords, nowWords] = [wordsOf(old), wordsOf(now)];
  if (oldWords.length === nowWords.length) return null;
  const of = oldWords.length < nowWords.length ? 'old' : 'new';
  const [part, partWords, words] = of === 'old' ? [old, oldWords, nowWords] : [now, nowWords, oldWords];
  const last = part.at(-1)?.key ?? '';
  const cut = CUT_OFF.exec(last)?.[0].trim().split(' ').length ?? 0;
  const begins = isStart(partWords.slice(0, partWords.length - cut), words) ? partWords.length - cut : 0;
  if (cut > 0 && begins > 0) return { of, words: begins };
  return partWords.length * TIMES <= words.length && (cut > 0 || part.length <= 1) ? { of, words: begins } : null;
}

const wordsOf = (paragraphs: readonly Paragraph[]) => paragraphs.flatMap(({ tokens }) => tokens);

const isStart = (start: readonly Token[], words: readonly Token[]) => start.every(({ key }, i) => words[i]?.key === key);
