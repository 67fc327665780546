import { type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB, type StoreNames, unwrap } from 'idb';
import { migrate, VERSION } from './migrations.ts';
import { BLOCKS, DATABASE, type Schema } from './schema.ts';

export type Connection = IDBPDatabase<Schema>;

let opening: Promise<Connection> | null = null;

/**
 * The connection of this page or worker, opened at first use. It closes itself when another page upgrades the database
 * or the browser takes it away, and is then opened anew.
 * @throws DOMException `InvalidStateError` where the browser allows no storage (Firefox private windows)
 */
export function connect(): Promise<Connection> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

const open = async (): Promise<Connection> =>
  openDB<Schema>(DATABASE, VERSION, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      // Where it fails, opening does, which tells it.
      transaction.done.catch(() => undefined);
      migrate(database, oldVersion);
    },
    blocking: () => disconnect(),
    terminated: () => {
      opening = null;
    },
  });

/** Closes this page's connection. */
export async function disconnect(): Promise<void> {
  const closing = opening;
  opening = null;
  (await closing?.catch(() => null))?.close();
}

/**
 * Begins a reading transaction. Its requests tell what fails. idb also makes a promise of each transaction's end, which
 * would tell it once more, to nobody: an unhandled error. So idb's short forms (`database.get`) are not used either.
 */
export function beginReading<Names extends StoreNames<Schema>[]>(
  database: Connection,
  names: Names,
): IDBPTransaction<Schema, Names, 'readonly'> {
  const transaction = database.transaction(names, 'readonly');
  transaction.done.catch(() => undefined);
  return transaction;
}

/** A transaction, reading or writing, with the blocks in its scope. */
export interface WithBlocks {
  objectStore(name: typeof BLOCKS): unknown;
}

/** The blocks of a transaction as the browser has them, without a promise for each request: two hundred of those take a millisecond. */
export const bareBlocks = (transaction: WithBlocks): IDBObjectStore => unwrap(transaction.objectStore(BLOCKS) as IDBPObjectStore);
