import type { BundleLine } from '../../article/answers.ts';
import { meaningOf } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import { documentCount } from '../index/segment.ts';
import { beginReading, type Connection } from './connection.ts';
import { type BundleRecord, EMPTY_MANIFEST, IMPORTS, MANIFEST, type Manifest } from './schema.ts';
import { inTransaction } from './writing.ts';

export const MANIFEST_KEY = 'manifest';

export async function readManifest(database: Connection): Promise<Manifest> {
  return (await beginReading(database, [MANIFEST]).objectStore(MANIFEST).get(MANIFEST_KEY)) ?? EMPTY_MANIFEST;
}

/**
 * Changes the manifest in one transaction that reads it again: the only way to add to the archive or take from it.
 * Durable before it returns, and with it everything written before.
 * @param identity of an import whose journal ends with this change
 */
export async function changeManifest<Result>(
  database: Connection,
  change: (manifest: Manifest) => { manifest: Manifest; result: Result },
  identity?: string,
): Promise<Result> {
  return inTransaction(database, [MANIFEST, IMPORTS], 'strict', async (transaction) => {
    const store = transaction.objectStore(MANIFEST);
    const { manifest, result } = change((await store.get(MANIFEST_KEY)) ?? EMPTY_MANIFEST);
    await store.put(manifest, MANIFEST_KEY);
    if (identity !== undefined) await transaction.objectStore(IMPORTS).delete(identity);
    return result;
  });
}

/** Reserves an id for records that are about to be written. It is never given again. */
export const reserveId = (database: Connection): Promise<number> =>
  changeManifest(database, (manifest) => ({ manifest: { ...manifest, nextId: manifest.nextId + 1 }, result: manifest.nextId }));

/** Changes one bundle's record, where it still is. */
export const changeBundle = (database: Connection, name: string, change: (bundle: BundleRecord) => BundleRecord): Promise<void> =>
  changeManifest(database, (manifest) => ({
    manifest: {
      ...manifest,
      generation: manifest.generation + 1,
      bundles: manifest.bundles.map((bundle) => (bundle.name === name ? change(bundle) : bundle)),
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

/** Says that a segment can't be trusted any more. */
export async function markDamaged(database: Connection, index: number): Promise<void> {
  await changeManifest(database, (manifest) => ({
    manifest: {
      ...manifest,
      generation: manifest.generation + 1,
      bundles: manifest.bundles.map((bundle) => ({
        ...bundle,
        segments: bundle.segments.map((segment) => (segment.index === index ? { ...segment, damaged: true as const } : segment)),
      })),
    },
    result: undefined,
  }));
}

export const postCount = (manifest: Manifest): number => manifest.bundles.reduce((sum, bundle) => sum + bundle.posts, 0);

/** The dates between which all posts of some bundles lie, or null when none has a date. */
export const rangeOf = (bundles: readonly Pick<BundleRecord, 'range'>[]): DateRange | null =>
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
