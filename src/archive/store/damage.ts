import { DamagedSegment } from '../index/blocks.ts';
import type { SegmentRecord } from '../index/segment.ts';
import type { Connection } from './connection.ts';
import { markDamaged, readManifest } from './manifest.ts';
import { idsOf } from './schema.ts';

/** The segment that an error found damaged, if it is one of these. */
export const damagedAmong = <Record extends SegmentRecord>(segments: readonly Record[], error: unknown): Record | undefined =>
  error instanceof DamagedSegment ? segments.find((segment) => idsOf(segment).includes(error.id)) : undefined;

/** How often work is begun again because a segment was merged into another while it was read. */
const MOST_MERGES = 5;

/**
 * Does some work that begins by reading the manifest. Where a segment turns out to be damaged it is marked, so that it is left out, and
 * the work is done again; also where the segment is no longer there, as a merge has put another in its place, or never was one.
 */
export async function pastDamage<Result>(database: Connection, work: () => Promise<Result>): Promise<Result> {
  for (let merges = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DamagedSegment)) throw error;
      const { bundles } = await readManifest(database);
      const bad = damagedAmong(
        bundles.flatMap(({ segments }) => segments),
        error,
      );
      if (bad?.damaged || (!bad && ++merges === MOST_MERGES)) throw error;
      if (bad) await markDamaged(database, bad.index);
    }
  }
}
