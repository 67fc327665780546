import { type BlockKey, type BlockSource, DamagedSegment, KIND } from './blocks.ts';
import { CARDS, type Card, CardBlock } from './card.ts';
import { DATES, NO_DATE, unpackDates } from './columns.ts';
import { readHead } from './head.ts';
import { IndexReader } from './index-reader.ts';
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
}

/** A document's card, and what of it is read without decoding all. */
export interface CardAt {
  segment: Segment;
  document: number;
  block: CardBlock;
  place: number;
}

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

  /** The cards of some documents, in their order. */
  async cards(documents: readonly number[]): Promise<CardAt[]> {
    const places = documents.map((document) => this.#place(document));
    const keys = places.map(({ id, number }) => [id, KIND.cards, Math.floor(number / CARDS)] as const);
    const blocks = await this.#distinct(keys, (bytes) => new CardBlock(bytes));
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
    return unpackPost(await this.#one([this.#place(document).id, KIND.packs, where.pack]), where);
  }

  /** The dates of all documents in minutes, NO_DATE where there is none. */
  async dates(): Promise<Int32Array> {
    const all = new Int32Array(this.documents).fill(NO_DATE);
    let first = 0;
    await Promise.all(
      this.record.parts.map(async ({ id, count }) => {
        const start = first;
        first += count;
        const keys = Array.from({ length: Math.ceil(count / DATES) }, (_, i) => [id, KIND.dates, i] as const);
        const records = await this.#distinct(keys, unpackDates);
        records.forEach((dates, i) => {
          all.set(dates.subarray(0, count - i * DATES), start + i * DATES);
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

  async #one(key: BlockKey): Promise<Uint8Array> {
    const [bytes] = await this.source.read([key]);
    if (!bytes) throw new DamagedSegment(key[0], `record ${key.join()} is missing`);
    return bytes;
  }

  /** Reads each of some keys once and decodes it, however often it is asked for. */
  async #distinct<Decoded>(keys: readonly BlockKey[], decode: (bytes: Uint8Array) => Decoded): Promise<Decoded[]> {
    const distinct = new Map<string, BlockKey>();
    for (const key of keys) distinct.set(key.join(), key);
    const asked = [...distinct.values()];
    const decoded = new Map<string, Decoded>();
    (await this.source.read(asked)).forEach((bytes, i) => {
      const key = asked[i] as BlockKey;
      if (!bytes) throw new DamagedSegment(key[0], `record ${key.join()} is missing`);
      decoded.set(key.join(), decode(bytes));
    });
    return keys.map((key) => decoded.get(key.join()) as Decoded);
  }
}

/** Opens segments to be asked: reads their heads, and the tombstones of those that have any, at once. */
export async function openSegments(source: BlockSource, records: readonly SegmentRecord[]): Promise<Segment[]> {
  const [heads, ...gone] = await Promise.all([
    source.read(records.map(({ index }) => [index, KIND.head, 0] as const)),
    ...records.map((record) => tombstonesOf(source, record)),
  ]);
  return heads.map((bytes, i) => {
    const record = records[i] as SegmentRecord;
    if (!bytes) throw new DamagedSegment(record.index, 'its head is missing');
    return new Segment(source, record, new IndexReader(source, record.index, readHead(bytes)), gone[i] as ReadonlySet<number>);
  });
}

/** What a card says, decoded. */
export const cardOf = ({ block, place }: CardAt): Card => block.card(place);
