// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../../src/archive/store/connection.ts';
import { keepImport } from '../../../src/archive/store/imports.ts';
import { IMPORT_LOCK } from '../../../src/archive/store/locks.ts';
import { removeBundle } from '../../../src/archive/store/manifest.ts';
import { useArchive } from '../../../src/screens/options/use-archive.ts';
import { hadArchive } from '../../../src/settings/archive-mark.ts';
import { emptyArchive, post, run, zip } from '../../archive/archives.ts';
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

describe('of an archive of two bundles', () => {
  const names = (archive: { current: ReturnType<typeof useArchive> }) => archive.current.state?.bundles.map(({ name }) => name);
  beforeEach(async () => {
    await emptyArchive();
    for (const name of ['krant', 'blad']) await run(zip({ [`${name}-master/_posts/a.md`]: post('A') }, `${name}-master.zip`));
  });

  test('what another window removes is gone from this one at once', async () => {
    const { result } = renderHook(useArchive);
    await waitFor(() => expect(names(result)).toEqual(['blad', 'krant']));
    await removeBundle(await connect(), 'krant');
    await waitFor(() => expect(names(result)).toEqual(['blad']));
  });

  describe('of which one is removed', () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }));
    afterEach(() => vi.useRealTimers());
    const waits = (milliseconds: number) => act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));
    const removed = ({ current }: { current: ReturnType<typeof useArchive> }) => current.removed.map(({ name }) => name);

    test('it can be brought back for a while, and then no longer', async () => {
      const { result } = renderHook(useArchive);
      await act(() => result.current.remove('krant'));
      await waits(9000);
      expect(removed(result)).toEqual(['krant']);
      await waits(2000);
      await waitFor(() => expect(removed(result)).toEqual([]));
      expect(names(result)).toEqual(['blad']);
    });

    test('it can be brought back for as long as the reader is at the button, and for a while after that', async () => {
      const { result } = renderHook(useArchive);
      await act(() => result.current.remove('krant'));
      act(() => result.current.pause(true));
      await waits(60_000);
      expect(removed(result)).toEqual(['krant']);
      act(() => result.current.pause(false));
      await waits(9000);
      expect(removed(result)).toEqual(['krant']);
      await act(() => result.current.undo('krant'));
      await waitFor(() => expect(names(result)).toEqual(['blad', 'krant']));
    });
  });

  test('nothing is said to be lost when its last bundles are removed in two windows', async () => {
    const [one, other] = [renderHook(useArchive), renderHook(useArchive)];
    await waitFor(() =>
      expect([names(one.result), names(other.result)]).toEqual([
        ['blad', 'krant'],
        ['blad', 'krant'],
      ]),
    );
    await act(() => Promise.all([one.result.current.remove('krant'), other.result.current.remove('blad')]).then(() => undefined));
    await waitFor(() => expect([names(one.result), names(other.result)]).toEqual([[], []]));
    expect([one, other].map(({ result }) => result.current.state?.isLost)).toEqual([false, false]);
    expect(await hadArchive()).toBe(false);
  });
});
