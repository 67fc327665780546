import { diffArrays } from 'diff';
import { decodeHTML } from 'entities';

/** A run of words that stands in both texts, or in the old (`removed`) or new (`added`) one alone. A space before it is its own. */
export interface Piece {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** A word or a run of signs. Two are the same when their keys are: spelled with other quotes, dashes or spaces, a word is no other word. */
export interface Token {
  text: string;
  key: string;
  /** Whether a space stands before it. */
  apart: boolean;
}

const LATIN = /^[\0-\u024f\u2000-\u206f€]*$/;
const DIGIT = '0-9¹²³¼½¾';
const SIGN = `A-Za-zªµºÀ-ÖØ-öø-\u024f${DIGIT}`;
const QUOTE = '‘’‚‛′ʼ´`\'"“”„‟″«»‹›';
const DASH = '‐‑‒–—―−\\-';
/** What does not end a word that goes on behind it, whichever is typed. */
const APOSTROPHE = "['’‘‛′´`]";
/** Signs stand alone, as spaces between them differ, but for those that are one sign in the other text. */
const SIGNS = `[${QUOTE}]+|[${DASH}]+`;
/** The tokens of a text in Latin letters. The pattern for all scripts costs a background four milliseconds at its first use. */
const LATIN_TOKEN = new RegExp(`[${DIGIT}]+(?:[.,:][${DIGIT}]+)*|[${SIGN}]+(?:${APOSTROPHE}[${SIGN}]+)*|${SIGNS}|([^\\s${SIGN}])\\1*`, 'g');
let pattern: RegExp | undefined;
const tokenPattern = (text: string): RegExp => {
  if (LATIN.test(text)) return LATIN_TOKEN;
  pattern ??= new RegExp(
    `[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]|\\p{N}+(?:[.,:]\\p{N}+)*|[\\p{L}\\p{M}\\p{N}]+(?:${APOSTROPHE}[\\p{L}\\p{M}\\p{N}]+)*|${SIGNS}|([^\\s\\p{L}\\p{M}\\p{N}])\\1*`,
    'gu',
  );
  return pattern;
};
/** Soft hyphens, joiners, marks of direction and the like: not seen, and one text has them where the other has not. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const QUOTES = new RegExp(`[${QUOTE}]+`, 'g');
const DASHES = new RegExp(`[${DASH}]+`, 'g');

/** Whether a token is no word. Those that this does not know count as words, which does no harm. */
export const isSign = ({ key }: Token): boolean => /^[\0-/:-@[-`{-\u00a9\u00ab-\u00b1\u00b6-\u00b8\u00bb\u2010-\u206f]/.test(key);

/** The words of a text, entities decoded. */
export function tokensOf(text: string): Token[] {
  const decoded = (text.includes('&') ? decodeHTML(text) : text).replace(INVISIBLE, '').trim();
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: word, index } of decoded.matchAll(tokenPattern(decoded))) {
    tokens.push({ text: word, key: keyOf(word), apart: index > end });
    end = index + word.length;
  }
  return tokens;
}

const PLAIN = /^[A-Za-z0-9.,]+$/;
const keyOf = (word: string): string => (PLAIN.test(word) ? word : word.replace(QUOTES, "'").replace(DASHES, '-').normalize('NFKC'));

/** Text of tokens, spaces folded. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens.reduce((text, token) => text + (token.apart ? ' ' : '') + token.text, '');

/** What is left of the work that comparing words may take, shared by all paragraphs of a text. A step compares two words. */
export interface Budget {
  steps: number;
}

/** Where more words than this differ, it is another paragraph. */
const MOST_EDITS = 600;

/** What changed from one paragraph to another; as a whole where it would take too long to tell. */
export function wordChanges(old: readonly Token[], now: readonly Token[], budget: Budget): Piece[] {
  const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(budget.steps)));
  const found = diffArrays(keysOf(old), keysOf(now), { maxEditLength: most });
  const edits = found ? found.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) : most;
  budget.steps -= edits * edits;
  if (!found) return piecesOf([{ old, now, same: false }]);
  const runs: Run[] = [];
  let [o, n] = [0, 0];
  for (const { added, removed, count } of found) {
    const run = { old: added ? [] : old.slice(o, o + count), now: removed ? [] : now.slice(n, n + count), same: !added && !removed };
    o += run.old.length;
    n += run.now.length;
    append(runs, run);
  }
  return piecesOf(withoutIslands(runs));
}

const keysOf = (tokens: readonly Token[]) => tokens.map(({ key }) => key);

/** Words in a row that are the same, or of which the old ones gave way to the new ones. */
interface Run {
  old: readonly Token[];
  now: readonly Token[];
  same: boolean;
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.same === run.same)
    runs[runs.length - 1] = { old: [...last.old, ...run.old], now: [...last.now, ...run.now], same: run.same };
  else runs.push(run);
}

/** A little word that stayed between two that changed is easier to read as changed with them. */
function withoutIslands(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  runs.forEach((run, i) => {
    const isIsland = run.same && i > 0 && i < runs.length - 1 && textOf(run.now).trim().length <= 3;
    append(joined, isIsland ? { ...run, same: false } : run);
  });
  return joined;
}

function piecesOf(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { old, now, same } of runs) {
    // A space that stands in either text parts the words of both.
    if (same) pieces.push({ change: 'same', text: (old[0]?.apart && !now[0]?.apart ? ' ' : '') + textOf(now) });
    else {
      if (old.length > 0) pieces.push({ change: 'removed', text: textOf(old) });
      if (now.length > 0) pieces.push({ change: 'added', text: textOf(now) });
    }
  }
  return pieces;
}
