import { str as crc32OfText } from 'crc-32';
import { areWordCounts, type CountsEvidence } from '../../article/counts.ts';
import type { Post } from '../bundle/post.ts';
import { DOCUMENTS_PER_BLOCK, packTerms } from '../index/terms.ts';
import { termsOf } from '../language/analyse.ts';
import type { Connection } from '../store/connection.ts';
import type { StoredPost } from '../store/schema.ts';
import { writeCatalog, writePosts } from '../store/segments.ts';

/** Same title and text, same fingerprint. */
export const fingerprintOf = (post: Post): number => crc32OfText(`${post.title}\n${post.paragraphs.join('\n')}`) >>> 0;

/** Writes posts into a new segment, a block at a time. Nothing of it counts until the manifest names the segment. */
export class SegmentWriter {
  readonly counts: CountsEvidence = { posts: 0, words: 0 };
  readonly paths: string[] = [];
  readonly crcs: number[] = [];
  readonly articles: string[] = [];
  readonly fingerprints: number[] = [];
  from: number | null = null;
  to: number | null = null;
  #posts: StoredPost[] = [];
  #terms: Map<string, number>[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Connection,
    readonly segment: number,
  ) {}

  /** Takes a post. Resolves when the next may be read: one block is written while the next is prepared. */
  async add(path: string, crc: number, raw: Uint8Array<ArrayBuffer>, post: Post, fingerprint: number): Promise<void> {
    const { paragraphs, remarks, ...stored } = post;
    this.#posts.push({ ...stored, segment: this.segment, number: this.paths.length, path, fingerprint, raw });
    this.#terms.push(termsOf(post.title, paragraphs));
    this.paths.push(path);
    this.crcs.push(crc);
    this.articles.push(post.article);
    this.fingerprints.push(fingerprint);
    if (post.numbers) {
      this.counts.posts++;
      if (areWordCounts(post.numbers, post.words)) this.counts.words++;
    }
    if (post.date !== null) {
      this.from = Math.min(this.from ?? post.date, post.date);
      this.to = Math.max(this.to ?? post.date, post.date);
    }
    if (this.#posts.length === DOCUMENTS_PER_BLOCK) await this.#flush();
  }

  /** Writes what is left, and the catalog. */
  async finish(): Promise<void> {
    if (this.#posts.length > 0) await this.#flush();
    await this.#writing;
    const { segment, paths, articles } = this;
    await writeCatalog(this.database, {
      segment,
      paths,
      articles,
      crcs: Uint32Array.from(this.crcs),
      fingerprints: Uint32Array.from(this.fingerprints),
    });
  }

  async #flush(): Promise<void> {
    await this.#writing;
    const first = this.paths.length - this.#posts.length;
    this.#writing = writePosts(this.database, this.#posts, { segment: this.segment, ...packTerms(first, this.#terms) });
    // Awaited at the next block; until then a failure is no unhandled one.
    this.#writing.catch(() => undefined);
    this.#posts = [];
    this.#terms = [];
  }
}
