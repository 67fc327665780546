import { type BlockKey, KIND } from '../index/blocks.ts';
import { writeTombstones } from '../index/tombstones.ts';
import { sealed } from '../store/checksum.ts';
import type { WithBlocks } from '../store/connection.ts';
import { type StoredSegment, stateOf } from '../store/schema.ts';
import { putBlocks } from '../store/writing.ts';

/** A segment with the numbers of its documents that are out of it from now on, those that were out before among them. */
export interface Thinning {
  segment: StoredSegment;
  gone: ReadonlySet<number>;
}

/**
 * Takes documents out of a bundle's segments within a transaction; their space comes back when the segments are merged.
 * @param nextId of the first record; one for each segment
 * @returns all segments; null, and nothing written, where one of them is no longer what it was
 */
export function thin(
  transaction: WithBlocks,
  segments: readonly StoredSegment[],
  thinnings: readonly Thinning[],
  nextId: number,
): StoredSegment[] | null {
  const ids = new Map(thinnings.map(({ segment }, i) => [stateOf(segment), nextId + i]));
  if (segments.filter((segment) => ids.has(stateOf(segment))).length < ids.size) return null;
  putBlocks(
    transaction,
    thinnings.map(({ gone }, i): [BlockKey, Uint8Array] => {
      const key = [nextId + i, KIND.tombstones, 0] as const;
      return [key, sealed(key, writeTombstones(gone))];
    }),
  );
  return segments.map((segment) => {
    const tombstones = ids.get(stateOf(segment));
    return tombstones === undefined ? segment : { ...segment, tombstones };
  });
}
