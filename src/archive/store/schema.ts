import type { DBSchema } from 'idb';
import type { Counts, CountsEvidence } from '../../article/counts.ts';
import type { ArticleKey } from '../../article/key.ts';
import type { TermBlock } from '../index/terms.ts';

/** Every name on the disk stands here, once. */
export const DATABASE = 'terugblik';
export const MANIFEST = 'manifest';
export const POSTS = 'posts';
export const TERMS = 'terms';
export const CATALOGS = 'catalogs';
export const BY_ARTICLE = 'by-article';

/** A post as stored; its paragraphs and summary are derived from the body when it is shown. Dates in epoch milliseconds. */
export interface StoredPost {
  segment: number;
  number: number;
  path: string;
  article: ArticleKey;
  title: string;
  date: number | null;
  publisher: string | null;
  categories: string[];
  link: string | null;
  picture: string | null;
  description: string | null;
  numbers: Counts | null;
  words: Counts;
  /** Same title and text, same fingerprint: posts of one article that share it are one version. */
  fingerprint: number;
  /** The file as it was in the bundle. */
  raw: Uint8Array<ArrayBuffer>;
  /** What comes behind the front matter, decoded. */
  body: string;
}

/** What an update needs to know of a segment's posts without reading them: a column each. */
export interface Catalog {
  segment: number;
  paths: string[];
  crcs: Uint32Array;
  articles: ArticleKey[];
  fingerprints: Uint32Array;
}

export interface StoredTerms extends TermBlock {
  segment: number;
}

/** A bundle as the manifest holds it. */
export interface BundleRecord {
  name: string;
  segments: number[];
  imported: number;
  posts: number;
  articles: number;
  bytes: number;
  from: number | null;
  to: number | null;
  counts: CountsEvidence;
}

/** The one record that says what the archive is: whatever it does not name is not part of it. */
export interface Manifest {
  generation: number;
  nextSegment: number;
  bundles: BundleRecord[];
}

export const EMPTY_MANIFEST: Manifest = { generation: 0, nextSegment: 1, bundles: [] };

export interface Schema extends DBSchema {
  [MANIFEST]: { key: string; value: Manifest };
  [POSTS]: { key: [number, number]; value: StoredPost; indexes: { [BY_ARTICLE]: string } };
  [TERMS]: { key: [number, number]; value: StoredTerms };
  [CATALOGS]: { key: number; value: Catalog };
}
