import { documentCount } from '../index/segment.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import { BlockWriter, blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { changeManifest, readManifest, reserveId } from '../store/manifest.ts';
import type { StoredSegment } from '../store/schema.ts';
import { mergeSegments } from './merge-segments.ts';

/** Segments of about one size that may stand beside each other: a question asks each of them. */
const BESIDE = 4;
/** Segments of one tier differ in size by less than this factor. */
const FACTOR = 4;
const SMALLEST = 64;

const tierOf = (segment: StoredSegment) => Math.max(0, Math.floor(Math.log(documentCount(segment) / SMALLEST) / Math.log(FACTOR)));

/** The segments of a bundle to be merged next, in their order; null when they are few and whole enough. */
export function nextMerge(segments: readonly StoredSegment[]): StoredSegment[] | null {
  const whole = segments.filter((segment) => !segment.damaged && !segment.isOpen);
  const thinned = whole.find((segment) => segment.tombstones !== null);
  if (thinned) return [thinned];
  // Only neighbours are merged, so that of several posts at one path the newest stays the last.
  for (const tier of [...new Set(whole.map(tierOf))].sort((a, b) => a - b)) {
    const run = firstRun(segments, (segment) => whole.includes(segment) && tierOf(segment) <= tier);
    if (run && isWorthIt(run)) return run;
  }
  return null;
}

/** A large segment is not written anew for a few small ones beside it. */
function isWorthIt(segments: readonly StoredSegment[]): boolean {
  const counts = segments.map(documentCount);
  const largest = Math.max(...counts);
  return counts.reduce((sum, count) => sum + count, 0) >= largest * 1.5;
}

/** The first neighbours that are enough to be merged and all fit. */
function firstRun(segments: readonly StoredSegment[], fits: (segment: StoredSegment) => boolean): StoredSegment[] | null {
  let run: StoredSegment[] = [];
  for (const segment of segments) {
    if (fits(segment)) run.push(segment);
    else if (run.length >= BESIDE) return run;
    else run = [];
  }
  return run.length >= BESIDE ? run : null;
}

/**
 * Merges segments until no bundle has many of one size. Each merge is published in one step; one that is interrupted
 * leaves records that nothing names, and is begun again another time. Hold the import lock.
 */
export async function compact(database: Connection): Promise<void> {
  for (;;) {
    const { bundles } = await readManifest(database);
    const merge = bundles.map(({ name, segments }) => ({ name, segments: nextMerge(segments) })).find(({ segments }) => segments !== null);
    if (!merge?.segments) return;
    await mergeOnce(database, merge.name, merge.segments);
  }
}

async function mergeOnce(database: Connection, name: string, segments: readonly StoredSegment[]): Promise<void> {
  const source = blocksOf(database);
  const writer = new BlockWriter(database);
  const inputs = await Promise.all(segments.map(async (record) => ({ record, gone: await tombstonesOf(source, record) })));
  const ids = { index: await reserveId(database), documents: await reserveId(database) };
  const merged = await mergeSegments(source, writer, inputs, ids);
  await writer.flush();
  const kept = merged.parts.some((part) => part.id !== ids.documents) ? documentBytes(segments) : 0;
  const segment: StoredSegment = { ...merged, bytes: writer.bytes + kept };
  const replaced = new Map(segments.map((one) => [one.index, one.tombstones]));
  await changeManifest(database, (manifest) => ({
    manifest: {
      ...manifest,
      generation: manifest.generation + 1,
      bundles: manifest.bundles.map((bundle) => {
        const standing = bundle.segments.filter((one) => replaced.get(one.index) === one.tombstones);
        // Removed or thinned meanwhile: then what was merged is swept away.
        if (bundle.name !== name || standing.length < replaced.size) return bundle;
        const last = segments.at(-1)?.index;
        const inPlace = bundle.segments.flatMap((one) => (one.index === last ? [segment] : replaced.has(one.index) ? [] : [one]));
        return { ...bundle, segments: inPlace.filter((one) => documentCount(one) > 0) };
      }),
    },
    result: undefined,
  }));
}

/** What the documents of some segments take, about: their indexes are a fifth of all. */
const documentBytes = (segments: readonly StoredSegment[]) => segments.reduce((sum, segment) => sum + segment.bytes, 0) * 0.8;
