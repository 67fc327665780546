import { type CountsEvidence, evidenceOf } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import { standing, standingRows } from '../index/catalog.ts';
import type { SegmentRecord } from '../index/segment.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import { VersionCount } from '../index/version-count.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { forgetImport } from '../store/imports.ts';
import { bundleNamed, manifestIn, putManifest, withBundles } from '../store/manifest.ts';
import { BLOCKS, type BundleRecord, IMPORTS, MANIFEST, type StoredSegment } from '../store/schema.ts';
import { inTransaction } from '../store/writing.ts';
import type { Destination } from './destination.ts';
import type { Running } from './journal.ts';
import { rangeOfSegments } from './range.ts';
import type { ImportCounts } from './report.ts';
import { type Thinning, thin } from './thin.ts';

/**
 * Makes what was imported part of the archive, in one step, and completes the report.
 * @param mirror whether posts that the bundle no longer has are taken out
 */
export async function publish(running: Running, mirror: boolean): Promise<void> {
  const { database, bundle, destination, builder, report, older } = running;
  const { record, segments, known, versions } = destination;
  const { counts } = report;
  Object.assign(counts, versions.inFile);
  const added = await builder.finish();
  const moved = added ? await noteMoved(running, added) : 0;
  counts.removed = mirror ? known.unseen : 0;
  report.missing = known.unseen - counts.removed;
  // What stood in damaged segments came in again.
  const damaged = new Set(record?.segments.filter((one) => !segments.includes(one)).map(({ index }) => index));
  if (!added && moved === 0 && counts.removed === 0 && damaged.size === 0) return forgetImport(database, bundle.identity);
  const leaving: Leaving = counts.removed > 0 || moved > 0 ? await leavingDocuments(database, destination, mirror) : new Map();
  const left = counts.removed > 0 ? await leftOf(database, destination, leaving, added) : { versions, range: null };
  Object.assign(counts, left.versions.inFile);
  const update = { added, damaged, counts, again: older.again, range: builder.range, evidence: builder.evidence, left };
  while (!(await put(running, update, await thinningsOf(database, destination.name, leaving))));
}

/** What an import brings to its bundle. */
interface Update {
  added: StoredSegment | null;
  /** Segments that go, by index. */
  damaged: ReadonlySet<number>;
  counts: ImportCounts;
  /** Posts that were stored once more. */
  again: number;
  range: DateRange | null;
  evidence: CountsEvidence;
  /** What is left where posts were taken out. */
  left: { versions: VersionCount; range: DateRange | null };
}

/** @returns false, and nothing changed, where a segment that loses posts is no longer what it was */
function put({ database, bundle, destination }: Running, update: Update, thinnings: readonly Thinning[]): Promise<boolean> {
  return inTransaction(database, [MANIFEST, BLOCKS, IMPORTS], 'strict', async (transaction) => {
    const manifest = await manifestIn(transaction);
    const current = manifest.bundles.find(({ name }) => name === destination.name) ?? null;
    // The reader may have removed the bundle since its segments were read.
    const thinned = thin(transaction, current?.segments ?? [], current ? thinnings : [], manifest.nextId);
    if (!thinned) return false;
    const updated = updatedRecord(current && { ...current, segments: thinned }, destination, update);
    const bundles = [...manifest.bundles.filter((one) => one !== current), updated];
    await putManifest(transaction, withBundles({ ...manifest, nextId: manifest.nextId + thinnings.length }, bundles));
    await transaction.objectStore(IMPORTS).delete(bundle.identity);
    return true;
  });
}

/**
 * A bundle's record with what an import brings. What was saved into it meanwhile stays; where the reader removed it meanwhile, only
 * what is new comes in.
 */
function updatedRecord(current: BundleRecord | null, { name, record, known }: Destination, update: Update): BundleRecord {
  const { added, damaged, counts, again, range, evidence, left } = update;
  const before = current ?? { segments: [], range: null, evidence: { posts: 0, words: 0 }, overrule: null };
  const kept = before.segments.filter(({ index }) => !damaged.has(index));
  const since = (count: 'posts' | 'articles') => (current ? current[count] - (record?.[count] ?? 0) : 0);
  const isAsItWas = current?.segments.every(({ index }) => record?.segments.some((one) => one.index === index)) ?? false;
  // Of a removed one what came in is what the import took at known paths and at new ones.
  const posts = current ? known.size - counts.removed : counts.changed - again;
  return {
    name,
    segments: added ? [...kept, added] : kept,
    imported: Date.now(),
    posts: posts + counts.added + since('posts'),
    articles: left.versions.articles + since('articles'),
    // Of what was saved meanwhile only the range of all is known.
    range: counts.removed > 0 && isAsItWas ? left.range : widened(before.range, range),
    evidence: evidenceOf(before.evidence, evidence),
    overrule: before.overrule,
  };
}

/** Notes the texts that were stored anew behind an older one; gives how many there are. */
async function noteMoved({ database, destination: { known }, older }: Running, added: StoredSegment): Promise<number> {
  const { paths } = older;
  if (paths.size === 0 || known.size === 0) return 0;
  let moved = 0;
  for await (const row of standing(blocksOf(database), [added])) if (paths.has(row.path) && known.storeAgain(row)) moved++;
  return moved;
}

/** Documents that leave the segments in which they stood when the import began, by segment. */
type Leaving = ReadonlyMap<SegmentRecord, ReadonlySet<number>>;

/**
 * The documents of a bundle whose texts stand elsewhere now.
 * @param mirror whether those leave, too, whose posts the bundle's new copy does not have
 */
async function leavingDocuments(database: Connection, { segments, known }: Destination, mirror: boolean): Promise<Leaving> {
  const leaving = new Map<SegmentRecord, Set<number>>();
  let place = 0;
  for (const segment of segments) {
    const documents = new Set<number>();
    for await (const { row, document } of standingRows(blocksOf(database), segment)) {
      if (known.isStoredAgain(place++) || (mirror && known.isUnseen(row.path))) documents.add(document);
    }
    if (documents.size > 0) leaving.set(segment, documents);
  }
  return leaving;
}

/** The segments as they are now without the documents that leave them. One that is no longer there has none to lose. */
async function thinningsOf(database: Connection, name: string, leaving: Leaving): Promise<Thinning[]> {
  if (leaving.size === 0) return [];
  const source = blocksOf(database);
  const current = (await bundleNamed(database, name))?.segments ?? [];
  const thinnings: Thinning[] = [];
  for (const [{ index }, documents] of leaving) {
    const segment = current.find((one) => one.index === index);
    if (segment) thinnings.push({ segment, gone: new Set([...(await tombstonesOf(source, segment)), ...documents]) });
  }
  return thinnings;
}

/** The articles of what an import leaves of a bundle as it was when it began, and the dates between which that lies. */
async function leftOf(
  database: Connection,
  { segments, versions: before }: Destination,
  leaving: Leaving,
  added: StoredSegment | null,
): Promise<Update['left']> {
  const source = blocksOf(database);
  const versions = new VersionCount(before.articles);
  const all = added ? [...segments, added] : segments;
  for (const segment of all) {
    for await (const { row, document } of standingRows(source, segment)) {
      if (leaving.get(segment)?.has(document)) continue;
      versions.add(row.article, row.fingerprint);
      if (before.isInFile(row.article)) versions.see(row.article);
    }
  }
  return { versions, range: await rangeOfSegments(source, all, leaving) };
}
