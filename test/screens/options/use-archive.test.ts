// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '../../../src/archive/store/connection.ts';
import { IMPORT_LOCK, keepImport } from '../../../src/archive/store/sweep.ts';
import { useArchive } from '../../../src/screens/options/use-archive.ts';
import { cleanup } from '../cleanup.ts';
import { locksInNode } from './locks-in-node.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
const locks = locksInNode();
Object.defineProperty(navigator, 'locks', { value: locks });
Object.defineProperty(navigator, 'storage', { value: { estimate: async () => ({ usage: 3, quota: 10 }), persisted: async () => false } });

afterEach(cleanup);

test('an interrupted import is offered though another page sweeps right after this one', async () => {
  const journal = { identity: 'x', bundle: 'krant', started: 1, documents: 1, indexes: [], count: 1, entries: 45, total: 118, state: {} };
  await keepImport(await connect(), journal);
  let endFirst = () => {};
  let endSecond = () => {};
  const first = locks.request(IMPORT_LOCK, () => new Promise<void>((end) => (endFirst = end)));
  const { result } = renderHook(useArchive);
  await waitFor(() => expect(result.current.state?.interrupted).toEqual([]));
  const second = locks.request(IMPORT_LOCK, () => new Promise<void>((end) => (endSecond = end)));
  endFirst();
  await first;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(result.current.state?.interrupted).toEqual([]);
  endSecond();
  await second;
  await waitFor(() => expect(result.current.state?.interrupted.map(({ identity }) => identity)).toEqual(['x']));
});
