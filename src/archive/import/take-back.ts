import { type Connection, connect } from '../store/connection.ts';
import { changeBundles, readManifest } from '../store/manifest.ts';
import { type BundleRecord, stateOf } from '../store/schema.ts';

/** What an import did to a bundle. */
export interface Change {
  /** Null where the import made it. */
  before: BundleRecord | null;
  after: BundleRecord;
}

/** The records of all bundles by name; none where the browser allows no storage. */
export async function recordsNow(): Promise<ReadonlyMap<string, BundleRecord>> {
  const bundles = await connect()
    .then(readManifest)
    .then((manifest) => manifest.bundles)
    .catch(() => []);
  return new Map(bundles.map((bundle) => [bundle.name, bundle]));
}

/**
 * Undoes what an import did to a bundle, once the reader has had the same file imported elsewhere. A bundle that has changed since, or
 * whose segments the import merged, stays as it is: then it keeps the posts as well.
 */
export const takeBack = (database: Connection, change: Change): Promise<void> =>
  changeBundles(database, (bundles) => takenBack(bundles, change));

function takenBack(bundles: readonly BundleRecord[], { before, after }: Change): BundleRecord[] | null {
  const current = bundles.find(({ name }) => name === after.name);
  if (!current || statesOf(current).join() !== statesOf(after).join()) return null;
  if (before && !isUpdateOf(after, before)) return null;
  return bundles.flatMap((bundle) => (bundle !== current ? [bundle] : before ? [{ ...before, overrule: current.overrule }] : []));
}

/** Records that are named are never swept, so a former record can be put back as long as a later one names all of its. */
const statesOf = ({ segments }: BundleRecord) => segments.map(stateOf);

function isUpdateOf(after: BundleRecord, before: BundleRecord): boolean {
  const states = new Set(statesOf(after));
  return statesOf(before).every((state) => states.has(state)) && states.size <= before.segments.length + 1;
}
