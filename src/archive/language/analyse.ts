import { stemOf } from './stem.ts';
import { APOSTROPHE, GAP, kindAt, MARK, type Piece, piecesOf, WORD } from './words.ts';

/**
 * One analyser for indexing and asking: words, folded, without Dutch apostrophe endings, stemmed (Snowball Dutch). A
 * stem holds letters and digits only, but for the comma of a decimal number, and sorts the same in UTF-16 and UTF-8.
 */

/** A word of a text: its stem, and where it stands. */
export interface Token {
  stem: string;
  start: number;
  end: number;
}

/** The stems of a text in reading order. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  scan(text, stems, null);
  return stems;
}

/** The same stems, each with the place of its word in the text. */
export function tokensOf(text: string): Token[] {
  const stems: string[] = [];
  const places: number[] = [];
  scan(text, stems, places);
  return stems.map((stem, i) => ({ stem, start: places[2 * i] ?? 0, end: places[2 * i + 1] ?? 0 }));
}

/** How often each stem stands in an article; a title's words count twice more. */
export function termsOf(title: string, paragraphs: readonly string[]): Map<string, number> {
  const terms = new Map<string, number>();
  for (const stem of stemsOf(paragraphs.join('\n'))) terms.set(stem, (terms.get(stem) ?? 0) + 1);
  for (const stem of stemsOf(title)) terms.set(stem, (terms.get(stem) ?? 0) + 3);
  return terms;
}

/** Finds the words by their code units, so that no string is cut from the text for a word that is remembered. */
function scan(text: string, stems: string[], places: number[] | null): void {
  const { length } = text;
  let i = 0;
  while (i < length) {
    if (kindAt(text, i) !== WORD) {
      i++;
      continue;
    }
    const start = i++;
    while (i < length) {
      const kind = kindAt(text, i);
      if (kind >= MARK) i++;
      else if (kind === GAP) break;
      else if (kind === APOSTROPHE ? kindAt(text, i + 1) === WORD : isInNumber(text, start, i)) i += 2;
      else break;
    }
    const word = stemmed(text, start, i);
    if (typeof word === 'string') {
      stems.push(word);
      places?.push(start, i);
    } else {
      for (const piece of word) {
        stems.push(piece.text);
        places?.push(start + piece.start, start + piece.end);
      }
    }
  }
}

/** So that a long list of numbers takes no time that grows with its square. */
const LONGEST_NUMBER = 32;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Whether the point or comma at a place has a digit behind it and only digits, points and commas from the start on. */
function isInNumber(text: string, start: number, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1)) || at - start > LONGEST_NUMBER) return false;
  for (let i = at - 1; i >= start; i--) {
    const code = text.charCodeAt(i);
    if (!isDigit(code) && code !== 0x2e && code !== 0x2c) return false;
  }
  return true;
}

/** A word's stem; or several, where what stands unbroken is more than one word. */
type Stemmed = string | readonly Piece[];

const PLACES_BITS = 17;
/** Code units that remembering a word takes: its length and itself. Longer words are too rare to be remembered. */
const WIDTH = 24;
let words = new Uint16Array(0);
let stemsOfWords: Stemmed[] = [];

/**
 * The stems of the word at a place of a text, remembered by the word as it stands there, one for each value of a hash.
 * This takes half to three quarters of the time of a Map, which wants a string cut from the text, and never grows.
 */
function stemmed(text: string, start: number, end: number): Stemmed {
  const length = end - start;
  if (length >= WIDTH) return analysed(copy(text, start, end));
  let hash = length;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const place = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - PLACES_BITS);
  const first = place * WIDTH;
  if (words[first] === length) {
    let i = 0;
    while (i < length && words[first + 1 + i] === text.charCodeAt(start + i)) i++;
    if (i === length) return stemsOfWords[place] as Stemmed;
  }
  if (words.length === 0) {
    words = new Uint16Array(WIDTH << PLACES_BITS);
    stemsOfWords = new Array(1 << PLACES_BITS).fill('');
  }
  words[first] = length;
  for (let i = 0; i < length; i++) words[first + 1 + i] = text.charCodeAt(start + i);
  const result = analysed(copy(text, start, end));
  stemsOfWords[place] = result;
  return result;
}

/** A slice alone would keep the whole text that it was cut from in memory for as long as the stem is in use. */
const copy = (text: string, start: number, end: number): string => ` ${text.slice(start, end)}`.slice(1);

const PLAIN = /^[a-z]{3,64}$/;

function analysed(word: string): Stemmed {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return stemOf(lower);
  const pieces = piecesOf(word).map((piece) => (PLAIN.test(piece.text) ? { ...piece, text: stemOf(piece.text) } : piece));
  const [only] = pieces;
  return only && pieces.length === 1 && only.start === 0 && only.end === word.length ? only.text : pieces;
}
