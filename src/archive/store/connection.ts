import { type IDBPDatabase, openDB } from 'idb';
import { migrate, VERSION } from './migrations.ts';
import { DATABASE, type Schema } from './schema.ts';

export type Connection = IDBPDatabase<Schema>;

let opening: Promise<Connection> | null = null;

/**
 * The connection of this page or worker, opened at first use. It closes itself when another page upgrades the database
 * or the browser takes it away, and is then opened anew.
 * @throws DOMException `InvalidStateError` where the browser allows no storage (Firefox private windows)
 */
export function connect(): Promise<Connection> {
  opening ??= openDB<Schema>(DATABASE, VERSION, {
    upgrade: migrate,
    blocking: () => disconnect(),
    terminated: () => {
      opening = null;
    },
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Closes this page's connection. */
export async function disconnect(): Promise<void> {
  const closing = opening;
  opening = null;
  (await closing?.catch(() => null))?.close();
}
