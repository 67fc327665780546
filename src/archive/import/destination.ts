import type { Bundle } from '../bundle/bundle.ts';
import { documentCount } from '../index/segment.ts';
import { VersionCount } from '../index/version-count.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { damagedAmong } from '../store/damage.ts';
import { bundleNamed, changeBundle, markDamaged, readManifest } from '../store/manifest.ts';
import { type BundleRecord, closed, type StoredSegment } from '../store/schema.ts';
import type { DestinationChoice } from './choice.ts';
import { KnownPosts } from './known.ts';

/** Where a bundle's posts go: into a new bundle, or as an update into one that is there. */
export interface Destination {
  name: string;
  kind: 'new' | 'update' | 'apart';
  /** The bundle that is updated. */
  record: BundleRecord | null;
  /** Its segments that are whole: what stood in damaged ones is imported again. */
  segments: StoredSegment[];
  known: KnownPosts;
  versions: VersionCount;
}

/**
 * A bundle of a known name updates that bundle when at least half of the smaller one's paths stand in both; otherwise
 * it is another archive and gets a name of its own, `leestmeer (2)`.
 */
export async function findDestination(database: Connection, bundle: Bundle, choice: DestinationChoice): Promise<Destination> {
  const { bundles } = await readManifest(database);
  const isNamed = ({ name }: BundleRecord) =>
    typeof choice === 'object' ? name === choice.into : choice !== 'apart' && name.replace(/ \(\d+\)$/, '') === bundle.name;
  for (const named of bundles.filter(isNamed)) {
    const record = await closedBundle(database, named);
    const found = await withKnown(database, record, bundle.posts);
    const isSure = choice !== 'auto';
    if (isSure || (await isSameArchive(bundle, found.known, lostOf(record, found.segments))))
      return { name: record.name, kind: 'update', record, ...found };
  }
  const names = new Set(bundles.map((one) => one.name));
  let free = bundle.name;
  for (let i = 2; names.has(free); i++) free = `${bundle.name} (${i})`;
  return { name: free, kind: free === bundle.name ? 'new' : 'apart', record: null, ...(await withKnown(database, null, bundle.posts)) };
}

/** A bundle whose records stay while they are read: adding a single post to an open segment replaces those of the segment. */
export async function closedBundle(database: Connection, bundle: BundleRecord): Promise<BundleRecord> {
  if (!bundle.segments.some(({ isOpen }) => isOpen)) return bundle;
  await changeBundle(database, bundle.name, (current) => ({ ...current, segments: current.segments.map(closed) }));
  return (await bundleNamed(database, bundle.name)) ?? bundle;
}

async function withKnown(database: Connection, record: BundleRecord | null, expected: number) {
  let segments = (record?.segments ?? []).filter((segment) => !segment.damaged);
  for (;;) {
    const versions = new VersionCount(expected);
    try {
      const known = await KnownPosts.read(blocksOf(database), segments, ({ article, fingerprint }) => versions.add(article, fingerprint));
      return { segments, versions, known };
    } catch (error) {
      const damaged = damagedAmong(segments, error);
      if (!damaged) throw error;
      await markDamaged(database, damaged.index);
      segments = segments.filter((segment) => segment !== damaged);
    }
  }
}

/** How many documents stand in a bundle's damaged segments. */
const lostOf = ({ segments }: BundleRecord, whole: readonly StoredSegment[]): number =>
  segments.reduce((sum, segment) => sum + (whole.includes(segment) ? 0 : documentCount(segment)), 0);

/** @param lost documents whose paths can't be told any more: taken to be of the bundle, which is to bring them back */
async function isSameArchive(bundle: Bundle, known: KnownPosts, lost: number): Promise<boolean> {
  let [paths, shared] = [0, 0];
  for await (const { path } of bundle.list()) {
    const { earlier, newest } = known.at(path);
    // A path counts once, however many texts of it there are.
    if (earlier > 0) continue;
    paths++;
    if (newest !== undefined) shared++;
  }
  return (shared + lost) * 2 >= Math.min(known.size + lost, paths);
}
