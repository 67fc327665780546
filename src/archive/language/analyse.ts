import { nameStem, quieted } from './names.ts';
import { stemOf } from './stem.ts';
import { WordTable } from './word-table.ts';
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
/** More words than these are not remembered from text to text. */
const MOST_REMEMBERED = 50_000;

/** The one for texts now and then: it remembers the words of the texts before. */
export const sharedAnalyser = (): Analyser => {
  shared ??= new Analyser();
  return shared;
};

/** The stems of a text in reading order. */
export const stemsOf = (text: string): string[] => tokensOf(text).map(({ stem }) => stem);

/** The same stems, each with the place of its word in the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const analyser = sharedAnalyser();
  if (analyser.vocabulary.size > MOST_REMEMBERED) analyser.forgetNumbers();
  analyser.scan(text, (word, start, end) => {
    for (const piece of analyser.piecesOf(word, end - start)) {
      tokens.push({ stem: piece.text, start: start + piece.start, end: start + piece.end });
    }
  });
  return tokens;
}

/** So that a long list of numbers takes no time that grows with its square. */
const LONGEST_NUMBER = 32;
const isDigit = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39;

/** Whether the point or comma at a place has a digit behind it and only digits, points and commas from the start on. */
function isInNumber(units: Uint16Array, start: number, at: number): boolean {
  if (!isDigit(units[at + 1]) || at - start > LONGEST_NUMBER) return false;
  for (let i = at - 1; i >= start; i--) {
    const code = units[i];
    if (!isDigit(code) && code !== 0x2e && code !== 0x2c) return false;
  }
  return true;
}

/** Numbers of stems, as they are gathered; only the first `count` count. */
export class StemNumbers {
  list = new Uint32Array(1 << 10);
  count = 0;

  push(number: number): void {
    if (this.count === this.list.length) {
      const longer = new Uint32Array(this.count * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.count++] = number;
  }
}

/** What stands unbroken in a text but is several words, or none. */
interface Several {
  pieces: readonly Piece[];
  numbers: readonly number[];
}

/**
 * Numbers the stems of texts, and remembers words by how they stand there: only a word that was not seen before is cut
 * out of its text and stemmed, which takes a hundred times as long as finding one again.
 */
export class Analyser {
  /** Each stem with its number, in the order in which they came. */
  vocabulary: Map<string, number> = new Map();
  #stems: string[] = [];
  /** A word's number is that of its stem plus one, or below zero the place of what it is among the several, from −1 on. */
  readonly #words = new WordTable();
  #several: Several[] = [];
  /** The code units of the text being read: each is looked at several times, which is slower in a string. */
  readonly #units = new Uint16Array(1 << 15);

  /** Appends the numbers of the stems of a text in reading order: the same stem has the same number each time. */
  numbersOf(text: string, into: StemNumbers): void {
    this.scan(text, (word) => {
      if (word > 0) into.push(word - 1);
      else for (const number of (this.#several[-1 - word] as Several).numbers) into.push(number);
    });
  }

  /** The stems of a word that `scan` found, and where they stand in it. */
  piecesOf(word: number, length: number): readonly Piece[] {
    if (word > 0) return [{ text: this.#stems[word - 1] as string, start: 0, end: length }];
    return (this.#several[-1 - word] as Several).pieces;
  }

  /** Forgets all words and begins the numbers anew. */
  forgetNumbers(): void {
    this.vocabulary = new Map();
    this.#stems = [];
    this.#words.clear();
    this.#several = [];
  }

  numberOf(stem: string): number {
    let number = this.vocabulary.get(stem);
    if (number === undefined) {
      number = this.vocabulary.size;
      this.vocabulary.set(stem, number);
      this.#stems.push(stem);
    }
    return number;
  }

  /** Finds the words of a text by their code units. */
  scan(written: string, take: (word: number, start: number, end: number) => void): void {
    const text = quieted(written);
    const units = this.#unitsOf(text);
    const { length } = text;
    let i = 0;
    while (i < length) {
      if (kindAt(units, i) !== WORD) {
        i++;
        continue;
      }
      const start = i;
      let hash = units[i++] as number;
      let check = hash;
      while (i < length) {
        const kind = kindAt(units, i);
        if (kind === GAP) break;
        if (kind < MARK) {
          if (kind === APOSTROPHE ? kindAt(units, i + 1) !== WORD : !isInNumber(units, start, i)) break;
          const unit = units[i++] as number;
          hash = Math.imul(hash ^ unit, 0x01000193);
          check = (Math.imul(check, 0x2c1b3c6d) + unit) | 0;
        }
        const unit = units[i++] as number;
        hash = Math.imul(hash ^ unit, 0x01000193);
        check = (Math.imul(check, 0x2c1b3c6d) + unit) | 0;
      }
      let word = this.#words.get(hash, check);
      if (word === 0) {
        word = this.#learn(i - start > LONGEST_COPIED ? text.slice(start, i) : copied(units, start, i));
        this.#words.set(hash, check, word);
      }
      take(word, start, i);
    }
  }

  /** A space stands behind the text, as the unit after the last may be asked for. */
  #unitsOf(text: string): Uint16Array {
    const { length } = text;
    const units = length < this.#units.length ? this.#units : new Uint16Array(length + 1);
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
    units[length] = SPACE;
    return units;
  }

  #learn(word: string): number {
    const pieces = stemmed(word);
    const [only] = pieces;
    if (only && pieces.length === 1 && only.start === 0 && only.end === word.length) return this.numberOf(only.text) + 1;
    this.#several.push({ pieces, numbers: pieces.map((piece) => this.numberOf(piece.text)) });
    return -this.#several.length;
  }
}

const SPACE = 0x20;
/** What is longer is no word, and is taken apart sign by sign. */
const LONGEST_COPIED = 1024;
/** A word made of its units: a slice would keep the whole text that it was cut from in memory for as long as the stem is in use. */
const copied = (units: Uint16Array, start: number, end: number) =>
  String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);

const PLAIN = /^[a-z]{3,64}$/;

function stemmed(word: string): readonly Piece[] {
  const name = nameStem(word);
  if (name !== undefined) return [{ text: name, start: 0, end: word.length }];
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return [{ text: stemOf(lower), start: 0, end: word.length }];
  return piecesOf(word).map((piece) => (PLAIN.test(piece.text) ? { ...piece, text: stemOf(piece.text) } : piece));
}
