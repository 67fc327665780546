import type { ArticleKey } from '../../article/key.ts';
import type { BundleEntry } from '../bundle/bundle.ts';
import type { Connection } from '../store/connection.ts';
import { readManifest } from '../store/manifest.ts';
import type { BundleRecord, Catalog } from '../store/schema.ts';
import { readCatalogs } from '../store/segments.ts';

/** What the archive already has of a post that stands in a bundle. */
export interface KnownPost {
  crc: number;
  article: ArticleKey;
  fingerprint: number;
}

/** Where a bundle's posts go: into a new bundle, or as an update into one that is there. */
export interface Destination {
  name: string;
  kind: 'new' | 'update' | 'apart';
  /** The bundle that is updated. */
  record: BundleRecord | null;
  /** Its newest posts by path. */
  known: Map<string, KnownPost>;
  catalogs: Catalog[];
}

/**
 * A bundle of a known name updates that bundle when at least half of the smaller one's paths stand in both; otherwise
 * it is another archive and gets a name of its own, `leestmeer (2)`.
 */
export async function findDestination(database: Connection, name: string, posts: readonly BundleEntry[]): Promise<Destination> {
  const { bundles } = await readManifest(database);
  const names = new Set(bundles.map((bundle) => bundle.name));
  for (const record of bundles.filter((bundle) => bundle.name.replace(/ \(\d+\)$/, '') === name)) {
    const catalogs = await readCatalogs(database, record.segments);
    const known = newestByPath(catalogs);
    const shared = posts.filter((post) => known.has(post.path)).length;
    if (shared * 2 >= Math.min(known.size, posts.length)) return { name: record.name, kind: 'update', record, known, catalogs };
  }
  let free = name;
  for (let i = 2; names.has(free); i++) free = `${name} (${i})`;
  return { name: free, kind: free === name ? 'new' : 'apart', record: null, known: new Map(), catalogs: [] };
}

function newestByPath(catalogs: readonly Catalog[]): Map<string, KnownPost> {
  const known = new Map<string, KnownPost>();
  for (const { paths, crcs, articles, fingerprints } of catalogs) {
    paths.forEach((path, i) => {
      known.set(path, { crc: crcs[i] as number, article: articles[i] as ArticleKey, fingerprint: fingerprints[i] as number });
    });
  }
  return known;
}
