import { documentCount } from '../index/segment.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import { BlockWriter, blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { pastDamage } from '../store/damage.ts';
import { changeBundle, readManifest, reserveId } from '../store/manifest.ts';
import type { StoredSegment } from '../store/schema.ts';
import { mergeSegments } from './merge-segments.ts';

/**
 * Every question asks every segment, and one of a few dozen documents costs a tenth of a large one. So the largest is merged with the
 * others (its index is written anew, its documents may stay) once these have this part of its documents beyond the first `SMALL`.
 */
const BEHIND = 1 / 32;
const SMALL = 8192;

/**
 * The segments of a bundle to be merged next, in their order; null when they are few enough. So a bundle that grows post by post has
 * one segment beside the open one while it has some thousand posts, and later a large one with a small one behind it.
 * @param least fewer than this many are left as they are
 */
export function nextMerge(segments: readonly StoredSegment[], least = 2): StoredSegment[] | null {
  const runs = wholeRuns(segments);
  const thinned = runs.flat().find((segment) => segment.tombstones !== null);
  if (thinned) return [thinned];
  for (const run of runs) {
    const first = run.findIndex((_, i) => run.length - i >= least && isWorthIt(run.slice(i)));
    if (first >= 0) return run.slice(first);
  }
  return null;
}

function isWorthIt(run: readonly StoredSegment[]): boolean {
  const counts = run.map(documentCount);
  const largest = Math.max(...counts);
  const others = counts.reduce((sum, count) => sum + count, -largest);
  return others > 0 && others >= (largest - SMALL) * BEHIND;
}

/** Runs of neighbours that can be merged. Only neighbours are, so that of several posts at one path the newest stays the last. */
function wholeRuns(segments: readonly StoredSegment[]): StoredSegment[][] {
  const runs: StoredSegment[][] = [[]];
  for (const segment of segments) {
    if (segment.damaged || segment.isOpen) runs.push([]);
    else runs.at(-1)?.push(segment);
  }
  return runs;
}

/**
 * Merges segments until no bundle has many. Each merge is published in one step; one that is interrupted
 * leaves records that nothing names, and is begun again another time. Hold the import lock.
 */
export async function compact(database: Connection, least?: number): Promise<void> {
  while (await pastDamage(database, () => mergeNext(database, least)));
}

/** @returns whether there was anything to be merged */
async function mergeNext(database: Connection, least?: number): Promise<boolean> {
  const { bundles } = await readManifest(database);
  const merge = bundles
    .map(({ name, segments }) => ({ name, segments: nextMerge(segments, least) }))
    .find(({ segments }) => segments !== null);
  if (!merge?.segments) return false;
  await mergeOnce(database, merge.name, merge.segments);
  return true;
}

async function mergeOnce(database: Connection, name: string, segments: readonly StoredSegment[]): Promise<void> {
  const source = blocksOf(database);
  const writer = new BlockWriter(database);
  const inputs = await Promise.all(segments.map(async (record) => ({ record, gone: await tombstonesOf(source, record) })));
  const ids = { index: await reserveId(database), documents: await reserveId(database) };
  const merged = await mergeSegments(source, writer, inputs, ids);
  await writer.flush();
  const kept = merged.parts.filter(({ id }) => id !== ids.documents).reduce((sum, { count }) => sum + count, 0);
  const segment: StoredSegment = { ...merged, bytes: writer.bytes + documentBytes(segments) * (kept / documentCount(merged) || 0) };
  const replaced = new Map(segments.map((one) => [one.index, one.tombstones]));
  await changeBundle(database, name, (bundle) => {
    const standing = bundle.segments.filter((one) => replaced.get(one.index) === one.tombstones);
    // Removed or thinned meanwhile: then what was merged is swept away.
    if (standing.length < replaced.size) return bundle;
    const last = segments.at(-1)?.index;
    const inPlace = bundle.segments.flatMap((one) => (one.index === last ? [segment] : replaced.has(one.index) ? [] : [one]));
    return { ...bundle, segments: inPlace.filter((one) => documentCount(one) > 0) };
  });
}

/** About how many bytes the documents of some segments take: their indexes are a fifth of all. */
const documentBytes = (segments: readonly StoredSegment[]) => segments.reduce((sum, segment) => sum + segment.bytes, 0) * 0.8;
