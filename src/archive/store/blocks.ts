import { type BlockKey, type BlockSink, type BlockSource, DamagedSegment, KIND, MemoryBlocks } from '../index/blocks.ts';
import { sealed, unsealed } from './checksum.ts';
import { bareBlocks, beginReading, type Connection, type WithBlocks } from './connection.ts';
import { yieldToQuestions } from './right-of-way.ts';
import { BLOCKS } from './schema.ts';
import { inTransaction, putBlocks } from './writing.ts';

/**
 * Heads that were read through a connection: every question begins with them, records never change, and the ids of a
 * database that was deleted come again only through another connection. Some 20 kB a segment.
 */
const headsRead = new WeakMap<Connection, Map<number, Uint8Array>>();
const MOST_HEADS = 64;

function headsOf(connection: Connection): Map<number, Uint8Array> {
  const heads = headsRead.get(connection) ?? new Map<number, Uint8Array>();
  headsRead.set(connection, heads);
  if (heads.size > MOST_HEADS) heads.clear();
  return heads;
}

/** Reads records within one transaction. */
export class StoredBlocks implements BlockSource {
  readonly #store: IDBObjectStore;
  readonly #heads: Map<number, Uint8Array>;

  constructor(connection: Connection, transaction: WithBlocks) {
    this.#heads = headsOf(connection);
    this.#store = bareBlocks(transaction);
  }

  async read(keys: readonly BlockKey[]): Promise<(Uint8Array | undefined)[]> {
    const isHead = keys.length > 0 && keys.every(([, kind]) => kind === KIND.head);
    const known = isHead ? keys.map(([id]) => this.#heads.get(id)) : [];
    if (keys.length === 0 || (isHead && known.every((head) => head !== undefined))) return known;
    const found = await this.#get(keys);
    if (isHead) for (const [i, [id]] of keys.entries()) if (found[i]) this.#heads.set(id, found[i]);
    return found;
  }

  #get(keys: readonly BlockKey[]): Promise<(Uint8Array | undefined)[]> {
    return new Promise((resolve, reject) => {
      const found: (Uint8Array | undefined)[] = keys.map(() => undefined);
      let left = keys.length;
      keys.forEach((key, i) => {
        const request = this.#store.get(key as unknown as IDBValidKey);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          if (request.result !== undefined) {
            const bytes = unsealed(key, request.result);
            if (!bytes) reject(new DamagedSegment(key[0], `record ${key.join()} is damaged`));
            else found[i] = bytes;
          }
          if (--left === 0) resolve(found);
        };
      });
    });
  }
}

/** Reads records in a transaction each time: for merging, which takes longer than a transaction may. */
export const blocksOf = (database: Connection): BlockSource => ({
  read: async (keys) => new StoredBlocks(database, beginReading(database, [BLOCKS])).read(keys),
});

/** All records of some ids, in memory: for a small segment that is read whole, one round to the disk instead of many. */
export async function readWhole(database: Connection, ids: readonly number[]): Promise<MemoryBlocks> {
  const store = beginReading(database, [BLOCKS]).objectStore(BLOCKS);
  const blocks = new MemoryBlocks();
  const read = ids.map(async (id) => {
    const range = recordsOf(id);
    const asked = store.getAllKeys(range);
    // If the next request can't even be made, nobody waits for this one, and its failure would be unhandled.
    asked.catch(() => undefined);
    const [keys, records] = await Promise.all([asked, store.getAll(range)]);
    for (const [i, key] of keys.entries()) {
      const bytes = unsealed(key, records[i]);
      if (!bytes) throw new DamagedSegment(id, `record ${key.join()} is damaged`);
      blocks.put(key, bytes as Uint8Array<ArrayBuffer>);
    }
  });
  await Promise.all(read);
  return blocks;
}

/** All records of an id: an array sorts behind every number. */
export const recordsOf = (id: number): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** Lookups wait for a writing transaction, so each holds no more than this. */
const BATCH = 128 * 1024;

/** Transactions under way at once: with one alone, making records and writing them would wait for each other. */
const AT_ONCE = 4;

/** Writes records in short transactions while the next records are made. */
export class BlockWriter implements BlockSink {
  #batch: [BlockKey, Uint8Array<ArrayBuffer>][] = [];
  #size = 0;
  #writing: Promise<void>[] = [];
  /** Bytes put so far. */
  bytes = 0;

  constructor(private readonly database: Connection) {}

  put(key: BlockKey, bytes: Uint8Array): void {
    const stored = sealed(key, bytes);
    this.#batch.push([key, stored]);
    this.#size += stored.length;
    this.bytes += stored.length;
  }

  async drain(): Promise<void> {
    while (this.#size >= BATCH) await this.#next();
  }

  /** Writes all that is left. */
  async flush(): Promise<void> {
    while (this.#batch.length > 0) await this.#next();
    await Promise.all(this.#writing);
    this.#writing = [];
  }

  async #next(): Promise<void> {
    if (this.#writing.length >= AT_ONCE) await this.#writing.shift();
    await yieldToQuestions();
    const writing = this.#write(this.#taken());
    // Awaited before a later batch or at the end; until then a failure is no unhandled one.
    writing.catch(() => undefined);
    this.#writing.push(writing);
  }

  /** The records of the next transaction: there may be many more, as those of frequent terms come at once. */
  #taken(): [BlockKey, Uint8Array<ArrayBuffer>][] {
    let count = 0;
    const left = this.#size - BATCH;
    for (const [, { length }] of this.#batch) {
      this.#size -= length;
      count++;
      if (this.#size <= left) break;
    }
    return this.#batch.splice(0, count);
  }

  #write(batch: [BlockKey, Uint8Array<ArrayBuffer>][]): Promise<void> {
    // The manifest that names the records later is written durably, after these; that makes them durable too.
    return inTransaction(this.database, [BLOCKS], 'relaxed', async (transaction) => putBlocks(transaction, batch));
  }
}
