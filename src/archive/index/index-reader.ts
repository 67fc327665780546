import { type BlockSource, KIND, keysOf, readRecords } from './blocks.ts';
import { ByteReader } from './bytes.ts';
import { TermCursor } from './front-coding.ts';
import { blockNumbers, type Head } from './head.ts';
import { HIGH, OVERFLOW, POSITION_RECORD, POSITION_RECORDS, UNMEASURED } from './index-writer.ts';
import { emptyPostings, inDocumentOrder, type Postings, readPostings } from './postings.ts';
import { byBytes, compareBytes, isWord, termBytes, termText } from './terms.ts';

/** A term as it was found in a block: its postings are read when they are asked for. */
export interface FoundTerm {
  term: Uint8Array;
  /** In how many documents it stands. */
  count: number;
  block: number;
  /** Which of the block's words it is. */
  word: number;
  bytes: Uint8Array;
  /** Where its postings begin. */
  at: number;
  /** The first of its overflow records, where it has any. */
  overflow: number;
}

/** A question for a prefix reads at most this many blocks of terms: some 100 kB. */
const MOST_BLOCKS = 8;

/** Goes through the terms of a block, passing over their postings. */
export class BlockCursor {
  readonly #cursor: TermCursor;
  #next = 0;
  #word = -1;
  count = 0;
  /** Where the postings begin. */
  at = 0;
  overflow = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly block: number,
  ) {
    this.#cursor = new TermCursor(bytes, 0, bytes.length);
  }

  get term(): Uint8Array {
    return this.#cursor.term;
  }

  get length(): number {
    return this.#cursor.length;
  }

  /** Where the term and its postings end. */
  get end(): number {
    return this.#next;
  }

  /** Goes to the next term; false at the end. */
  next(): boolean {
    const cursor = this.#cursor;
    cursor.at = this.#next;
    if (!cursor.next()) return false;
    if (isWord(cursor.term[0] as number)) this.#word++;
    this.count = cursor.varint();
    if (this.count > UNMEASURED) {
      const length = cursor.varint();
      this.#next = cursor.at + length;
      if (this.count > HIGH) this.overflow = cursor.varint();
      this.at = cursor.at;
    } else {
      this.at = cursor.at;
      for (let i = 0; i < this.count; i++) cursor.varint();
      this.#next = cursor.at;
    }
    return true;
  }

  /** The term that the cursor stands at, to be kept. */
  found(): FoundTerm {
    const { count, block, bytes, at, overflow } = this;
    return { term: this.term.slice(0, this.length), count, block, word: this.#word, bytes, at, overflow };
  }
}

/** An index, of which only the head is held. */
export class IndexReader {
  constructor(
    private readonly source: BlockSource,
    readonly id: number,
    readonly head: Head,
  ) {}

  /** What the index has of some terms, which must be in rising order; null for a term that it lacks. One reading of the source. */
  async find(terms: readonly Uint8Array[]): Promise<(FoundTerm | null)[]> {
    const numbers = blockNumbers(this.head, terms);
    const distinct = [...new Set(numbers)].filter((block) => block >= 0);
    const blocks = new Map((await this.#blocks(distinct)).map((bytes, i) => [distinct[i] as number, bytes]));
    const found: (FoundTerm | null)[] = terms.map(() => null);
    for (const [number, bytes] of blocks) {
      let i = numbers.indexOf(number);
      for (const entry = new BlockCursor(bytes, number); numbers[i] === number && entry.next(); ) {
        for (; numbers[i] === number; i++) {
          const term = terms[i] as Uint8Array;
          const order = compareBytes(entry.term, entry.length, term, term.length);
          if (order < 0) break;
          if (order === 0) found[i] = entry.found();
        }
      }
    }
    return found;
  }

  /** The same for terms in any order, by term; those that the index lacks are missing. */
  async findAll(terms: Iterable<string>): Promise<Map<string, FoundTerm>> {
    const found = await this.find([...new Set(terms)].map(termBytes).sort(byBytes));
    return new Map(found.flatMap((one) => (one ? [[termText(one.term), one] as const] : [])));
  }

  /** The terms that begin with some bytes, at most `most` of them, from at most as many blocks as one reading may take. */
  async startingWith(prefix: Uint8Array, most: number): Promise<FoundTerm[]> {
    const beyond = Uint8Array.of(...prefix, 0xff);
    const [first = 0, last = 0] = blockNumbers(this.head, [prefix, beyond]);
    const numbers = Array.from({ length: Math.min(last - Math.max(first, 0) + 1, MOST_BLOCKS) }, (_, i) => Math.max(first, 0) + i);
    const found: FoundTerm[] = [];
    const blocks = await this.#blocks(numbers.filter((number) => number < this.head.blocks));
    for (const [i, bytes] of blocks.entries()) {
      for (const entry = new BlockCursor(bytes, numbers[i] as number); entry.next(); ) {
        const order = compareBytes(entry.term, Math.min(entry.length, prefix.length), prefix, prefix.length);
        if (order > 0 || found.length === most) return found;
        if (order === 0) found.push(entry.found());
      }
    }
    return found;
  }

  /** The postings of a term with the highest impact: all of them, unless it is frequent. Nothing more is read. */
  high({ bytes, at, count }: FoundTerm): Postings {
    const postings = emptyPostings(Math.min(count, HIGH));
    readPostings(bytes, at, Math.min(count, HIGH), postings);
    return postings;
  }

  /** All postings of a term in document order. */
  async all(found: FoundTerm): Promise<Postings> {
    const postings = this.high(found);
    const rest = found.count - postings.count;
    if (rest <= 0) return postings;
    const records = await readRecords(this.source, keysOf(this.id, KIND.overflow, Math.ceil(rest / OVERFLOW), found.overflow));
    for (const [i, bytes] of records.entries()) readPostings(bytes, 0, Math.min(OVERFLOW, rest - i * OVERFLOW), postings);
    return inDocumentOrder(postings);
  }

  /** Where a word stands in its documents, in document order and the form of `writeDocumentPositions`. */
  async positions({ block, word }: FoundTerm): Promise<Uint8Array> {
    const first = block * POSITION_RECORDS;
    const [head] = (await readRecords(this.source, keysOf(this.id, KIND.positions, 1, first))) as [Uint8Array];
    const reader = new ByteReader(head);
    const words = reader.varint();
    let before = 0;
    let length = 0;
    for (let i = 0; i < words; i++) {
      const one = reader.varint();
      if (i < word) before += one;
      else if (i === word) length = one;
    }
    return this.#positionRange(first, head, reader.at + before, length);
  }

  async #positionRange(first: number, head: Uint8Array, start: number, length: number): Promise<Uint8Array> {
    const end = start + length;
    if (end <= head.length) return head.subarray(start, end);
    const from = Math.floor(start / POSITION_RECORD);
    const to = Math.floor((end - 1) / POSITION_RECORD);
    const records = await readRecords(this.source, keysOf(this.id, KIND.positions, to - from + 1, first + from));
    const joined = new Uint8Array(records.length * POSITION_RECORD);
    for (const [i, bytes] of records.entries()) joined.set(bytes, i * POSITION_RECORD);
    return joined.subarray(start - from * POSITION_RECORD, end - from * POSITION_RECORD);
  }

  #blocks(numbers: readonly number[]): Promise<Uint8Array[]> {
    return readRecords(
      this.source,
      numbers.map((number) => [this.id, KIND.terms, number] as const),
    );
  }
}
