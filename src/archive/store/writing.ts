import type { IDBPTransaction } from 'idb';
import type { BlockKey } from '../index/blocks.ts';
import { tellChanged } from './changed.ts';
import { bareBlocks, type Connection, type WithBlocks } from './connection.ts';
import { type BLOCKS, type IMPORTS, MANIFEST, type Schema, type VISITS } from './schema.ts';

type StoreName = typeof MANIFEST | typeof BLOCKS | typeof IMPORTS | typeof VISITS;
export type Writing<Names extends StoreName[] = StoreName[]> = IDBPTransaction<Schema, Names, 'readwrite'>;

/**
 * Does some work in one writing transaction: all of it is on the disk when this resolves, or none when it rejects.
 * @param durability `strict` for what names other records: it makes those written before durable too
 */
export async function inTransaction<Names extends StoreName[], Result>(
  database: Connection,
  names: Names,
  durability: 'strict' | 'relaxed',
  work: (transaction: Writing<Names>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(names, 'readwrite', { durability });
  // Its failure is thrown below, once; where the work fails first, the work's own error is.
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    commit(transaction);
    await transaction.done;
    if (names.includes(MANIFEST)) tellChanged();
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    throw error;
  }
}

/**
 * Left to itself, a transaction ends only when this thread has heard of its last request: an import that sorts its words for a third of
 * a second would hold up every question for that long.
 */
function commit(transaction: { commit(): void }): void {
  try {
    transaction.commit();
  } catch {
    // It has ended already, or failed, which its end tells.
  }
}

/** Puts records without a promise for each: a failure aborts the transaction, which tells it. */
export function putBlocks(transaction: WithBlocks, blocks: Iterable<readonly [BlockKey, Uint8Array]>): void {
  const store = bareBlocks(transaction);
  for (const [key, stored] of blocks) store.put(stored, key as unknown as IDBValidKey);
}
