import type { Paragraph } from './changes-paragraphs.ts';
import type { Token } from './changes-words.ts';
import { wallAt } from './wall.ts';

/** One of two texts is there only in part: a feed's short description, a lead, what a paywall shows, or nothing at all. */
export interface Part {
  of: 'old' | 'new';
  /** How many words of the other text the part begins it with; 0 when it was written apart. */
  words: number;
}

/** A single paragraph is a description when the text is at least this many times as long. */
const TIMES = 3;
/** A later text of several paragraphs lacks its end, though nothing says so, when the older one begins with it and is this many times as long. */
const TIMES_LATER = 2;
const CUT_OFF =
  /(?:^| )(?:(?:\[ )?\.{3,}(?: (?:lees (?:meer|verder)|read more))?|(?:lees (?:meer|verder)|read more)(?: \.{3,})?)(?: \S{1,2})?$/iu;

/** A text without the paywall at its end. What looks like one is none where the other text has any line of it. */
export function beforeWall(paragraphs: readonly Paragraph[], other: readonly Paragraph[]): readonly Paragraph[] {
  const at = wallAt(paragraphs.map(({ key }) => key));
  const known = new Set(other.map(({ key }) => key));
  return paragraphs.slice(at).some(({ key }) => known.has(key)) ? paragraphs : paragraphs.slice(0, at);
}

/**
 * Whether one text is there only in part; null where both are whole. A first version that grew since it had paragraphs is
 * whole; but a later one that breaks off halfway is seldom an article that was halved.
 * @param walled which of them ended with a paywall
 */
export function partOf(old: readonly Paragraph[], now: readonly Paragraph[], walled: Record<Part['of'], boolean>): Part | null {
  const [oldWords, nowWords] = [wordsOf(old), wordsOf(now)];
  if (oldWords.length === nowWords.length) return null;
  const of = oldWords.length < nowWords.length ? 'old' : 'new';
  const [part, partWords, words] = of === 'old' ? [old, oldWords, nowWords] : [now, nowWords, oldWords];
  const last = part.at(-1)?.key ?? '';
  const cut = CUT_OFF.exec(last)?.[0].trim().split(' ').length ?? 0;
  const begins = isStart(partWords.slice(0, partWords.length - cut), words) ? partWords.length - cut : 0;
  const isHalf = of === 'new' && part.length > 1 && partWords.length * TIMES_LATER <= words.length;
  if (begins > 0 && (cut > 0 || walled[of] || isHalf)) return { of, words: begins };
  return partWords.length * TIMES <= words.length && (cut > 0 || part.length <= 1) ? { of, words: begins } : null;
}

const wordsOf = (paragraphs: readonly Paragraph[]) => paragraphs.flatMap(({ tokens }) => tokens);

const isStart = (start: readonly Token[], words: readonly Token[]) => start.every(({ key }, i) => words[i]?.key === key);
