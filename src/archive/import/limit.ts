import { standingRows } from '../index/catalog.ts';
import { dateOfMinutes, NO_DATE } from '../index/columns.ts';
import { documentCount, openSegments } from '../index/segment.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { pastDamage } from '../store/damage.ts';
import { SAVE_LOCK } from '../store/locks.ts';
import { bundleNamed, manifestIn, putManifest, withBundles } from '../store/manifest.ts';
import { BLOCKS, type BundleRecord, MANIFEST, type StoredSegment } from '../store/schema.ts';
import { inTransaction } from '../store/writing.ts';
import { rangeOf } from './range.ts';
import { type Thinning, thin } from './thin.ts';

/** How old a bundle's posts may become, in milliseconds, and how large all of it; null for no limit. */
export interface Limit {
  age: number | null;
  bytes: number | null;
}

/** What left: how many posts, and the date of the newest among them. */
export interface Removed {
  posts: number;
  until: number;
}

/** A day's posts leave together: one by one, the segment that they stand in would be written anew each time. */
const GRACE = 24 * 3_600_000;
/** A bundle that has become too large is made this much smaller than it may be, for the same reason. */
const LEFT = 0.95;

/** Whether a bundle is over its limit, by its record alone. */
const isOver = ({ range, segments }: BundleRecord, { age, bytes }: Limit, now: number): boolean =>
  (age !== null && range !== null && range.from < now - age - GRACE) || (bytes !== null && bytesOf(segments) > bytes);

/**
 * Takes the oldest posts out of a bundle that is over its limit. Their space comes back when its segments are merged.
 * Hold the import lock.
 * @returns null where nothing was to be taken out
 */
export const enforceLimit = (database: Connection, name: string, limit: Limit, now: number): Promise<Removed | null> =>
  navigator.locks.request(SAVE_LOCK, () => pastDamage(database, () => enforceOnce(database, name, limit, now)));

async function enforceOnce(database: Connection, name: string, limit: Limit, now: number): Promise<Removed | null> {
  const bundle = await bundleNamed(database, name);
  if (!bundle || !isOver(bundle, limit, now)) return null;
  const segments = bundle.segments.filter(({ damaged }) => !damaged);
  const posts = await postsOf(database, segments);
  const count = countLeaving(posts, bytesOf(segments), limit, now);
  const [leaving, staying] = [posts.slice(0, count), posts.slice(count)];
  const last = leaving.at(-1);
  if (!last || !(await takeOut(database, name, segments, leaving, staying))) return null;
  return { posts: count, until: dateOfMinutes(last.minutes) };
}

const bytesOf = (segments: readonly StoredSegment[]) => segments.reduce((sum, { bytes }) => sum + bytes, 0);

interface Post {
  segment: StoredSegment;
  document: number;
  /** Infinity where it has no date: it leaves last. */
  minutes: number;
  article: number;
}

/** Every post, by what is known without reading it; oldest first. */
async function postsOf(database: Connection, segments: readonly StoredSegment[]): Promise<Post[]> {
  const source = blocksOf(database);
  const posts: Post[] = [];
  for (const [i, opened] of (await openSegments(source, segments)).entries()) {
    const segment = segments[i] as StoredSegment;
    const dates = await opened.dates();
    for await (const { row, document } of standingRows(source, segment)) {
      const minutes = dates[document] as number;
      posts.push({ segment, document, minutes: minutes === NO_DATE ? Infinity : minutes, article: row.article });
    }
  }
  return posts.sort((a, b) => a.minutes - b.minutes);
}

function countLeaving(posts: readonly Post[], size: number, { age, bytes }: Limit, now: number): number {
  const tooOld = age === null ? 0 : posts.filter(({ minutes }) => dateOfMinutes(minutes) < now - age).length;
  const tooMuch = bytes === null || size <= bytes ? 0 : Math.ceil(((size - bytes * LEFT) / size) * posts.length);
  return Math.max(tooOld, tooMuch);
}

/** @returns false, and nothing changed, where a segment is no longer what it was */
function takeOut(
  database: Connection,
  name: string,
  segments: readonly StoredSegment[],
  leaving: readonly Post[],
  staying: readonly Post[],
): Promise<boolean> {
  const staysAt = new Map(segments.map((segment) => [segment, new Set<number>()]));
  for (const { segment, document } of staying) staysAt.get(segment)?.add(document);
  const thinnings = [...new Set(leaving.map(({ segment }) => segment))].map((segment): Thinning => {
    const all = Array.from({ length: documentCount(segment) }, (_, document) => document);
    return { segment, gone: new Set(all.filter((document) => !staysAt.get(segment)?.has(document))) };
  });
  const range = rangeOf(staying.map(({ minutes }) => minutes).filter(Number.isFinite));
  const numbers = { posts: staying.length, articles: new Set(staying.map(({ article }) => article)).size, range };
  return inTransaction(database, [MANIFEST, BLOCKS], 'strict', async (transaction) => {
    const manifest = await manifestIn(transaction);
    const bundle = manifest.bundles.find((one) => one.name === name);
    const thinned = bundle && thin(transaction, bundle.segments, thinnings, manifest.nextId);
    if (!thinned) return false;
    const bundles = manifest.bundles.map((one) => (one === bundle ? { ...one, ...numbers, segments: thinned } : one));
    await putManifest(transaction, withBundles({ ...manifest, nextId: manifest.nextId + thinnings.length }, bundles));
    return true;
  });
}
