import type { Comparable } from './changes-align.ts';
import { isSign, type Token, tokensOf } from './changes-words.ts';

/** A paragraph with its words. */
export interface Paragraph extends Comparable {
  tokens: readonly Token[];
}

/** So many characters and paragraphs of a text are compared. */
const MOST_TEXT = 300_000;
const MOST_PARAGRAPHS = 5000;

/** The paragraphs of a text that have words. */
export function comparedParagraphs(paragraphs: readonly string[]): Paragraph[] {
  const compared: Paragraph[] = [];
  let left = MOST_TEXT;
  for (const paragraph of paragraphs) {
    if (left <= 0 || compared.length === MOST_PARAGRAPHS) break;
    const tokens = tokensOf(paragraph.slice(0, left));
    if (tokens.length > 0) compared.push(paragraphOf(tokens));
    left -= paragraph.length;
  }
  return compared;
}

/** A paragraph of words. */
export function paragraphOf(tokens: readonly Token[]): Paragraph {
  const words = tokens.filter((token) => !isSign(token));
  return { tokens, key: tokens.map(({ key }) => key).join(' '), words: Uint32Array.from(words, ({ key }) => hashOf(key)).sort() };
}

/** A number for a word; that two words share one is rare, and makes two paragraphs no more than seem a little more alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The same texts with the same breaks, as a feed and a page may break one text differently: lines that are one paragraph in
 * the other text are put together, and where one text has no breaks the other has none.
 */
export function sameBreaks(old: readonly Paragraph[], now: readonly Paragraph[]): [Paragraph[], Paragraph[]] {
  if (isUnbroken(old, now)) return [[...old], [joined(now)]];
  if (isUnbroken(now, old)) return [[joined(old)], [...now]];
  return [joinedAs(old, now), joinedAs(now, old)];
}

/** A single paragraph that is longer than any of the other text holds several of these. */
const isUnbroken = ([one, ...others]: readonly Paragraph[], model: readonly Paragraph[]): boolean =>
  one !== undefined && others.length === 0 && model.length > 1 && model.every(({ tokens }) => tokens.length * 1.5 < one.tokens.length);

const joined = (paragraphs: readonly Paragraph[]): Paragraph =>
  paragraphOf(paragraphs.flatMap(({ tokens }) => tokens.map((token, i) => (i === 0 ? { ...token, apart: true } : token))));

function joinedAs(paragraphs: readonly Paragraph[], model: readonly Paragraph[]): Paragraph[] {
  const whole = new Set(model.map(({ key }) => key));
  const starts = new Set(model.map(({ tokens }) => tokens[0]?.key));
  const longest = model.reduce((most, { key }) => Math.max(most, key.length), 0);
  const result: Paragraph[] = [];
  let i = 0;
  for (let first = paragraphs[i]; first; first = paragraphs[i]) {
    const lines = whole.has(first.key) || !starts.has(first.tokens[0]?.key) ? 1 : linesOfOne(paragraphs, i, whole, longest);
    result.push(lines === 1 ? first : joined(paragraphs.slice(i, i + lines)));
    i += lines;
  }
  return result;
}

/** So many lines make one paragraph at most. */
const MOST_LINES = 12;

/** How many paragraphs from a place on are one of the others, of which none is longer than `longest`. */
function linesOfOne(paragraphs: readonly Paragraph[], from: number, whole: ReadonlySet<string>, longest: number): number {
  let key = paragraphs[from]?.key ?? '';
  for (let lines = 2; lines <= MOST_LINES && key.length < longest; lines++) {
    key += ` ${paragraphs[from + lines - 1]?.key}`;
    if (whole.has(key)) return lines;
  }
  return 1;
}
