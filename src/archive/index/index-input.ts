import { type BlockSource, DamagedSegment, KIND, keysOf, readRecords } from './blocks.ts';
import { ByteReader, type ByteWriter } from './bytes.ts';
import { type Head, readHead } from './head.ts';
import { BlockCursor } from './index-reader.ts';
import { HIGH, OVERFLOW, POSITION_RECORD, POSITION_RECORDS } from './index-writer.ts';
import { emptyPostings, inDocumentOrder, type Postings, readPostings, reserve } from './postings.ts';
import { compareBytes, isWord } from './terms.ts';

/** What numbers the documents of a merged index get. */
export interface Renumbering {
  /** Documents that stand before this index's own. */
  base: number;
  /** Own numbers of documents that were taken out. */
  gone: ReadonlySet<number>;
  /** Own number of a document that stays, when those taken out no longer count. */
  number(document: number): number;
}

/** The numbering of an index that keeps its documents. */
export const raisedBy = (base: number): Renumbering => ({ base, gone: new Set(), number: (document) => document });

/** The numbering of an index without the documents that were taken out. */
export function without(base: number, gone: ReadonlySet<number>): Renumbering {
  const sorted = Uint32Array.from(gone).sort();
  // How many of the sorted ones stand before a document.
  const before = (document: number) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < document) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { base, gone, number: (document) => document - before(document) };
}

/** Goes through a whole index term by term, with the postings and positions of each; holds one block at a time. */
export class IndexInput {
  #cursor: BlockCursor | null = null;
  #block = -1;
  #positions: Uint8Array = new Uint8Array(0);
  #lengths: number[] = [];
  #at = 0;
  #word = 0;
  #ahead: Promise<[Uint8Array, Uint8Array]> | null = null;

  private constructor(
    private readonly source: BlockSource,
    readonly id: number,
    private readonly renumber: Renumbering,
    private readonly head: Head,
  ) {}

  static async open(source: BlockSource, id: number, renumber: Renumbering): Promise<IndexInput> {
    const [head] = await readRecords(source, keysOf(id, KIND.head, 1));
    const input = new IndexInput(source, id, renumber, readHead(head as Uint8Array));
    await input.#nextBlock();
    return input;
  }

  get ended(): boolean {
    return this.#cursor === null;
  }

  /** Documents that stay. */
  get documents(): number {
    return this.head.documents - this.renumber.gone.size;
  }

  /** Sum of their lengths, where each document taken out counts as an average one. */
  get length(): number {
    return (this.head.length * this.documents) / Math.max(this.head.documents, 1);
  }

  get term(): Uint8Array {
    return this.#cursor?.term.subarray(0, this.#cursor.length) ?? EMPTY;
  }

  get isWord(): boolean {
    return isWord(this.#cursor?.term[0] ?? 0);
  }

  /** Whether the term has no documents, as that of a compound. */
  get hadNone(): boolean {
    return this.#cursor?.count === 0;
  }

  compare(other: IndexInput): number {
    const { term } = this;
    const others = other.term;
    return compareBytes(term, term.length, others, others.length);
  }

  isAt(term: Uint8Array): boolean {
    const own = this.term;
    return compareBytes(own, own.length, term, term.length) === 0;
  }

  /** Appends the postings and positions of the term. Returns a promise only where something must be fetched. */
  take(postings: Postings, positions: ByteWriter): Promise<void> | null {
    const cursor = this.#cursor as BlockCursor;
    let own = EMPTY;
    if (this.isWord) {
      const length = this.#lengths[this.#word++] ?? 0;
      own = this.#positions.subarray(this.#at, this.#at + length);
      this.#at += length;
    }
    const { base, gone } = this.renumber;
    if (gone.size > 0) return this.#takeLiving(cursor, own, postings, positions);
    positions.raw(own);
    readPostings(cursor.bytes, cursor.at, Math.min(cursor.count, HIGH), postings, base);
    return cursor.count > HIGH ? this.#takeOverflow(cursor.overflow, cursor.count - HIGH, postings, base) : null;
  }

  /** The same, without the documents that were taken out; those behind them move up. */
  async #takeLiving(cursor: BlockCursor, own: Uint8Array, postings: Postings, positions: ByteWriter): Promise<void> {
    const all = emptyPostings(cursor.count);
    readPostings(cursor.bytes, cursor.at, Math.min(cursor.count, HIGH), all);
    if (cursor.count > HIGH) await this.#takeOverflow(cursor.overflow, cursor.count - HIGH, all, 0);
    const { documents, levels } = inDocumentOrder(all);
    const { base, gone, number } = this.renumber;
    const reader = new ByteReader(own);
    reserve(postings, cursor.count);
    for (let i = 0; i < cursor.count; i++) {
      const start = reader.at;
      while (reader.at < own.length && (reader.varint() & 1) === 0);
      const document = documents[i] as number;
      if (gone.has(document)) continue;
      postings.documents[postings.count] = base + number(document);
      postings.levels[postings.count++] = levels[i] as number;
      positions.raw(own.subarray(start, reader.at));
    }
  }

  /** Goes to the next term. Returns a promise only where the next block must be fetched. */
  next(): Promise<void> | null {
    return this.#cursor?.next() ? null : this.#nextBlock();
  }

  async #takeOverflow(first: number, count: number, postings: Postings, base: number): Promise<void> {
    const records = await readRecords(this.source, keysOf(this.id, KIND.overflow, Math.ceil(count / OVERFLOW), first));
    for (const [i, bytes] of records.entries()) readPostings(bytes, 0, Math.min(OVERFLOW, count - i * OVERFLOW), postings, base);
  }

  async #nextBlock(): Promise<void> {
    this.#block++;
    if (this.#block >= this.head.blocks) {
      this.#cursor = null;
      return;
    }
    const [terms, positions] = await (this.#ahead ?? this.#fetch(this.#block));
    // The next block is on its way while this one is gone through.
    this.#ahead = this.#block + 1 < this.head.blocks ? this.#fetch(this.#block + 1) : null;
    this.#ahead?.catch(() => undefined);
    const reader = new ByteReader(positions);
    this.#lengths = Array.from({ length: reader.varint() }, () => reader.varint());
    this.#word = 0;
    this.#at = reader.at;
    const size = reader.at + this.#lengths.reduce((sum, length) => sum + length, 0);
    this.#positions = size <= POSITION_RECORD ? positions : await this.#joinedPositions(this.#block * POSITION_RECORDS, size);
    this.#cursor = new BlockCursor(terms, this.#block);
    if (!this.#cursor.next()) throw new DamagedSegment(this.id, `terms ${this.#block} are empty`);
  }

  async #fetch(block: number): Promise<[terms: Uint8Array, positions: Uint8Array]> {
    const keys = [[this.id, KIND.terms, block] as const, [this.id, KIND.positions, block * POSITION_RECORDS] as const];
    return (await readRecords(this.source, keys)) as [Uint8Array, Uint8Array];
  }

  async #joinedPositions(first: number, size: number): Promise<Uint8Array> {
    const joined = new Uint8Array(size);
    const records = await readRecords(this.source, keysOf(this.id, KIND.positions, Math.ceil(size / POSITION_RECORD), first));
    for (const [i, bytes] of records.entries()) joined.set(bytes, i * POSITION_RECORD);
    return joined;
  }
}

const EMPTY: Uint8Array = new Uint8Array(0);
