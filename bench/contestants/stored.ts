import { type IDBPDatabase, openDB } from 'idb';

/** A database of one store for a baseline. */
export const openStore = (name: string, index?: { name: string; path: string; multiEntry: boolean }[]): Promise<IDBPDatabase> =>
  openDB(name, 1, {
    upgrade(database) {
      const store = database.createObjectStore('all');
      for (const { name, path, multiEntry } of index ?? []) store.createIndex(name, path, { multiEntry });
    },
  });

/** Words as the baselines take them: lower case, letters and digits. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
