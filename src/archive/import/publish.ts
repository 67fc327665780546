import { type CountsEvidence, evidenceOf } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { KIND } from '../index/blocks.ts';
import { standing, standingRows } from '../index/catalog.ts';
import { tombstonesOf, writeTombstones } from '../index/tombstones.ts';
import { VersionCount } from '../index/version-count.ts';
import { BlockWriter, blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { manifestIn, putManifest, readManifest, reserveId, withBundles } from '../store/manifest.ts';
import { type BundleRecord, IMPORTS, MANIFEST, type StoredSegment } from '../store/schema.ts';
import { forgetImport } from '../store/sweep.ts';
import { inTransaction } from '../store/writing.ts';
import type { Destination } from './destination.ts';
import type { Running } from './journal.ts';
import type { OlderTexts } from './older-texts.ts';
import { rangeOfSegments } from './range.ts';
import type { ImportCounts } from './report.ts';

/**
 * Makes what was imported part of the archive, in one step, and completes the report.
 * @param mirror whether posts that the bundle no longer has are taken out
 */
export async function publish(
  database: Connection,
  bundle: Bundle,
  destination: Destination,
  { builder, report, older }: Running,
  mirror: boolean,
): Promise<void> {
  const { record, segments, known, versions } = destination;
  const { counts } = report;
  Object.assign(counts, versions.inFile);
  const added = await builder.finish();
  const moved = added ? await noteMoved(database, added, destination, older) : 0;
  counts.removed = mirror ? known.unseen : 0;
  report.missing = known.unseen - counts.removed;
  // What stood in damaged segments came in again.
  const damaged = new Set(record?.segments.filter((one) => !segments.includes(one)).map(({ index }) => index));
  if (!added && moved === 0 && counts.removed === 0 && damaged.size === 0) return forgetImport(database, bundle.identity);
  for (;;) {
    const thinned = counts.removed > 0 || moved > 0 ? await thin(database, destination, mirror) : new Map<number, Thinned>();
    const left = counts.removed > 0 ? await leftOf(database, destination, thinned, added) : { versions, range: null };
    Object.assign(counts, left.versions.inFile);
    const update = { added, damaged, thinned, counts, again: older.again, range: builder.range, evidence: builder.evidence, left };
    if (await put(database, bundle.identity, destination, update)) return;
  }
}

/** What an import brings to its bundle. */
interface Update {
  added: StoredSegment | null;
  /** Segments that go, by index; and those without what stands elsewhere now. */
  damaged: ReadonlySet<number>;
  thinned: ReadonlyMap<number, Thinned>;
  counts: ImportCounts;
  /** Posts that were stored once more. */
  again: number;
  range: DateRange | null;
  evidence: CountsEvidence;
  /** What is left where posts were taken out. */
  left: { versions: VersionCount; range: DateRange | null };
}

/** @returns false, and nothing changed, where what was thinned is no longer what it was */
function put(database: Connection, identity: string, destination: Destination, update: Update): Promise<boolean> {
  return inTransaction(database, [MANIFEST, IMPORTS], 'strict', async (transaction) => {
    const manifest = await manifestIn(transaction);
    const current = manifest.bundles.find(({ name }) => name === destination.name) ?? null;
    const isChanged = ({ index, tombstones }: StoredSegment) => (update.thinned.get(index)?.from ?? tombstones) !== tombstones;
    if (current?.segments.some(isChanged)) return false;
    const updated = updatedRecord(current, destination, update);
    await putManifest(transaction, withBundles(manifest, [...manifest.bundles.filter((one) => one !== current), updated]));
    await transaction.objectStore(IMPORTS).delete(identity);
    return true;
  });
}

/**
 * A bundle's record with what an import brings. What was saved into it meanwhile stays; where the reader removed it meanwhile, only
 * what is new comes in.
 */
function updatedRecord(current: BundleRecord | null, { name, record, known }: Destination, update: Update): BundleRecord {
  const { added, damaged, thinned, counts, again, range, evidence, left } = update;
  const before = current ?? { segments: [], range: null, evidence: { posts: 0, words: 0 }, overrule: null };
  const kept = before.segments.filter(({ index }) => !damaged.has(index)).map((one) => thinned.get(one.index)?.segment ?? one);
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
async function noteMoved(database: Connection, added: StoredSegment, { known }: Destination, older: OlderTexts): Promise<number> {
  const { paths } = older;
  if (paths.size === 0 || known.size === 0) return 0;
  let moved = 0;
  for await (const row of standing(blocksOf(database), [added])) if (paths.has(row.path) && known.storeAgain(row)) moved++;
  return moved;
}

/** A segment without what stands elsewhere now: the documents that go, and the tombstones that it had. */
interface Thinned {
  segment: StoredSegment;
  gone: ReadonlySet<number>;
  from: number | null;
}

/**
 * The segments of a bundle that lose posts, by index: those whose texts stand elsewhere now. What was taken out of them meanwhile stays out.
 * @param mirror whether the posts go, too, that its new copy does not have
 */
async function thin(database: Connection, { name, segments, known }: Destination, mirror: boolean): Promise<Map<number, Thinned>> {
  const source = blocksOf(database);
  const writer = new BlockWriter(database);
  const current = (await readManifest(database)).bundles.find((one) => one.name === name)?.segments ?? [];
  const thinned = new Map<number, Thinned>();
  let place = 0;
  for (const segment of segments) {
    const now = current.find(({ index }) => index === segment.index) ?? segment;
    const gone = new Set<number>();
    for await (const { row, document } of standingRows(source, segment)) {
      if (known.isStoredAgain(place++) || (mirror && known.isUnseen(row.path))) gone.add(document);
    }
    if (gone.size === 0) continue;
    const id = await reserveId(database);
    writer.put([id, KIND.tombstones, 0], writeTombstones(new Set([...(await tombstonesOf(source, now)), ...gone])));
    thinned.set(segment.index, { segment: { ...now, tombstones: id }, gone, from: now.tombstones });
  }
  await writer.flush();
  return thinned;
}

/** The articles of what an import leaves of a bundle as it was when it began, and the dates between which that lies. */
async function leftOf(
  database: Connection,
  { segments, versions: before }: Destination,
  thinned: ReadonlyMap<number, Thinned>,
  added: StoredSegment | null,
): Promise<Update['left']> {
  const source = blocksOf(database);
  const versions = new VersionCount(before.articles);
  const all = added ? [...segments, added] : segments;
  for (const segment of all) {
    for await (const { row, document } of standingRows(source, segment)) {
      if (thinned.get(segment.index)?.gone.has(document)) continue;
      versions.add(row.article, row.fingerprint);
      if (before.isInFile(row.article)) versions.see(row.article);
    }
  }
  return {
    versions,
    range: await rangeOfSegments(
      source,
      all.map((one) => thinned.get(one.index)?.segment ?? one),
    ),
  };
}
