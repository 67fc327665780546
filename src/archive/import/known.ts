import { textHash } from '../../article/hash.ts';
import { type Place, placeOf, storedForms } from '../bundle/earlier.ts';
import type { BlockSource } from '../index/blocks.ts';
import { standing } from '../index/catalog.ts';
import type { CatalogRow } from '../index/columns.ts';
import { HashTable } from '../index/hash-table.ts';
import { documentCount, type SegmentRecord } from '../index/segment.ts';

/** The place of a file of a bundle, with what the archive has there. */
export interface KnownPlace extends Place {
  /** The newest document there. */
  newest: number | undefined;
}

/** Noted of a document whose place stands in the bundle. */
const SEEN = 1;
/** Noted of a document whose text is stored once more, behind an older one. */
const STORED_AGAIN = 2;

/** What the archive has of a bundle's posts: some 40 bytes a post, whatever their paths. */
export class KnownPosts {
  /** The newest document of each path, by the path's hash. Documents are numbered through what stands in all segments. */
  readonly #rows: HashTable;
  /** The documents that are no longer the newest at their path, by path and CRC together. */
  readonly #former = new HashTable();
  readonly #crcs: Uint32Array;
  readonly #articles: Float64Array;
  readonly #notes: Uint8Array;
  #count = 0;

  private constructor(documents: number) {
    this.#rows = new HashTable(documents);
    this.#crcs = new Uint32Array(documents);
    this.#articles = new Float64Array(documents);
    this.#notes = new Uint8Array(documents);
  }

  /**
   * Reads the catalogs of some segments, oldest first: of several posts at one path the newest is known.
   * @param pass is given each document that was not taken out
   */
  static async read(source: BlockSource, segments: readonly SegmentRecord[], pass: (row: CatalogRow) => void): Promise<KnownPosts> {
    const known = new KnownPosts(segments.reduce((sum, segment) => sum + documentCount(segment), 0));
    for await (const row of standing(source, segments)) {
      known.#add(row);
      pass(row);
    }
    return known;
  }

  #add({ path, crc, article }: CatalogRow): void {
    const before = this.#rows.get(path);
    if (before !== undefined) this.#former.set(textKey(path, this.#crcs[before] as number), before);
    this.#crcs[this.#count] = crc;
    this.#articles[this.#count] = article;
    this.#rows.set(path, this.#count++);
  }

  /** How many paths are known. */
  get size(): number {
    return this.#rows.size;
  }

  /** Where a file of the bundle belongs, and what is there: under the path that is stored, so that a post stays the same post. */
  at(file: string): KnownPlace {
    const { path, earlier } = placeOf(file);
    if (this.size === 0) return { path, earlier, newest: undefined };
    for (const form of storedForms(path)) {
      const newest = this.#rows.get(textHash(form));
      if (newest !== undefined) return { path: form, earlier, newest };
    }
    return { path, earlier, newest: undefined };
  }

  /**
   * The document that has the text of a file, recognised by its CRC. For an earlier text any document at its place will do; a current
   * one must be the newest, as a text that came back is to stand behind those that came between.
   */
  same({ path, earlier, newest }: KnownPlace, crc: number): number | undefined {
    if (newest === undefined || this.#crcs[newest] === crc) return newest;
    return earlier > 0 ? this.#former.get(textKey(textHash(path), crc)) : undefined;
  }

  /** Hash of the article that a document is of. */
  article(document: number): number {
    return this.#articles[document] as number;
  }

  /** Notes that a place stands in the bundle. */
  see({ newest }: KnownPlace): void {
    if (newest !== undefined) this.#note(newest, SEEN);
  }

  /** How many known paths are not in the bundle. */
  get unseen(): number {
    return this.size - this.#notes.reduce((sum, notes) => sum + (notes & SEEN), 0);
  }

  /** Whether a path, given as its hash, is known and was not seen. */
  isUnseen(path: number): boolean {
    const newest = this.#rows.get(path);
    return newest !== undefined && ((this.#notes[newest] as number) & SEEN) === 0;
  }

  /** Notes that a text, stored now, leaves the place where it stood. @returns whether it stood anywhere */
  storeAgain({ path, crc }: CatalogRow): boolean {
    const newest = this.#rows.get(path);
    if (newest === undefined) return false;
    const former = this.#former.get(textKey(path, crc));
    if (this.#crcs[newest] === crc) this.#note(newest, STORED_AGAIN);
    if (former !== undefined) this.#note(former, STORED_AGAIN);
    return former !== undefined || this.#crcs[newest] === crc;
  }

  isStoredAgain(document: number): boolean {
    return ((this.#notes[document] as number) & STORED_AGAIN) !== 0;
  }

  #note(document: number, note: number): void {
    this.#notes[document] = (this.#notes[document] as number) | note;
  }
}

/** A path and a CRC as one number of 53 bits. */
const textKey = (path: number, crc: number): number => Math.floor(path / 0x100000000) * 0x100000000 + ((path ^ crc) >>> 0);
