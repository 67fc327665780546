import type { BundleLine } from '../../article/answers.ts';
import { meaningOf } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import { documentCount, isOutdated } from '../index/segment.ts';
import { beginReading, type Connection } from './connection.ts';
import { salvagedManifest } from './salvage.ts';
import { type BundleRecord, MANIFEST, type Manifest, type StoredSegment } from './schema.ts';
import { inTransaction } from './writing.ts';

export const MANIFEST_KEY = 'manifest';

/** The manifest as a transaction finds it; empty before anything was imported. */
export const manifestIn = async (transaction: {
  objectStore(name: typeof MANIFEST): { get(key: string): Promise<unknown> };
}): Promise<Manifest> => salvagedManifest(await transaction.objectStore(MANIFEST).get(MANIFEST_KEY));

/** Puts the manifest within a transaction that has read it. */
export const putManifest = (
  transaction: { objectStore(name: typeof MANIFEST): { put(manifest: Manifest, key: string): Promise<unknown> } },
  manifest: Manifest,
): Promise<unknown> => transaction.objectStore(MANIFEST).put(manifest, MANIFEST_KEY);

/** The next generation of a manifest: answers that were made from an earlier one are stale. */
export const withBundles = (manifest: Manifest, bundles: BundleRecord[]): Manifest => ({
  ...manifest,
  generation: manifest.generation + 1,
  bundles,
});

export const readManifest = async (database: Connection): Promise<Manifest> => manifestIn(beginReading(database, [MANIFEST]));

/** A bundle's record as it is now; undefined where there is none of that name. */
export const bundleNamed = async (database: Connection, name: string): Promise<BundleRecord | undefined> =>
  (await readManifest(database)).bundles.find((bundle) => bundle.name === name);

/**
 * Changes the bundles in one transaction that reads them again. Durable before it returns, and with it everything written before.
 * @param change gives the bundles as they are to be; null where nothing is to be changed
 */
export const changeBundles = (database: Connection, change: (bundles: readonly BundleRecord[]) => BundleRecord[] | null): Promise<void> =>
  inTransaction(database, [MANIFEST], 'strict', async (transaction) => {
    const manifest = await manifestIn(transaction);
    const bundles = change(manifest.bundles);
    if (bundles) await putManifest(transaction, withBundles(manifest, bundles));
  });

/** Reserves an id for records that are about to be written. It is never given again. */
export const reserveId = (database: Connection): Promise<number> =>
  inTransaction(database, [MANIFEST], 'strict', async (transaction) => {
    const manifest = await manifestIn(transaction);
    await putManifest(transaction, { ...manifest, nextId: manifest.nextId + 1 });
    return manifest.nextId;
  });

/** Gives no id again up to one under which records stand: a manifest that was lost may have given it. */
export const passOver = (database: Connection, id: number): Promise<void> =>
  inTransaction(database, [MANIFEST], 'strict', async (transaction) => {
    const manifest = await manifestIn(transaction);
    await putManifest(transaction, { ...manifest, nextId: Math.max(manifest.nextId, id + 1) });
  });

/** Changes one bundle's record, where it still is. */
export const changeBundle = (database: Connection, name: string, change: (bundle: BundleRecord) => BundleRecord): Promise<void> =>
  changeBundles(database, (bundles) => bundles.map((bundle) => (bundle.name === name ? change(bundle) : bundle)));

/** Takes a bundle out of the archive. Its posts are gone at once; their space comes back with the sweep. @returns its record, null where there was none */
export async function removeBundle(database: Connection, name: string): Promise<BundleRecord | null> {
  const removed: BundleRecord[] = [];
  await changeBundles(database, (bundles) => {
    removed.push(...bundles.filter((one) => one.name === name));
    return bundles.filter((one) => one.name !== name);
  });
  return removed[0] ?? null;
}

/** Says that a segment can't be trusted any more. */
export const markDamaged = (database: Connection, index: number): Promise<void> =>
  changeBundles(database, (bundles) =>
    bundles.map((bundle) => ({
      ...bundle,
      segments: bundle.segments.map((segment) => (segment.index === index ? { ...segment, damaged: true as const } : segment)),
    })),
  );

/** The segments of a bundle whose words an earlier analyser made, and that can be read. */
export const outdatedIn = ({ segments }: BundleRecord): StoredSegment[] => segments.filter((one) => !one.damaged && isOutdated(one));

export const postCount = (manifest: Manifest): number => manifest.bundles.reduce((sum, bundle) => sum + bundle.posts, 0);

/** The dates between which all posts of some bundles lie, or null when none has a date. */
export const rangeOfBundles = (bundles: readonly Pick<BundleRecord, 'range'>[]): DateRange | null =>
  bundles.reduce<DateRange | null>((range, bundle) => widened(range, bundle.range), null);

/** What the numbers of a bundle count: as the reader says, else as the evidence shows. */
export const countsMeaning = ({ overrule, evidence }: BundleRecord) => overrule ?? meaningOf(evidence);

/** The bundles as the options page lists them, by name. */
export const bundleLines = (manifest: Manifest): BundleLine[] =>
  manifest.bundles
    .map((bundle) => ({
      name: bundle.name,
      imported: bundle.imported,
      posts: bundle.posts,
      articles: bundle.articles,
      bytes: bundle.segments.reduce((sum, segment) => sum + segment.bytes, 0),
      range: bundle.range,
      meaning: countsMeaning(bundle),
      damaged: bundle.segments.reduce((sum, segment) => sum + (segment.damaged ? documentCount(segment) : 0), 0),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
