import type { ArticleKey } from '../../article/key.ts';
import type { TermBlock } from '../index/terms.ts';
import { connect } from './connection.ts';
import { liveSegments } from './manifest.ts';
import { type BundleRecord, BY_ARTICLE, EMPTY_MANIFEST, MANIFEST, type Manifest, POSTS, type StoredPost, TERMS } from './schema.ts';

/** One look at the archive: everything read through it is of the same moment, whatever an import publishes meanwhile. */
export interface Reading {
  manifest: Manifest;
  /** The bundle that a segment is of. */
  bundle(segment: number): BundleRecord | undefined;
  postsOf(article: ArticleKey): Promise<StoredPost[]>;
  post(segment: number, number: number): Promise<StoredPost | undefined>;
  terms(): Promise<Map<number, TermBlock[]>>;
}

/** Reads the archive within one transaction; `read` may await nothing but the reading itself. */
export async function readArchive<Result>(read: (reading: Reading) => Promise<Result>): Promise<Result> {
  const database = await connect();
  const transaction = database.transaction([MANIFEST, POSTS, TERMS], 'readonly');
  const [manifest = EMPTY_MANIFEST] = await transaction.objectStore(MANIFEST).getAll();
  const live = liveSegments(manifest);
  const posts = transaction.objectStore(POSTS);
  const terms = transaction.objectStore(TERMS);
  return read({
    manifest,
    bundle: (segment) => live.get(segment),
    postsOf: async (article) => (await posts.index(BY_ARTICLE).getAll(article)).filter((post) => live.has(post.segment)),
    post: (segment, number) => posts.get([segment, number]),
    terms: async () => {
      const segments = [...live.keys()];
      const blocks = await Promise.all(segments.map((segment) => terms.getAll(IDBKeyRange.bound([segment], [segment, []]))));
      return new Map(segments.map((segment, i) => [segment, blocks[i] ?? []]));
    },
  });
}
