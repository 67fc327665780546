import { evidenceOf } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { KIND } from '../index/blocks.ts';
import { catalogOf } from '../index/catalog.ts';
import { tombstonesOf, writeTombstones } from '../index/tombstones.ts';
import { VersionCount } from '../index/version-count.ts';
import { BlockWriter, blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { changeManifest, reserveId } from '../store/manifest.ts';
import type { StoredSegment } from '../store/schema.ts';
import { forgetImport } from '../store/sweep.ts';
import type { Destination } from './destination.ts';
import type { Running } from './journal.ts';
import { standing } from './known.ts';
import type { OlderTexts } from './older-texts.ts';
import { rangeOfSegments } from './range.ts';

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
  const { name, record, segments, known } = destination;
  const { counts } = report;
  let { versions } = destination;
  Object.assign(counts, versions.inFile);
  report.missing = known.unseen;
  const added = await builder.finish();
  const moved = added ? await noteMoved(database, added, destination, older) : 0;
  const removed = mirror ? report.missing : 0;
  const thinned = removed > 0 || moved > 0 ? await thin(database, destination, mirror) : segments;
  // What stood in damaged segments came in again; thinned ones stand in for those they were.
  const replaced = new Map<number, StoredSegment | null>(record?.segments.map((one) => [one.index, null]));
  for (const [i, one] of segments.entries()) replaced.set(one.index, thinned[i] as StoredSegment);
  if (!added && thinned === segments && segments.length === replaced.size) return forgetImport(database, bundle.identity);
  let range: DateRange | null = null;
  if (removed > 0) {
    counts.removed = removed;
    report.missing -= removed;
    const left = added ? [...thinned, added] : thinned;
    versions = await countAgain(database, left, versions);
    Object.assign(counts, versions.inFile);
    range = await rangeOfSegments(blocksOf(database), left);
  }
  await changeManifest(
    database,
    (manifest) => {
      // Where the reader removed the bundle meanwhile, only what is new comes in; what was saved into it meanwhile stays.
      const current = manifest.bundles.find((one) => one.name === name);
      const before = current ?? { segments: [], range: null, evidence: { posts: 0, words: 0 }, overrule: null };
      const since = (count: 'posts' | 'articles') => (current ? current[count] - (record?.[count] ?? 0) : 0);
      const isAsItWas = current?.segments.every((one) => replaced.has(one.index)) ?? false;
      const kept = before.segments.flatMap((one) => (replaced.has(one.index) ? (replaced.get(one.index) ?? []) : [one]));
      const updated = {
        name,
        segments: added ? [...kept, added] : kept,
        imported: Date.now(),
        posts: (current ? known.size - counts.removed : counts.changed - older.again) + counts.added + since('posts'),
        articles: versions.articles + since('articles'),
        // Of what was saved meanwhile only the range of all is known.
        range: removed > 0 && isAsItWas ? range : widened(before.range, builder.range),
        evidence: evidenceOf(before.evidence, builder.evidence),
        overrule: before.overrule,
      };
      const others = manifest.bundles.filter((one) => one.name !== name);
      return { manifest: { ...manifest, generation: manifest.generation + 1, bundles: [...others, updated] }, result: undefined };
    },
    bundle.identity,
  );
}

/** Notes the texts that were stored anew behind an older one; gives how many there are. */
async function noteMoved(database: Connection, added: StoredSegment, { known }: Destination, older: OlderTexts): Promise<number> {
  const { paths } = older;
  if (paths.size === 0 || known.size === 0) return 0;
  let moved = 0;
  for await (const row of standing(blocksOf(database), [added])) if (paths.has(row.path) && known.storeAgain(row)) moved++;
  return moved;
}

/**
 * The segments of a bundle without what stands elsewhere now.
 * @param mirror whether the posts go, too, that its new copy does not have
 */
async function thin(database: Connection, { segments, known }: Destination, mirror: boolean): Promise<StoredSegment[]> {
  const source = blocksOf(database);
  const writer = new BlockWriter(database);
  const thinned: StoredSegment[] = [];
  let place = 0;
  for (const segment of segments) {
    const gone = new Set(await tombstonesOf(source, segment));
    const before = gone.size;
    let document = 0;
    for await (const { path } of catalogOf(source, segment)) {
      if (!gone.has(document)) {
        if (known.isStoredAgain(place) || (mirror && known.isUnseen(path))) gone.add(document);
        place++;
      }
      document++;
    }
    if (gone.size === before) thinned.push(segment);
    else {
      const id = await reserveId(database);
      writer.put([id, KIND.tombstones, 0], writeTombstones(gone));
      thinned.push({ ...segment, tombstones: id });
    }
  }
  await writer.flush();
  return thinned;
}

/** Counts the articles of what is left of a bundle; those in the file are known. */
async function countAgain(database: Connection, segments: readonly StoredSegment[], before: VersionCount): Promise<VersionCount> {
  const versions = new VersionCount(before.articles);
  for await (const { article, fingerprint } of standing(blocksOf(database), segments)) {
    versions.add(article, fingerprint);
    if (before.isInFile(article)) versions.see(article);
  }
  return versions;
}
