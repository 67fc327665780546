import type { IDBPDatabase } from 'idb';
import { BLOCKS, IMPORTS, MANIFEST, type Schema, VISITS } from './schema.ts';

export const VERSION = 3;

/** Brings a database of any earlier version up to date: a step for each version. */
export function migrate(database: IDBPDatabase<Schema>, oldVersion: number): void {
  if (oldVersion < 2) {
    // Version 1 stored a record a post. It was never released, so its archives are not carried over.
    for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
    database.createObjectStore(MANIFEST);
    database.createObjectStore(BLOCKS);
    database.createObjectStore(IMPORTS, { keyPath: 'identity' });
  }
  if (oldVersion < 3) database.createObjectStore(VISITS);
}
