import { openSegments, type Segment } from '../index/segment.ts';
import { StoredBlocks } from './blocks.ts';
import { beginReading, connect } from './connection.ts';
import { damagedAmong } from './damage.ts';
import { manifestIn, markDamaged } from './manifest.ts';
import { announceQuestion } from './right-of-way.ts';
import { BLOCKS, type BundleRecord, MANIFEST, type Manifest, type StoredSegment } from './schema.ts';

/** One look at the archive: everything read through it is of the same moment, whatever an import publishes meanwhile. */
export interface Reading {
  manifest: Manifest;
  segments: readonly Segment[];
  blocks: StoredBlocks;
  /** The bundle that a segment is of. */
  bundle(segment: Segment): BundleRecord;
}

/**
 * Reads the archive within one transaction; `read` may await nothing but the reading itself. A segment found damaged is
 * marked as such and left out, and the others are read again.
 */
export async function readArchive<Result>(read: (reading: Reading) => Promise<Result>): Promise<Result> {
  announceQuestion();
  const damaged = new Set<number>();
  for (;;) {
    let segments: StoredSegment[] = [];
    try {
      return await readOnce(read, damaged, (all) => {
        segments = all;
      });
    } catch (error) {
      const bad = damagedAmong(segments, error);
      if (!bad || damaged.has(bad.index)) throw error;
      damaged.add(bad.index);
      // A reader in a private window may not write; then it is left out all the same, each time.
      await markDamaged(await connect(), bad.index).catch(() => undefined);
    }
  }
}

async function readOnce<Result>(
  read: (reading: Reading) => Promise<Result>,
  without: ReadonlySet<number>,
  tell: (segments: StoredSegment[]) => void,
): Promise<Result> {
  const database = await connect();
  const transaction = beginReading(database, [MANIFEST, BLOCKS]);
  const manifest = await manifestIn(transaction);
  const owned = manifest.bundles.flatMap((bundle) => bundle.segments.map((segment) => ({ segment, bundle })));
  const live = owned.filter(({ segment }) => !segment.damaged && !without.has(segment.index));
  const records = live.map(({ segment }) => segment);
  tell(records);
  const blocks = new StoredBlocks(database, transaction);
  const owner = new Map<object, BundleRecord>(live.map(({ segment, bundle }) => [segment, bundle]));
  return read({
    manifest,
    blocks,
    segments: await openSegments(blocks, records),
    bundle: (segment) => owner.get(segment.record) as BundleRecord,
  });
}
