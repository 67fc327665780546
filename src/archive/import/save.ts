import { buf as crc32 } from 'crc-32';
import { evidenceWith } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import { textHash } from '../../article/hash.ts';
import { type Post, readPost } from '../bundle/post.ts';
import type { BlockKey, BlockSource, MemoryBlocks } from '../index/blocks.ts';
import { standingRows } from '../index/catalog.ts';
import { countPost, Distribution } from '../index/distribution.ts';
import { writeDistribution } from '../index/distribution-records.ts';
import { DocumentsWriter } from '../index/documents-writer.ts';
import { documentCount, type SegmentRecord } from '../index/segment.ts';
import { TokenStore } from '../index/token-store.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import { sharedAnalyser } from '../language/analyse.ts';
import { ANALYSIS } from '../language/version.ts';
import { blocksOf, readWhole, recordsOf } from '../store/blocks.ts';
import { sealed } from '../store/checksum.ts';
import type { Connection } from '../store/connection.ts';
import { pastDamage } from '../store/damage.ts';
import { SAVE_LOCK } from '../store/locks.ts';
import { bundleNamed, manifestIn, putManifest, withBundles } from '../store/manifest.ts';
import { BLOCKS, type BundleRecord, idsOf, MANIFEST, type StoredSegment } from '../store/schema.ts';
import { inTransaction, putBlocks } from '../store/writing.ts';
import { fingerprintOf, indexPost } from './index-post.ts';
import { type Input, mergeSegments, TIMES } from './merge-segments.ts';
import { type Thinning, thin } from './thin.ts';

/** A post to be kept by itself: where it stands in its bundle, and the file. */
export interface SavedPost {
  path: string;
  bytes: Uint8Array;
  /** Whether its article is in the bundle already; a `replacement` takes the place of the post at its path. */
  kind: 'article' | 'version' | 'replacement';
}

/** With this many documents the open segment is closed and another is begun. With fewer, all are written anew as others come. */
const OPEN = TIMES;
/** Ids of records until they are written: the true ones are given within that transaction. */
const NEW = { index: -1, documents: -2 };

/**
 * Keeps single posts in a bundle, which is made where there is none: visible to every question at once. They join the
 * bundle's open segment, which is small enough to be written anew each time, in one transaction together with the
 * manifest: so it is the journal of single writes, and is read like everything else.
 * @throws UnreadablePost and what the storage throws; then nothing was kept
 */
export async function savePosts(database: Connection, name: string, posts: readonly SavedPost[]): Promise<void> {
  if (posts.length === 0) return;
  await navigator.locks.request(SAVE_LOCK, async () => {
    const read = posts.map((saved) => ({ ...saved, post: readPost(name, saved.path, saved.bytes) }));
    // A merge puts others in the place of closed segments now and then; then what is replaced is looked for again.
    while (!(await pastDamage(database, () => saveOnce(database, name, read))));
  });
}

async function saveOnce(database: Connection, name: string, read: readonly ReadPost[]): Promise<boolean> {
  const bundle = await bundleNamed(database, name);
  const segments = bundle?.segments.filter(({ damaged }) => !damaged) ?? [];
  const open = segments.find(({ isOpen }) => isOpen) ?? null;
  const blocks = await readWhole(database, open ? idsOf(open) : []);
  const replaced = await replacedIn(blocksOf(database), segments, read);
  const gone = replaced.find(({ segment }) => segment === open)?.gone ?? (open ? await tombstonesOf(blocks, open) : new Set<number>());
  const segment = await joined(blocks, open && { record: open, gone }, read);
  const thinnings = replaced.filter((one) => one.segment !== open);
  return write(database, name, { blocks, segment, open, thinnings }, read);
}

type ReadPost = SavedPost & { post: Post };

/** The open segment with some posts more; its records come to those of the one that it was. */
async function joined(blocks: MemoryBlocks, open: Input | null, read: readonly ReadPost[]): Promise<SegmentRecord> {
  const ids = open ? { index: -3, documents: -4 } : NEW;
  const tokens = new TokenStore(0, sharedAnalyser());
  const documents = new DocumentsWriter(blocks, ids.documents);
  const distribution = new Distribution();
  for (const { path, bytes, post } of read) {
    indexPost(tokens, documents, { path, bytes, post, size: 0, crc: crc32(bytes) >>> 0, fingerprint: fingerprintOf(post) });
    countPost(distribution, post);
  }
  documents.checkpoint();
  await tokens.write(blocks, ids.index, tokens.totalLength / tokens.documents || 1);
  writeDistribution(blocks, ids.documents, distribution);
  const added = { index: ids.index, parts: [{ id: ids.documents, count: documents.count }], tombstones: null, analysis: ANALYSIS };
  if (!open) return added;
  // One part, as the open segment is smaller than any whose documents stay in place.
  return mergeSegments(blocks, blocks, [open, { record: added, gone: new Set<number>() }], NEW);
}

