import { type BlockSink, KIND } from './blocks.ts';
import { ByteWriter } from './bytes.ts';
import { TermWriter } from './front-coding.ts';
import { type Frequent, writeHead } from './head.ts';
import { emptyPostings, type Postings, splitByImpact, writePostings } from './postings.ts';
import { isWord } from './terms.ts';

/** Size at which a block of terms is closed. */
const BLOCK = 12 * 1024;
/** Up to this many postings stand behind their term; where there are more, only those of the highest impact. */
export const HIGH = 2048;
/** Postings in one overflow record: some 30 kB. */
export const OVERFLOW = 16_000;
/** Positions of one block stand in records of this size. A browser puts a much larger value in a file of its own. */
export const POSITION_RECORD = 48 * 1024;
/** Numbers that are reserved for the position records of each block of terms. */
export const POSITION_RECORDS = 1 << 14;
/** Up to this many postings are read rather than skipped, so their length is not written. */
export const UNMEASURED = 3;

export interface IndexTotals {
  documents: number;
  /** Sum of the documents' lengths. */
  length: number;
}

/** Writes an index, term by term in rising order of their bytes. */
export class IndexWriter {
  #block = new ByteWriter(BLOCK * 2);
  #list = new ByteWriter(HIGH * 4);
  #terms = new TermWriter();
  #lengths = new ByteWriter(4096);
  #positions = new ByteWriter(64 * 1024);
  #blockWords = 0;
  #overflow = 0;
  #firstTerms: Uint8Array[] = [];
  #frequent: Frequent[] = [];
  /** Blocks closed so far. */
  blocks = 0;
  postings = 0;
  words = 0;

  constructor(
    private readonly sink: BlockSink,
    private readonly id: number,
  ) {}

  /** A term with its postings; for words also where they stand, in the form of `writeDocumentPositions`. */
  add(term: Uint8Array, postings: Postings, positions: Uint8Array | null): void {
    const block = this.#block;
    if (block.length >= BLOCK) this.#closeBlock();
    if (block.length === 0) {
      this.#terms.restart();
      this.#firstTerms.push(term.slice());
    }
    const { count } = postings;
    this.#terms.write(block, term);
    block.varint(count);
    if (count > 0) this.#addPostings(postings);
    if (!isWord(term[0] as number)) return;
    this.words++;
    this.#blockWords++;
    this.postings += count;
    if (count > 15) this.#frequent.push({ term: term.slice(), count });
    this.#lengths.varint(positions?.length ?? 0);
    if (positions) this.#positions.raw(positions);
  }

  /** Resolves when more may be added: bounds what the sink holds in memory. */
  drain(): Promise<void> {
    return this.sink.drain();
  }

  /** Writes the last block and the head. The writer's records must then be drained. */
  finish(totals: IndexTotals): void {
    this.#closeBlock();
    const { postings, words } = this;
    this.sink.put([this.id, KIND.head, 0], writeHead({ ...totals, postings, words }, this.#firstTerms, this.#frequent));
  }

  #addPostings(postings: Postings): void {
    const { count } = postings;
    if (count <= UNMEASURED) {
      writePostings(this.#block, postings, 0, count);
      return;
    }
    const list = this.#list;
    list.length = 0;
    if (count <= HIGH) writePostings(list, postings, 0, count);
    else {
      const { high, others } = splitByImpact(postings, HIGH);
      list.varint(this.#overflow);
      this.#writeOverflow(others);
      writePostings(list, high, 0, high.count);
    }
    this.#block.varint(list.length);
    this.#block.raw(list.view());
  }

  #writeOverflow(postings: Postings): void {
    for (let from = 0; from < postings.count; from += OVERFLOW) {
      const writer = new ByteWriter(OVERFLOW * 2);
      writePostings(writer, postings, from, Math.min(from + OVERFLOW, postings.count));
      this.sink.put([this.id, KIND.overflow, this.#overflow++], writer.take());
    }
  }

  #closeBlock(): void {
    if (this.#block.length === 0) return;
    this.sink.put([this.id, KIND.terms, this.blocks], this.#block.take());
    // How many words there are and the lengths of all their positions stand before these.
    const stream = new ByteWriter(this.#lengths.length + this.#positions.length + 5);
    stream.varint(this.#blockWords);
    stream.raw(this.#lengths.view());
    stream.raw(this.#positions.view());
    for (let from = 0, record = 0; from < stream.length; from += POSITION_RECORD, record++) {
      const bytes = stream.bytes.slice(from, Math.min(from + POSITION_RECORD, stream.length));
      this.sink.put([this.id, KIND.positions, this.blocks * POSITION_RECORDS + record], bytes);
    }
    this.#lengths.length = 0;
    this.#positions.length = 0;
    this.#blockWords = 0;
    this.blocks++;
  }
}

/** Writes where a word stands in one document: the gaps between its places, the lowest bit set on the last. */
export function writeDocumentPositions(writer: ByteWriter, positions: Uint32Array, from: number, to: number): void {
  let last = -1;
  for (let i = from; i < to; i++) {
    const position = positions[i] as number;
    writer.varint((position - last - 1) * 2 + (i === to - 1 ? 1 : 0));
    last = position;
  }
}

export const noPostings: Postings = emptyPostings(0);
