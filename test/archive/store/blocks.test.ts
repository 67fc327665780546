import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { KIND } from '../../../src/archive/index/blocks.ts';
import { BlockWriter, blocksOf } from '../../../src/archive/store/blocks.ts';
import { connect } from '../../../src/archive/store/connection.ts';

test('writes many records that come at once in short transactions, all of them and in their order', async () => {
  const database = await connect();
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const writer = new BlockWriter(database);
  const keys = Array.from({ length: 50 }, (_, i) => [1, KIND.overflow, i] as const);
  for (const key of keys) writer.put(key, new Uint8Array(30_000).fill(key[2]));
  await writer.drain();
  await writer.flush();
  // Of 30 kB each, five make more than the 128 kB that one may hold.
  expect(begin.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(10);
  begin.mockRestore();
  const read = await blocksOf(database).read(keys);
  expect(read.map((bytes) => [bytes?.length, bytes?.[0]])).toEqual(keys.map(([, , i]) => [30_000, i]));
});
