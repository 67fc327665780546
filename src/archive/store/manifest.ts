import type { BundleLine, DateRange } from '../../article/answers.ts';
import { meaningOf } from '../../article/counts.ts';
import type { Connection } from './connection.ts';
import { type BundleRecord, CATALOGS, EMPTY_MANIFEST, MANIFEST, type Manifest, POSTS, TERMS } from './schema.ts';

const KEY = 'manifest';

export async function readManifest(database: Connection): Promise<Manifest> {
  return (await database.get(MANIFEST, KEY)) ?? EMPTY_MANIFEST;
}

/**
 * Changes the manifest in one transaction that reads it again: the only way to add to the archive or take from it.
 * Durable before it returns, and with it everything written before.
 */
export async function changeManifest<Result>(
  database: Connection,
  change: (manifest: Manifest) => { manifest: Manifest; result: Result },
): Promise<Result> {
  const transaction = database.transaction(MANIFEST, 'readwrite', { durability: 'strict' });
  const { manifest, result } = change((await transaction.store.get(KEY)) ?? EMPTY_MANIFEST);
  await Promise.all([transaction.store.put(manifest, KEY), transaction.done]);
  return result;
}

/** Reserves the number of a segment that is about to be written. Nothing names the segment until it is published. */
export const reserveSegment = (database: Connection): Promise<number> =>
  changeManifest(database, (manifest) => ({
    manifest: { ...manifest, nextSegment: manifest.nextSegment + 1 },
    result: manifest.nextSegment,
  }));

/** Puts a bundle in the archive, in place of the one of the same name. */
export const publishBundle = (database: Connection, bundle: BundleRecord): Promise<void> =>
  changeManifest(database, (manifest) => ({
    manifest: {
      ...manifest,
      generation: manifest.generation + 1,
      bundles: [...manifest.bundles.filter((one) => one.name !== bundle.name), bundle],
    },
    result: undefined,
  }));

/** Takes a bundle out of the archive. Its posts are gone at once; their space comes back with the sweep. */
export async function removeBundle(database: Connection, name: string): Promise<void> {
  await changeManifest(database, (manifest) => ({
    manifest: { ...manifest, generation: manifest.generation + 1, bundles: manifest.bundles.filter((one) => one.name !== name) },
    result: undefined,
  }));
}

/** Deletes what the manifest does not name: remains of cancelled and broken imports, and removed bundles. Hold the import lock. */
export async function sweep(database: Connection): Promise<void> {
  const { bundles } = await readManifest(database);
  const live = bundles.flatMap((bundle) => bundle.segments).sort((a, b) => a - b);
  const bounds = [-1, ...live, Number.MAX_SAFE_INTEGER];
  const transaction = database.transaction([POSTS, TERMS, CATALOGS], 'readwrite');
  const deletions = bounds.slice(1).flatMap((to, i) => {
    const from = bounds[i] as number;
    const records = IDBKeyRange.bound([from, []], [to], true, true);
    return [
      transaction.objectStore(POSTS).delete(records),
      transaction.objectStore(TERMS).delete(records),
      transaction.objectStore(CATALOGS).delete(IDBKeyRange.bound(from, to, true, true)),
    ];
  });
  await Promise.all([...deletions, transaction.done]);
}

/** The live segments with the bundle that each is of. */
export const liveSegments = (manifest: Manifest): Map<number, BundleRecord> =>
  new Map(manifest.bundles.flatMap((bundle) => bundle.segments.map((segment) => [segment, bundle] as const)));

export const postCount = (manifest: Manifest): number => manifest.bundles.reduce((sum, bundle) => sum + bundle.posts, 0);

/** The dates between which all posts of some bundles lie, or null when none has a date. */
export function rangeOf(bundles: readonly Pick<BundleRecord, 'from' | 'to'>[]): DateRange | null {
  const dated = bundles.filter((bundle) => bundle.from !== null && bundle.to !== null);
  if (dated.length === 0) return null;
  return { from: Math.min(...dated.map((bundle) => bundle.from as number)), to: Math.max(...dated.map((bundle) => bundle.to as number)) };
}

/** The bundles as the options page lists them, by name. */
export const bundleLines = (manifest: Manifest): BundleLine[] =>
  manifest.bundles
    .map(({ name, imported, posts, articles, bytes, from, to, counts }) => ({
      name,
      imported,
      posts,
      articles,
      bytes,
      range: rangeOf([{ from, to }]),
      meaning: meaningOf(counts),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
