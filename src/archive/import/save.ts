import { buf as crc32 } from 'crc-32';
import { areWordCounts } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import { textHash } from '../../article/hash.ts';
import { type Post, readPost } from '../bundle/post.ts';
import { type BlockKey, type BlockSource, KIND, MemoryBlocks } from '../index/blocks.ts';
import { catalogOf } from '../index/catalog.ts';
import { countPost, Distribution } from '../index/distribution.ts';
import { DocumentsWriter } from '../index/documents-writer.ts';
import { documentCount, type SegmentRecord } from '../index/segment.ts';
import { TokenStore } from '../index/token-store.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import { blocksOf } from '../store/blocks.ts';
import { sealed } from '../store/checksum.ts';
import type { Connection } from '../store/connection.ts';
import { MANIFEST_KEY, readManifest } from '../store/manifest.ts';
import { BLOCKS, type BundleRecord, EMPTY_MANIFEST, MANIFEST, type Manifest, type StoredSegment } from '../store/schema.ts';
import { recordsOf, SAVE_LOCK } from '../store/sweep.ts';
import { inTransaction, putBlocks } from '../store/writing.ts';
import { fingerprintOf, indexPost } from './index-post.ts';
import { mergeSegments } from './merge-segments.ts';

/** A post to be kept by itself: where it stands in its bundle, and the file. */
export interface SavedPost {
  path: string;
  bytes: Uint8Array;
  /** Whether its article is in the bundle already; a `replacement` takes the place of the post saved lately at its path. */
  kind: 'article' | 'version' | 'replacement';
}

/** Documents of the open segment: beyond these it is closed, and another is begun. */
const OPEN = 64;
/** Ids that records have until they are written, as the true ones are given by the same transaction. */
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
    const bundle = (await readManifest(database)).bundles.find((one) => one.name === name);
    const open = bundle?.segments.find((segment) => segment.isOpen && !segment.damaged) ?? null;
    const blocks = new MemoryBlocks();
    const segment = await joined(blocks, blocksOf(database), open, read);
    await write(database, name, blocks, segment, open, read);
  });
}

type ReadPost = SavedPost & { post: Post };

/** The open segment with some posts more, its records in memory. */
async function joined(
  blocks: MemoryBlocks,
  stored: BlockSource,
  open: StoredSegment | null,
  read: readonly ReadPost[],
): Promise<SegmentRecord> {
  const ids = open ? { index: -3, documents: -4 } : NEW;
  const tokens = new TokenStore(0);
  const documents = new DocumentsWriter(blocks, ids.documents);
  const distribution = new Distribution();
  for (const { path, bytes, post } of read) {
    indexPost(tokens, documents, { path, bytes, post, size: 0, crc: crc32(bytes) >>> 0, fingerprint: fingerprintOf(post) });
    countPost(distribution, post);
  }
  documents.checkpoint();
  await tokens.write(blocks, ids.index, tokens.totalLength / tokens.documents || 1);
  blocks.put([ids.documents, KIND.distribution, 0], distribution.pack());
  const added = { index: ids.index, parts: [{ id: ids.documents, count: documents.count }], tombstones: null };
  if (!open) return added;
  const both: BlockSource = { read: (keys) => ((keys[0]?.[0] ?? 0) < 0 ? blocks : stored).read(keys) };
  const inputs = [
    { record: open, gone: await replacedIn(stored, open, read) },
    { record: added, gone: new Set<number>() },
  ];
  return mergeSegments(both, blocks, inputs, NEW);
}

/** Documents of the open segment that are not written again: those taken out, and those that others take the place of. */
async function replacedIn(stored: BlockSource, open: StoredSegment, read: readonly ReadPost[]): Promise<ReadonlySet<number>> {
  const gone = new Set(await tombstonesOf(stored, open));
  const replaced = new Set(read.filter(({ kind }) => kind === 'replacement').map(({ path }) => textHash(path)));
  if (replaced.size === 0) return gone;
  const newest = new Map<number, number>();
  let document = 0;
  for await (const { path } of catalogOf(stored, open)) newest.set(path, document++);
  for (const path of replaced) gone.add(newest.get(path) ?? -1);
  return gone;
}

/** Puts the records and the manifest that names them on the disk, in place of the open segment as it was. */
function write(
  database: Connection,
  name: string,
  blocks: MemoryBlocks,
  segment: SegmentRecord,
  open: StoredSegment | null,
  posts: readonly ReadPost[],
): Promise<void> {
  return inTransaction(database, [MANIFEST, BLOCKS], 'strict', async (transaction) => {
    const manifest: Manifest = (await transaction.objectStore(MANIFEST).get(MANIFEST_KEY)) ?? EMPTY_MANIFEST;
    const { nextId } = manifest;
    const ids = new Map([
      [NEW.index, nextId],
      [NEW.documents, nextId + 1],
    ]);
    const records = [...blocks.records].flatMap(([text, record]): [BlockKey, Uint8Array][] => {
      const [id, kind, number] = text.split(',').map(Number) as unknown as BlockKey;
      const own = ids.get(id);
      return own === undefined ? [] : [[[own, kind, number], sealed(record)]];
    });
    putBlocks(transaction, records);
    for (const id of open ? [open.index, ...open.parts.map((part) => part.id)] : []) {
      await transaction.objectStore(BLOCKS).delete(recordsOf(id) as never);
    }
    const kept: StoredSegment = {
      index: nextId,
      parts: segment.parts.map((part) => ({ ...part, id: nextId + 1 })),
      tombstones: null,
      bytes: records.reduce((sum, [, stored]) => sum + stored.length, 0),
      ...(documentCount(segment) < OPEN && { isOpen: true }),
    };
    const before = manifest.bundles.find((one) => one.name === name) ?? emptyBundle(name);
    const others = before.segments.filter((one) => one.index !== open?.index);
    const bundle = { ...before, ...countedWith(before, posts), segments: [...others, kept] };
    const bundles = [...manifest.bundles.filter((one) => one.name !== name), bundle];
    await transaction.objectStore(MANIFEST).put({ generation: manifest.generation + 1, nextId: nextId + 2, bundles }, MANIFEST_KEY);
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
  const counted = added.filter(({ post }) => post.numbers !== null);
  const areWords = counted.filter(({ post: { numbers, words } }) => numbers && areWordCounts(numbers, words));
  return {
    posts: posts + added.filter(({ kind }) => kind !== 'replacement').length,
    articles: articles + added.filter(({ kind }) => kind === 'article').length,
    imported: Date.now(),
    range: dated.reduce(widened, range),
    evidence: { posts: evidence.posts + counted.length, words: evidence.words + areWords.length },
  };
}
