import { Analyser, StemNumbers } from '../language/analyse.ts';
import type { BlockSink } from './blocks.ts';
import { TITLE_EXTRA } from './score.ts';
import { termHash } from './terms.ts';
import { TokenList } from './token-list.ts';
import { writeTokens } from './token-writer.ts';

/** Numbers held for each term: the three of `#terms`, and one unused to make it a power of two. */
const TERM = 4;
/** Holds the tokens of some documents in the order read, four bytes each, until an index of them is written. */
export class TokenStore {
  readonly #analyser: Analyser;
  /** Of each term, side by side as they are asked for together: the last document that had it, how often it counts there, its hash. */
  #terms = new Uint32Array(TERM << 12);
  /** The terms that are not hashed yet: a Map's iterator goes on to keys that come in later. */
  #unhashed: Iterator<string>;
  #hashed = 0;
  readonly #numbers = new StemNumbers();
  readonly #distinct = new StemNumbers();
  readonly #tokens = new TokenList();
  #ends: number[] = [];
  #titles: number[] = [];
  #lengths: number[] = [];
  /** The documents of each term that is no word. Nearly all have one alone: lists for these would take most of the memory. */
  #marks = new Map<string, number | number[]>();
  totalLength = 0;

  /** @param first number of the first document to come @param analyser whose numbers are forgotten and begun anew */
  constructor(
    public first: number,
    analyser = new Analyser(),
  ) {
    analyser.forgetNumbers();
    this.#analyser = analyser;
    this.#unhashed = analyser.vocabulary.keys();
  }

  /** Empties the store for the documents from `first` on. Its memory is used again, as garbage would pile up otherwise. */
  restart(first: number): void {
    this.first = first;
    this.#analyser.forgetNumbers();
    this.#unhashed = this.#analyser.vocabulary.keys();
    this.#hashed = 0;
    this.#terms.fill(0);
    this.#tokens.clear();
    this.#ends = [];
    this.#titles = [];
    this.#lengths = [];
    this.#marks = new Map();
    this.totalLength = 0;
  }

  get documents(): number {
    return this.#ends.length;
  }

  /** How much it holds, in tokens: a term takes the memory of some forty. */
  get size(): number {
    return this.#tokens.count + this.#analyser.vocabulary.size * 40;
  }

  /**
   * Takes the next document.
   * @param marks terms that are no words, such as its article key
   * @returns its length, and the terms with their frequencies that its card keeps, valid until the next document
   */
  add(title: string, text: string, marks: readonly string[]): { length: number; terms: Uint32Array } {
    const numbers = this.#numbers;
    numbers.count = 0;
    this.#analyser.numbersOf(title, numbers);
    const titleLength = numbers.count;
    this.#analyser.numbersOf(text, numbers);
    return this.#take(titleLength, marks);
  }

  /** The same for stems. */
  addStems(title: readonly string[], text: readonly string[], marks: readonly string[]): { length: number; terms: Uint32Array } {
    this.#numbers.count = 0;
    for (const stem of [...title, ...text]) this.#numbers.push(this.#analyser.numberOf(stem));
    return this.#take(title.length, marks);
  }

  #take(titleLength: number, marks: readonly string[]): { length: number; terms: Uint32Array } {
    this.#hashNew();
    const { list, count } = this.#numbers;
    const document = this.#ends.length + 1;
    const all = this.#terms;
    const distinct = this.#distinct;
    distinct.count = 0;
    for (let i = 0; i < count; i++) {
      const at = (list[i] as number) * TERM;
      const weight = i < titleLength ? 1 + TITLE_EXTRA : 1;
      if (all[at] === document) all[at + 1] = (all[at + 1] as number) + weight;
      else {
        all[at] = document;
        all[at + 1] = weight;
        distinct.push(at);
      }
    }
    this.#tokens.append(list, count);
    this.#ends.push(this.#tokens.count);
    this.#titles.push(titleLength);
    const length = titleLength * TITLE_EXTRA + count;
    this.#lengths.push(length);
    this.totalLength += length;
    for (const mark of new Set(marks)) {
      const marked = this.#marks.get(mark);
      if (typeof marked === 'object') marked.push(document - 1);
      else this.#marks.set(mark, marked === undefined ? document - 1 : [marked, document - 1]);
    }
    // Each place is overwritten by its term: a new list for each document would take longer than filling it.
    const terms = distinct.list;
    for (let i = 0; i < distinct.count; i++) {
      const at = terms[i] as number;
      terms[i] = ((all[at + 2] as number) << 4) | Math.min(all[at + 1] as number, 15);
    }
    return { length, terms: terms.subarray(0, distinct.count) };
  }

  /** Makes room for the stems that were new, and hashes them. */
  #hashNew(): void {
    const { size } = this.#analyser.vocabulary;
    if (size === this.#hashed) return;
    if (size * TERM > this.#terms.length) {
      const larger = new Uint32Array(Math.max(size * TERM, this.#terms.length * 2));
      larger.set(this.#terms);
      this.#terms = larger;
    }
    for (; this.#hashed < size; this.#hashed++) this.#terms[this.#hashed * TERM + 2] = termHash(this.#unhashed.next().value as string);
  }

  /**
   * Writes the index of all documents taken.
   * @param mean length of the documents of the archive so far, which impacts are held against
   * @param sorted about how many tokens are sorted at once
   */
  write(sink: BlockSink, id: number, mean: number, sorted?: number): Promise<void> {
    return writeTokens(
      {
        first: this.first,
        vocabulary: this.#analyser.vocabulary,
        tokens: this.#tokens,
        ends: this.#ends,
        titles: this.#titles,
        lengths: this.#lengths,
        totalLength: this.totalLength,
        marks: this.#marks,
        mean,
      },
      sink,
      id,
      sorted,
    );
  }
}
