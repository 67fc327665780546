// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EndedImport } from '../../../src/archive/import/handle.ts';
import { type ImportReport, reportOf } from '../../../src/archive/import/report.ts';
import { kept } from '../../kept-storage.ts';
import { cleanup } from '../cleanup.ts';
import { locksInNode } from './locks-in-node.ts';

vi.mock('webextension-polyfill', async () => {
  const { playedBrowser } = await import('../../kept-storage.ts');
  const { local } = playedBrowser.storage;
  const onChanged = { addListener: () => undefined, removeListener: () => undefined };
  return {
    default: {
      ...playedBrowser,
      permissions: { ...playedBrowser.permissions, request: async () => true },
      storage: { local: { ...local, onChanged } },
    },
  };
});
const { ends } = vi.hoisted(() => ({ ends: { as: 'done' as 'done' | 'cancelled' } }));
vi.mock('../../../src/archive/import/handle.ts', () => ({
  chosenBundles: (files: File[]) => [files.map((file) => ({ file, path: '' }))],
  startImport: (_: unknown, __: unknown, ___: unknown, end: (ended: unknown[]) => void) => {
    const report: ImportReport = { ...reportOf(null), bundle: 'krant', kind: 'update' };
    end([{ state: { phase: ends.as, report }, files: [], choice: {}, change: null }]);
    return { cancel: () => undefined };
  },
}));
vi.mock('../../../src/archive/import/fetch-bundle.ts', () => ({
  FETCH_LOCK: 'fetch',
  NOTHING_KNOWN: { etag: null, lastModified: null },
  stillKnown: async (_: string, known: object) => known,
  removeFetched: async () => undefined,
  fetchBundle: async () => ({ outcome: 'new', file: new File(['x'], 'krant.zip'), validators: { etag: '"2"', lastModified: 'now' } }),
}));
Object.defineProperty(navigator, 'locks', { value: locksInNode() });
const { useImports } = await import('../../../src/screens/options/use-imports.ts');
const { useSources } = await import('../../../src/screens/options/use-sources.ts');
const { bundleSources } = await import('../../../src/settings/sources.ts');

const FROM = { bundle: 'krant', address: 'https://krant.example/krant.zip', isDaily: true, etag: '"1"', lastModified: 'then' };
const open = () =>
  renderHook(() => {
    const imports = useImports({ before: async () => undefined, after: async () => undefined });
    return { imports, sources: useSources(imports.start) };
  }).result;

beforeEach(() => {
  kept.sources = [FROM];
  ends.as = 'done';
});
afterEach(cleanup);

test('a bundle that was imported from a file is fetched whole the next time, as it is no longer what the server gave', async () => {
  const page = open();
  let ended: readonly EndedImport[] = [];
  await act(async () => {
    ended = await page.current.imports.start(Promise.resolve([new File(['x'], 'krant.zip')]));
  });
  expect(ended).toHaveLength(1);
  await waitFor(async () => expect(await bundleSources()).toMatchObject([{ address: FROM.address, etag: null, lastModified: null }]));
});

test('a bundle of which a file did not come in is still what the server gave', async () => {
  ends.as = 'cancelled';
  const page = open();
  await act(async () => void (await page.current.imports.start(Promise.resolve([new File(['x'], 'krant.zip')]))));
  expect(await bundleSources()).toMatchObject([{ etag: '"1"', lastModified: 'then' }]);
});

test('a bundle that was fetched is fetched again only if it has changed since', async () => {
  const page = open();
  act(() => page.current.sources.fetch(FROM.address, 'krant'));
  await waitFor(async () => expect(await bundleSources()).toMatchObject([{ etag: '"2"', lastModified: 'now', isDaily: true }]));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await bundleSources()).toMatchObject([{ etag: '"2"', lastModified: 'now' }]);
});
