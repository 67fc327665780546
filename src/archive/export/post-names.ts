import { textHash } from '../../article/hash.ts';
import { earlierPath, placeOf } from '../bundle/earlier.ts';
import { DamagedSegment } from '../index/blocks.ts';
import { standingRows } from '../index/catalog.ts';
import { HashTable } from '../index/hash-table.ts';
import { documentCount, type SegmentRecord } from '../index/segment.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';

/** What each document of a bundle is called in an export; no two the same. */
export class PostNames {
  /** Of each document that is no longer the newest at its path, the how manyth before it, by its place among all. */
  readonly #earlier = new Map<number, number>();
  /** The newest document of each path, and of a path with several how many came before it. */
  readonly #newest: HashTable;
  readonly #former = new Map<number, number>();
  readonly #used = new Set<string>();

  private constructor(documents: number) {
    this.#newest = new HashTable(documents);
  }

  /** Reads the catalogs of a bundle's segments, as far as they can be read. */
  static async read(database: Connection, segments: readonly SegmentRecord[], documents: number): Promise<PostNames> {
    const names = new PostNames(documents);
    const next = new Map<number, number>();
    let first = 0;
    for (const segment of segments) {
      try {
        await names.#readSegment(database, segment, first, next);
      } catch (error) {
        if (!(error instanceof DamagedSegment)) throw error;
      }
      first += documentCount(segment);
    }
    const earlier = names.#earlier;
    for (const [document, after] of [...next].sort(([a], [b]) => b - a)) earlier.set(document, (earlier.get(after) ?? 0) + 1);
    return names;
  }

  async #readSegment(database: Connection, segment: SegmentRecord, first: number, next: Map<number, number>): Promise<void> {
    for await (const { row, document } of standingRows(blocksOf(database), segment)) {
      const [{ path }, at] = [row, first + document];
      const before = this.#newest.get(path);
      if (before !== undefined) {
        next.set(before, at);
        this.#former.set(path, (this.#former.get(path) ?? 0) + 1);
      }
      this.#newest.set(path, at);
    }
  }

  /**
   * Where a document goes: its post's path, or a folder of earlier texts.
   * @param path that its card has
   * @param document its place among all
   */
  nameOf(path: string, document: number): string {
    const { path: place, earlier } = placeOf(path);
    let number = this.#earlier.get(document) ?? 0;
    if (place !== path) number += this.#behind(place, earlier);
    // A name is given once; what an earlier version stored under another form of its path may come to the same.
    while (this.#used.has(earlierPath({ path: place, earlier: number }))) number++;
    const name = earlierPath({ path: place, earlier: number });
    if (number > 0 || place !== path) this.#used.add(name);
    return name;
  }

  /** How far a text that is stored under another form of its path goes behind the texts of the path itself. */
  #behind(place: string, earlier: number): number {
    const hash = textHash(place);
    const there = this.#newest.get(hash) === undefined ? 0 : 1 + (this.#former.get(hash) ?? 0);
    return earlier === 0 ? there : earlier + Math.max(0, there - 1);
  }
}
