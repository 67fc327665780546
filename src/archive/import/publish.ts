import { widened } from '../../article/date-range.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { KIND } from '../index/blocks.ts';
import { documentCount } from '../index/segment.ts';
import { tombstonesOf, writeTombstones } from '../index/tombstones.ts';
import { VersionCount } from '../index/version-count.ts';
import { BlockWriter, blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { changeManifest, reserveId } from '../store/manifest.ts';
import type { StoredSegment } from '../store/schema.ts';
import { forgetImport } from '../store/sweep.ts';
import type { Destination } from './destination.ts';
import type { Running } from './journal.ts';
import { KnownPosts } from './known.ts';

/**
 * Makes what was imported part of the archive, in one step, and completes the report.
 * @param mirror whether posts that the bundle no longer has are taken out
 */
export async function publish(
  database: Connection,
  bundle: Bundle,
  destination: Destination,
  { builder, report }: Running,
  mirror: boolean,
): Promise<void> {
  const { name, record, segments, known } = destination;
  const { counts } = report;
  counts.articles = destination.versions.articles;
  counts.versioned = destination.versions.versioned;
  report.missing = known.unseen;
  const added = await builder.finish();
  const thinned = mirror && report.missing > 0 ? await thin(database, destination) : segments;
  // What stood in damaged segments came in again; thinned ones stand in for those they were.
  const replaced = new Map<number, StoredSegment | null>(record?.segments.map((one) => [one.index, null]));
  for (const [i, one] of segments.entries()) replaced.set(one.index, thinned[i] as StoredSegment);
  if (!added && thinned === segments && segments.length === replaced.size) return forgetImport(database, bundle.identity);
  if (thinned !== segments) {
    counts.removed = report.missing;
    report.missing = 0;
    const versions = new VersionCount(known.size);
    await KnownPosts.read(blocksOf(database), added ? [...thinned, added] : thinned, versions);
    counts.articles = versions.articles;
    counts.versioned = versions.versioned;
  }
  await changeManifest(
    database,
    (manifest) => {
      // Where the reader removed the bundle meanwhile, only what is new comes in; what was saved into it meanwhile stays.
      const current = manifest.bundles.find((one) => one.name === name);
      const before = current ?? { segments: [], range: null, evidence: { posts: 0, words: 0 }, overrule: null };
      const since = (count: 'posts' | 'articles') => (current ? current[count] - (record?.[count] ?? 0) : 0);
      const kept = before.segments.flatMap((one) => (replaced.has(one.index) ? (replaced.get(one.index) ?? []) : [one]));
      const updated = {
        name,
        segments: added ? [...kept, added] : kept,
        imported: Date.now(),
        posts: (current ? known.size - counts.removed : counts.changed) + counts.added + since('posts'),
        articles: counts.articles + since('articles'),
        range: widened(before.range, builder.range),
        evidence: { posts: before.evidence.posts + builder.evidence.posts, words: before.evidence.words + builder.evidence.words },
        overrule: before.overrule,
      };
      const others = manifest.bundles.filter((one) => one.name !== name);
      return { manifest: { ...manifest, generation: manifest.generation + 1, bundles: [...others, updated] }, result: undefined };
    },
    bundle.identity,
  );
}

/** The segments of a bundle without the posts that its new copy does not have. */
async function thin(database: Connection, { segments, known }: Destination): Promise<StoredSegment[]> {
  const source = blocksOf(database);
  const writer = new BlockWriter(database);
  const unseen = new Set(known.unseenDocuments());
  const thinned: StoredSegment[] = [];
  let first = 0;
  for (const segment of segments) {
    const count = documentCount(segment);
    const gone = new Set(await tombstonesOf(source, segment));
    const before = gone.size;
    for (let document = 0; document < count; document++) if (unseen.has(first + document)) gone.add(document);
    first += count;
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
