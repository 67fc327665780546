/**
 * Where records stand: an id (of a run of documents or of an index over them), what it is, and its number.
 * Small integers on the disk, so they are given here once and never change meaning.
 */
export const KIND = {
  /** Of an index: one record with its size, the first term of each block, and the frequent terms. */
  head: 0,
  /** Of an index: sorted terms with their postings, some 12 kB a record. */
  terms: 1,
  /** Of an index: postings of frequent terms beyond those with the highest impact. */
  overflow: 2,
  /** Of an index: where in their documents the terms of a block stand. */
  positions: 3,
  /** Of documents: what is listed and ranked of 32 documents. */
  cards: 4,
  /** Of documents: the posts themselves, some 16 a record. */
  packs: 5,
  /** Of documents: a column of dates. */
  dates: 6,
  /** Of documents: columns by which an update knows what is there. */
  catalog: 7,
  /** Of documents: how the counts are distributed. */
  distribution: 8,
  /** Of a segment: numbers of the documents that were taken out. */
  tombstones: 9,
} as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

export type BlockKey = readonly [id: number, kind: Kind, number: number];

/** Where the readers of segments get their records. They know nothing of what stands behind it. */
export interface BlockSource {
  /** The records of some keys, all at once and in that order; undefined where there is none. */
  read(keys: readonly BlockKey[]): Promise<(Uint8Array | undefined)[]>;
}

/** Where the writers of segments put their records. */
export interface BlockSink {
  /** Takes a record; the bytes are the sink's from then on. */
  put(key: BlockKey, bytes: Uint8Array<ArrayBuffer>): void;
  /** Resolves when more may be put: bounds what is held in memory. */
  drain(): Promise<void>;
}

/** A record is missing or not what it should be. */
export class DamagedSegment extends Error {
  override name = 'DamagedSegment';
  constructor(
    readonly id: number,
    what: string,
  ) {
    super(`segment ${id}: ${what}`);
  }
}

/** The records of some keys, each of which must be there. @throws DamagedSegment */
export async function readRecords(source: BlockSource, keys: readonly BlockKey[]): Promise<Uint8Array[]> {
  const records = await source.read(keys);
  return keys.map((key, i) => {
    const bytes = records[i];
    if (!bytes) throw new DamagedSegment(key[0], `record ${key.join()} is missing`);
    return bytes;
  });
}

/** The keys of some records of one kind: `count` of them from the number `first` on. */
export const keysOf = (id: number, kind: Kind, count: number, first = 0): BlockKey[] =>
  Array.from({ length: count }, (_, i) => [id, kind, first + i]);

/** A source and sink that lives in memory. */
export class MemoryBlocks implements BlockSource, BlockSink {
  readonly #records = new Map<string, readonly [BlockKey, Uint8Array<ArrayBuffer>]>();

  get records(): Iterable<readonly [BlockKey, Uint8Array<ArrayBuffer>]> {
    return this.#records.values();
  }

  read(keys: readonly BlockKey[]): Promise<(Uint8Array | undefined)[]> {
    return Promise.resolve(keys.map((key) => this.#records.get(key.join())?.[1]));
  }

  put(key: BlockKey, bytes: Uint8Array<ArrayBuffer>): void {
    this.#records.set(key.join(), [key, bytes]);
  }

  drain(): Promise<void> {
    return Promise.resolve();
  }
}
