import { DATABASE } from '../../../src/archive/store/schema.ts';

/** All that stands in the database. */
export interface Disk {
  version: number;
  stores: { name: string; keyPath: string | string[] | null; records: [IDBValidKey, unknown][] }[];
}

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Reads the disk. Close the connection first. */
export async function readDisk(): Promise<Disk> {
  const database = await settled(indexedDB.open(DATABASE));
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const stores = await Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return { name, keyPath: store.keyPath, records: keys.map((key, i): [IDBValidKey, unknown] => [key, values[i]]) };
    }),
  );
  const { version } = database;
  database.close();
  return { version, stores };
}

/** Makes the disk what it was. Close the connection first. */
export async function writeDisk({ version, stores }: Disk): Promise<void> {
  await settled(indexedDB.deleteDatabase(DATABASE));
  const opening = indexedDB.open(DATABASE, version);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, records } of stores) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const [key, value] of records) {
        if (keyPath === null) store.put(value, key);
        else store.put(value);
      }
    }
  };
  (await settled(opening)).close();
}
