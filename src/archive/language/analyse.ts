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

let shared: Analyser | null = null;
const analyser = () => {
  shared ??= new Analyser();
  return shared;
};

/** The stems of a text in reading order. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  analyser().scan(text, (word) => {
    if (typeof word === 'string') stems.push(word);
    else for (const piece of word) stems.push(piece.text);
  });
  return stems;
}

/** The same stems, each with the place of its word in the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  analyser().scan(text, (word, start, end) => {
    if (typeof word === 'string') tokens.push({ stem: word, start, end });
    else for (const piece of word) tokens.push({ stem: piece.text, start: start + piece.start, end: start + piece.end });
  });
  return tokens;
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
const NOWHERE = -1;

/**
 * Remembers words by how they stand in a text, one for each value of a hash, with their stems and the numbers of these.
 * This takes half to three quarters of the time of a Map, which wants a string cut from the text, and never grows.
 */
export class Analyser {
  /** Each stem that was numbered, with its number, in the order in which they came. */
  vocabulary: Map<string, number> = new Map();
  readonly #words = new Uint16Array(WIDTH << PLACES_BITS);
  readonly #stems: Stemmed[] = new Array(1 << PLACES_BITS).fill('');
  /** One more than the number of the place's stem; 0 where it has none yet. */
  readonly #numbers = new Uint32Array(1 << PLACES_BITS);

  /** Numbers of the stems of a text in reading order: the same stem has the same number each time. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    this.scan(text, (word, _start, _end, place) => {
      const known = place === NOWHERE ? 0 : (this.#numbers[place] as number);
      if (known > 0) numbers.push(known - 1);
      else if (typeof word === 'string') {
        const number = this.numberOf(word);
        if (place !== NOWHERE) this.#numbers[place] = number + 1;
        numbers.push(number);
      } else for (const piece of word) numbers.push(this.numberOf(piece.text));
    });
    return numbers;
  }

  /** Begins the numbers anew; the words stay remembered. */
  forgetNumbers(): void {
    this.vocabulary = new Map();
    this.#numbers.fill(0);
  }

  numberOf(stem: string): number {
    let number = this.vocabulary.get(stem);
    if (number === undefined) {
      number = this.vocabulary.size;
      this.vocabulary.set(stem, number);
    }
    return number;
  }

  /** Finds the words by their code units, so that no string is cut from the text for a word that is remembered. */
  scan(text: string, take: (word: Stemmed, start: number, end: number, place: number) => void): void {
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
      if (i - start >= WIDTH) take(analysed(copy(text, start, i)), start, i, NOWHERE);
      else {
        const place = this.#placeOf(text, start, i);
        take(this.#stems[place] as Stemmed, start, i, place);
      }
    }
  }

  /** Where a word is remembered; it is, from now on. */
  #placeOf(text: string, start: number, end: number): number {
    const words = this.#words;
    const length = end - start;
    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    const place = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - PLACES_BITS);
    const first = place * WIDTH;
    if (words[first] === length) {
      let i = 0;
      while (i < length && words[first + 1 + i] === text.charCodeAt(start + i)) i++;
      if (i === length) return place;
    }
    words[first] = length;
    for (let i = 0; i < length; i++) words[first + 1 + i] = text.charCodeAt(start + i);
    this.#stems[place] = analysed(copy(text, start, end));
    this.#numbers[place] = 0;
    return place;
  }
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
