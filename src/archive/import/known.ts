import { textHash } from '../../article/hash.ts';
import type { BlockSource } from '../index/blocks.ts';
import { catalogOf } from '../index/catalog.ts';
import type { CatalogRow } from '../index/columns.ts';
import { HashTable } from '../index/hash-table.ts';
import { documentCount, type SegmentRecord } from '../index/segment.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import type { VersionCount } from '../index/version-count.ts';

/** What the archive has of a bundle's posts: 20 bytes a post, whatever their paths. */
export class KnownPosts {
  readonly #rows: HashTable;
  readonly #crcs: Uint32Array;
  readonly #seen: Uint8Array;
  readonly #paths: Float64Array;
  #count = 0;

  private constructor(documents: number) {
    this.#rows = new HashTable(documents);
    this.#crcs = new Uint32Array(documents);
    this.#seen = new Uint8Array(documents);
    this.#paths = new Float64Array(documents);
  }

  /** Reads the catalogs of some segments, oldest first: of several posts at one path the newest is known. */
  static async read(source: BlockSource, segments: readonly SegmentRecord[], versions: VersionCount): Promise<KnownPosts> {
    const known = new KnownPosts(segments.reduce((sum, segment) => sum + documentCount(segment), 0));
    for (const segment of segments) {
      const gone = await tombstonesOf(source, segment);
      let document = 0;
      for await (const row of catalogOf(source, segment)) {
        known.#add(row, gone.has(document));
        if (!gone.has(document)) versions.add(row.article, row.fingerprint);
        document++;
      }
    }
    return known;
  }

  #add({ path, crc }: CatalogRow, isGone: boolean): void {
    this.#crcs[this.#count] = crc;
    this.#paths[this.#count] = path;
    if (!isGone) this.#rows.set(path, this.#count);
    this.#count++;
  }

  /** How many paths are known. */
  get size(): number {
    return this.#rows.size;
  }

  /** CRC of the newest post at a path, or undefined. */
  crc(path: string): number | undefined {
    const row = this.#rows.get(textHash(path));
    return row === undefined ? undefined : this.#crcs[row];
  }

  /** Notes that a path stands in the bundle; gives whether it is known. */
  see(path: string): boolean {
    const row = this.#rows.get(textHash(path));
    if (row !== undefined) this.#seen[row] = 1;
    return row !== undefined;
  }

  get unseen(): number {
    return this.size - this.#seen.reduce((sum, seen) => sum + seen, 0);
  }

  /** Places, counted through all documents of the segments, of the posts whose path was not seen. */
  *unseenDocuments(): Iterable<number> {
    for (let document = 0; document < this.#count; document++) {
      const newest = this.#rows.get(this.#paths[document] as number);
      if (newest !== undefined && !this.#seen[newest]) yield document;
    }
  }
}
