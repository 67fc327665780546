import { unwrap } from 'idb';
import { type BlockKey, type BlockSink, type BlockSource, DamagedSegment } from '../index/blocks.ts';
import { sealed, unsealed } from './checksum.ts';
import type { Connection } from './connection.ts';
import { BLOCKS } from './schema.ts';
import { inTransaction, putBlocks } from './writing.ts';

/** Reads records within one transaction. */
export class StoredBlocks implements BlockSource {
  readonly #store: IDBObjectStore;

  /** @param transaction one whose scope has the blocks */
  constructor(transaction: { objectStore(name: typeof BLOCKS): unknown }) {
    // One promise for all requests: wrapped one by one, two hundred of them take a millisecond more.
    this.#store = unwrap(transaction.objectStore(BLOCKS) as never) as unknown as IDBObjectStore;
  }

  read(keys: readonly BlockKey[]): Promise<(Uint8Array | undefined)[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const found: (Uint8Array | undefined)[] = keys.map(() => undefined);
      let left = keys.length;
      keys.forEach((key, i) => {
        const request = this.#store.get(key as unknown as IDBValidKey);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          if (request.result !== undefined) {
            const bytes = unsealed(request.result);
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
  read: (keys) => new StoredBlocks(database.transaction(BLOCKS, 'readonly')).read(keys),
});

/** Lookups wait for a writing transaction, so each holds no more than this. */
const BATCH = 512 * 1024;

/** Writes records in short transactions, one at a time, while the next records are made. */
export class BlockWriter implements BlockSink {
  #batch: [BlockKey, Uint8Array<ArrayBuffer>][] = [];
  #size = 0;
  #writing: Promise<void> = Promise.resolve();
  /** Bytes put so far. */
  bytes = 0;

  constructor(private readonly database: Connection) {}

  put(key: BlockKey, bytes: Uint8Array): void {
    const stored = sealed(bytes);
    this.#batch.push([key, stored]);
    this.#size += stored.length;
    this.bytes += stored.length;
  }

  async drain(): Promise<void> {
    if (this.#size >= BATCH) await this.#next();
  }

  /** Writes all that is left. */
  async flush(): Promise<void> {
    await this.#next();
    await this.#writing;
  }

  async #next(): Promise<void> {
    await this.#writing;
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#size = 0;
    this.#writing = this.#write(batch);
    // Awaited before the next batch; until then a failure is no unhandled one.
    this.#writing.catch(() => undefined);
  }

  #write(batch: [BlockKey, Uint8Array<ArrayBuffer>][]): Promise<void> {
    // The manifest that names the records later is written durably, after these; that makes them durable too.
    return inTransaction(this.database, [BLOCKS], 'relaxed', async (transaction) => putBlocks(transaction, batch));
  }
}
