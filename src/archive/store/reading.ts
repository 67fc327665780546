import { documentCount, openSegments, type Segment, type SegmentRecord } from '../index/segment.ts';
import { StoredBlocks } from './blocks.ts';
import { beginReading, connect } from './connection.ts';
import { damagedAmong } from './damage.ts';
import { manifestIn, markDamaged } from './manifest.ts';
import { announceQuestion } from './right-of-way.ts';
import { BLOCKS, type BundleRecord, MANIFEST, type Manifest } from './schema.ts';

/** One look at the archive: everything read through it is of the same moment, whatever an import publishes meanwhile. */
export interface Reading {
  manifest: Manifest;
  segments: readonly Segment[];
  blocks: StoredBlocks;
  /** Texts that stand in segments which are left out as they are damaged. */
  damaged: number;
  /** The bundle that a segment is of. */
  bundle(segment: Segment): BundleRecord;
}

/**
 * Reads the archive within one transaction; `read` may await nothing but the reading itself. A segment that is found damaged is
 * marked as such and left out, and the others are read again.
 */
export async function readArchive<Result>(read: (reading: Reading) => Promise<Result>): Promise<Result> {
  announceQuestion();
  const damaged = new Set<number>();
  for (;;) {
    const database = await connect();
    const transaction = beginReading(database, [MANIFEST, BLOCKS]);
    const manifest = await manifestIn(transaction);
    const owners = new Map<SegmentRecord, BundleRecord>();
    let left = 0;
    for (const bundle of manifest.bundles) {
      for (const segment of bundle.segments) {
        if (segment.damaged || damaged.has(segment.index)) left += documentCount(segment);
        else owners.set(segment, bundle);
      }
    }
    const records = [...owners.keys()];
    const blocks = new StoredBlocks(database, transaction);
    try {
      return await read({
        manifest,
        blocks,
        damaged: left,
        segments: await openSegments(blocks, records),
        bundle: (segment) => owners.get(segment.record) as BundleRecord,
      });
    } catch (error) {
      const bad = damagedAmong(records, error);
      if (!bad) throw error;
      damaged.add(bad.index);
      // A reader in a private window may not write: then the segment is left out all the same, each time.
      await markDamaged(database, bad.index).catch(() => undefined);
    }
  }
}
