import type { IDBPDatabase } from 'idb';
import { BY_ARTICLE, CATALOGS, MANIFEST, POSTS, type Schema, TERMS } from './schema.ts';

export const VERSION = 1;

/** Brings a database of any earlier version up to date: a step for each version. */
export function migrate(database: IDBPDatabase<Schema>, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore(MANIFEST);
    const posts = database.createObjectStore(POSTS, { keyPath: ['segment', 'number'] });
    posts.createIndex(BY_ARTICLE, 'article');
    database.createObjectStore(TERMS, { keyPath: ['segment', 'first'] });
    database.createObjectStore(CATALOGS, { keyPath: 'segment' });
  }
}
