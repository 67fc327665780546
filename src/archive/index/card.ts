import type { Counts, Judgement } from '../../article/counts.ts';
import { textHash } from '../../article/hash.ts';
import type { ArticleKey } from '../../article/key.ts';

/** A text from a post: its place, as start · 4096 + length in the decoded post; or the text itself where it does not stand there word for word. */
export type Quote = number | string | null;

/** What is kept of a document to list, rank and find it, without its text. Dates in epoch milliseconds. */
export interface Card {
  article: ArticleKey;
  /** Its place in its bundle. */
  path: string;
  link: Quote;
  picture: Quote;
  description: Quote;
  title: string;
  date: number | null;
  publisher: string | null;
  categories: string[];
  /** The numbers of the front matter, whatever they count. */
  numbers: Counts | null;
  /** What they count, judged by this post alone; null where there are none, or where an earlier version wrote the card. */
  numbersAre: Judgement | null;
  words: Counts;
  /** Same title and text, same fingerprint: documents of one article that share it are one version. */
  fingerprint: number;
}

/** Where a document's post stands: in which pack, and what part of it. */
export interface PackPlace {
  pack: number;
  offset: number;
  length: number;
  /** Its own size, where it is deflated; else 0. */
  size: number;
}

/** A card with what else its record holds of the document. */
export interface CardEntry {
  card: Card;
  place: PackPlace;
  /** Sum of the frequencies of its terms. */
  length: number;
  /** Each term as 20 bits of hash and 4 of frequency. */
  terms: Uint32Array;
}

export const CARDS = 32;
/** date 8, pack 4, offset 4, length 4, categories 2 + 2, document's length 2, terms 2, size 4 */
export const FIXED = 32;
const NO_CATEGORY = 0;

/** 16 bits that stand for a category; 0 for none. */
export const categoryHash = (category: string): number => textHash(category.toLowerCase()) & 0xffff || 1;

const decoder = new TextDecoder();

/** A record of cards, of which only what is asked for is decoded. */
export class CardBlock {
  readonly #view: DataView;
  readonly count: number;
  #rows: string[] | null = null;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.count = bytes[0] ?? 0;
  }

  date(i: number): number | null {
    const date = this.#view.getFloat64(this.#at(i), true);
    return Number.isNaN(date) ? null : date;
  }

  length(i: number): number {
    return this.#view.getUint16(this.#at(i) + 24, true);
  }

  hasCategory(i: number, hash: number): boolean {
    const at = this.#at(i);
    return hash !== NO_CATEGORY && (this.#view.getUint16(at + 20, true) === hash || this.#view.getUint16(at + 22, true) === hash);
  }

  place(i: number): PackPlace {
    const at = this.#at(i);
    const number = (from: number) => this.#view.getUint32(at + from, true);
    return { pack: number(8), offset: number(12), length: number(16), size: number(28) };
  }

  terms(i: number): Uint32Array {
    let at = this.#termsAt(i);
    const terms = new Uint32Array(this.#view.getUint16(this.#at(i) + 26, true));
    for (let nth = 0; nth < terms.length; nth++, at += 3) {
      terms[nth] = (this.bytes[at] as number) | ((this.bytes[at + 1] as number) << 8) | ((this.bytes[at + 2] as number) << 16);
    }
    return terms;
  }

  card(i: number): Card {
    this.#rows ??= decoder.decode(this.bytes.subarray(this.#termsAt(this.count))).split('\n');
    return cardOf(JSON.parse(this.#rows[i] as string) as Row, this.date(i));
  }

  entry(i: number): CardEntry {
    return { card: this.card(i), place: this.place(i), length: this.length(i), terms: this.terms(i) };
  }

  /** Where a document's terms begin. */
  #termsAt(i: number): number {
    let at = 1 + this.count * FIXED;
    for (let before = 0; before < i; before++) at += this.#view.getUint16(this.#at(before) + 26, true) * 3;
    return at;
  }

  #at(i: number): number {
    return 1 + i * FIXED;
  }
}

/** The line of a card that is shown rather than ranked. */
export type Row = [
  article: string,
  title: string,
  publisher: string | null,
  categories: string[],
  fingerprint: number,
  words: [number, number],
  path: string,
  link: Quote,
  picture: Quote,
  description: Quote,
  numbers?: [number, number, Judgement?],
];

function cardOf(row: Row, date: number | null): Card {
  const [article, title, publisher, categories, fingerprint, words, path, link, picture, description, numbers] = row;
  const counts = ([total, unique]: readonly [number, number, ...unknown[]]) => ({ total, unique });
  const about = { article, title, date, publisher, categories, fingerprint, path, link, picture, description };
  return { ...about, numbers: numbers ? counts(numbers) : null, numbersAre: numbers?.[2] ?? null, words: counts(words) };
}

const LONGEST_QUOTE = 4096;

/** Keeps the place of a text in its post rather than the text once more. */
export function quoteOf(post: string, text: string | null): Quote {
  if (text === null || text.length >= LONGEST_QUOTE) return text;
  const start = post.indexOf(text);
  return start === -1 ? text : start * LONGEST_QUOTE + text.length;
}

/** What a quote says. */
export function quoted(post: string, quote: Quote): string | null {
  if (typeof quote !== 'number') return quote;
  const start = Math.floor(quote / LONGEST_QUOTE);
  return post.slice(start, start + (quote % LONGEST_QUOTE));
}