/** The documents that are replaced: of each path and article the newest, as two articles may stand at one path. */
async function replacedIn(stored: BlockSource, segments: readonly StoredSegment[], read: readonly ReadPost[]): Promise<Thinning[]> {
  const nameOf = (path: number, article: number) => `${path}/${article}`;
  const replacing = read.filter(({ kind }) => kind === 'replacement');
  const left = new Set(replacing.map(({ path, post }) => nameOf(textHash(path), textHash(post.article))));
  const thinnings: Thinning[] = [];
  for (const segment of segments.toReversed()) {
    if (left.size === 0) break;
    const gone = new Set(await tombstonesOf(stored, segment));
    const newest = new Map<string, number>();
    for await (const { row, document } of standingRows(stored, segment)) {
      const name = nameOf(row.path, row.article);
      if (left.has(name)) newest.set(name, document);
    }
    if (newest.size === 0) continue;
    for (const [name, found] of newest) {
      gone.add(found);
      left.delete(name);
    }
    thinnings.push({ segment, gone });
  }
  return thinnings;
}

interface Written {
  blocks: MemoryBlocks;
  /** What the open segment becomes, and what it was. */
  segment: SegmentRecord;
  open: StoredSegment | null;
  thinnings: readonly Thinning[];
}

/**
 * Puts the records and the manifest that names them on the disk, in place of the open segment as it was.
 * @returns false, and nothing written, where one of the segments is no longer what it was
 */
function write(
  database: Connection,
  name: string,
  { blocks, segment, open, thinnings }: Written,
  posts: readonly ReadPost[],
): Promise<boolean> {
  // All of it is one transaction, so that there is nothing to be made durable before it. Waiting for the disk to say so
  // would take as long as all else; a power cut takes the texts of the last seconds, whole.
  return inTransaction(database, [MANIFEST, BLOCKS], 'relaxed', async (transaction) => {
    const manifest = await manifestIn(transaction);
    const { nextId } = manifest;
    const before = manifest.bundles.find((one) => one.name === name) ?? emptyBundle(name);
    // The reader may have removed the bundle meanwhile.
    if (open && !before.segments.some(({ index, isOpen }) => isOpen && index === open.index)) return false;
    const thinned = thin(transaction, before.segments, thinnings, nextId + 2);
    if (!thinned) return false;
    const records = recordsToWrite(blocks, nextId);
    putBlocks(transaction, records);
    for (const id of open ? idsOf(open) : []) await transaction.objectStore(BLOCKS).delete(recordsOf(id));
    const kept: StoredSegment = {
      ...segment,
      index: nextId,
      parts: segment.parts.map((part) => ({ ...part, id: nextId + 1 })),
      bytes: records.reduce((sum, [, stored]) => sum + stored.length, 0),
      ...(documentCount(segment) < OPEN && { isOpen: true }),
    };
    const segments = [...thinned.filter((one) => one.index !== open?.index), kept];
    const bundle = { ...before, ...countedWith(before, posts), segments };
    const bundles = [...manifest.bundles.filter((one) => one.name !== name), bundle];
    await putManifest(transaction, withBundles({ ...manifest, nextId: nextId + 2 + thinnings.length }, bundles));
    return true;
  });
}

/** The records of what the open segment becomes, under the ids that these get: `nextId` and the one after it. */
function recordsToWrite(blocks: MemoryBlocks, nextId: number): [BlockKey, Uint8Array][] {
  const ids = new Map([
    [NEW.index, nextId],
    [NEW.documents, nextId + 1],
  ]);
  return [...blocks.records].flatMap(([[id, kind, number], record]): [BlockKey, Uint8Array][] => {
    const own = ids.get(id);
    if (own === undefined) return [];
    const key = [own, kind, number] as const;
    return [[key, sealed(key, record)]];
  });
}

const emptyBundle = (name: string): BundleRecord => ({
  name,
  segments: [],
  imported: 0,
  posts: 0,
  articles: 0,
  range: null,
  evidence: { posts: 0, words: 0 },
  overrule: null,
});

/** A bundle's numbers with some posts more. What was replaced stays in the evidence, which is none the worse for it. */
function countedWith({ posts, articles, range, evidence }: BundleRecord, added: readonly ReadPost[]) {
  const dated = added.flatMap(({ post: { date } }): DateRange[] => (date === null ? [] : [{ from: date, to: date }]));
  return {
    posts: posts + added.filter(({ kind }) => kind !== 'replacement').length,
    articles: articles + added.filter(({ kind }) => kind === 'article').length,
    imported: Date.now(),
    range: dated.reduce(widened, range),
    evidence: added.reduce((sum, { post }) => evidenceWith(sum, post.numbersAre), evidence),
  };
}
