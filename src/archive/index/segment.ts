import { ANALYSIS, FIRST_ANALYSIS } from '../language/version.ts';
import { type BlockKey, type BlockSource, DamagedSegment, KIND, keysOf, readRecords } from './blocks.ts';
import { CARDS, type Card, CardBlock } from './card.ts';
import { DATES, NO_DATE, unpackDates } from './columns.ts';
import { readHead } from './head.ts';
import { type FoundTerm, IndexReader } from './index-reader.ts';
import { unpackPost } from './packer.ts';
import { tombstonesOf } from './tombstones.ts';

/** A run of documents under one id. */
export interface Part {
  id: number;
  count: number;
}

/** A segment as the manifest names it: an index over the documents of its parts, numbered through all of them. */
export interface SegmentRecord {
  index: number;
  parts: Part[];
  /** Id of the record with the documents that were taken out, where there are any. */
  tombstones: number | null;
  /** Version of the analyser that its words were made with; absent where that was the first. */
  analysis?: number;
}

/** The version of the analyser that the words of some segments were made with: where they differ, the lowest. */
export const analysisOf = (...records: readonly SegmentRecord[]): number =>
  Math.min(...records.map(({ analysis = FIRST_ANALYSIS }) => analysis));

/** Whether an earlier analyser made a segment's words: what today's makes of a question may not be found in it. */
export const isOutdated = (record: SegmentRecord): boolean => analysisOf(record) < ANALYSIS;

/** Where a document's card is, of which parts can be read without decoding all. */
export interface CardAt {
  segment: Segment;
  document: number;
  block: CardBlock;
  place: number;
}

/** How many documents a segment has, those taken out too. */
export const documentCount = (record: SegmentRecord): number => record.parts.reduce((sum, part) => sum + part.count, 0);

/** A segment to ask. */
export class Segment {
  constructor(
    private readonly source: BlockSource,
    readonly record: SegmentRecord,
    readonly index: IndexReader,
    /** Numbers of documents that were taken out. */
    readonly gone: ReadonlySet<number>,
  ) {}

  get documents(): number {
    return this.index.head.documents;
  }

  /** How many of its documents were not taken out. */
  get standing(): number {
    return this.documents - this.gone.size;
  }

  /** The documents that a term stands in, without those taken out. */
  async documentsOf(found: FoundTerm): Promise<number[]> {
    const { documents, count } = await this.index.all(found);
    return [...documents.subarray(0, count)].filter((document) => !this.gone.has(document));
  }

  /** The cards of some documents, in their order. */
  async cards(documents: readonly number[]): Promise<CardAt[]> {
    const places = documents.map((document) => this.#place(document));
    const keys = places.map(({ id, number }) => [id, KIND.cards, Math.floor(number / CARDS)] as const);
    const blocks = await this.#cardBlocks(keys);
    return places.map(({ number }, i) => ({
      segment: this,
      document: documents[i] as number,
      block: blocks[i] as CardBlock,
      place: number % CARDS,
    }));
  }

  /** The post's bytes as they stood in the bundle. */
  async post({ block, place, document }: CardAt): Promise<Uint8Array> {
    const where = block.place(place);
    const [pack] = await readRecords(this.source, [[this.#place(document).id, KIND.packs, where.pack]]);
    return unpackPost(pack as Uint8Array, where);
  }

  /** The dates of all documents in minutes, NO_DATE where there is none. */
  async dates(): Promise<Int32Array> {
    const all = new Int32Array(this.documents).fill(NO_DATE);
    let first = 0;
    await Promise.all(
      this.record.parts.map(async ({ id, count }) => {
        const start = first;
        first += count;
        const records = await readRecords(this.source, keysOf(id, KIND.dates, Math.ceil(count / DATES)));
        records.forEach((bytes, i) => {
          all.set(unpackDates(bytes).subarray(0, count - i * DATES), start + i * DATES);
        });
      }),
    );
    return all;
  }

  #place(document: number): { id: number; number: number } {
    let number = document;
    for (const { id, count } of this.record.parts) {
      if (number < count) return { id, number };
      number -= count;
    }
    throw new DamagedSegment(this.record.index, `no document ${document}`);
  }

  /** The cards in each of some records; one that is asked for several times is read once. */
  async #cardBlocks(keys: readonly BlockKey[]): Promise<CardBlock[]> {
    const distinct = new Map(keys.map((key) => [key.join(), key]));
    const records = await readRecords(this.source, [...distinct.values()]);
    const blocks = new Map([...distinct.keys()].map((name, i) => [name, new CardBlock(records[i] as Uint8Array)]));
    return keys.map((key) => blocks.get(key.join()) as CardBlock);
  }
}

/** How many documents some segments have, those taken out too. */
export const documentsIn = (segments: readonly Segment[]): number => segments.reduce((sum, { documents }) => sum + documents, 0);

/** Opens segments to be asked: reads their heads, and the tombstones of those that have any, at once. */
export async function openSegments(source: BlockSource, records: readonly SegmentRecord[]): Promise<Segment[]> {
  const [heads, ...gone] = await Promise.all([
    readRecords(
      source,
      records.map(({ index }) => [index, KIND.head, 0] as const),
    ),
    ...records.map((record) => tombstonesOf(source, record)),
  ]);
  return heads.map((bytes, i) => {
    const record = records[i] as SegmentRecord;
    return new Segment(source, record, new IndexReader(source, record.index, readHead(bytes)), gone[i] as ReadonlySet<number>);
  });
}

/** What a card says, decoded. */
export const cardOf = ({ block, place }: CardAt): Card => block.card(place);
