import type { Connection } from './connection.ts';
import { CATALOGS, type Catalog, POSTS, type StoredPost, type StoredTerms, TERMS } from './schema.ts';

/** Writes a run of a segment's posts with their terms, all or none of them. */
export async function writePosts(database: Connection, posts: readonly StoredPost[], terms: StoredTerms): Promise<void> {
  // The manifest that names the segment later is written durably, after these; that makes them durable too.
  const transaction = database.transaction([POSTS, TERMS], 'readwrite', { durability: 'relaxed' });
  const store = transaction.objectStore(POSTS);
  await Promise.all([...posts.map((post) => store.put(post)), transaction.objectStore(TERMS).put(terms), transaction.done]);
}

export async function writeCatalog(database: Connection, catalog: Catalog): Promise<void> {
  await database.put(CATALOGS, catalog);
}

/** The catalogs of some segments, oldest first. */
export async function readCatalogs(database: Connection, segments: readonly number[]): Promise<Catalog[]> {
  const found = await Promise.all([...segments].sort((a, b) => a - b).map((segment) => database.get(CATALOGS, segment)));
  return found.filter((catalog) => catalog !== undefined);
}
