import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { IMPORT_LOCK } from '../../src/archive/store/locks.ts';
import { emptyArchive, listBundles } from '../archive/archives.ts';
import { kept } from '../kept-storage.ts';
import { locksInNode } from '../screens/options/locks-in-node.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../kept-storage.ts')).playedBrowser }));
const locks = locksInNode();
vi.stubGlobal('navigator', { locks });
const { keepArticles } = await import('../../src/background/capture/keep.ts');
const { holdLimit } = await import('../../src/background/keeping.ts');

const YEAR = 365.25 * 24 * 3_600_000;
const article = (id: number, published: number) => ({
  key: `nos:${id}`,
  address: `https://nos.nl/l/${id}`,
  title: `Dijk ${id}`,
  text: [{ kind: 'paragraph', text: 'De dijk is klaar.' } as const],
  published,
  modified: null,
  categories: [],
  picture: null,
  isLiveblog: false,
});

test('a limit that is set while an import runs holds once that has ended', async () => {
  await emptyArchive();
  const now = Date.now();
  await keepArticles([article(1, now - 3 * YEAR), article(2, now - 1000)], now);
  kept.settings = { ownLimit: '1-year' };
  await locks.request(IMPORT_LOCK, async () => {
    expect(await holdLimit()).toBe(false);
    expect(await listBundles()).toMatchObject([{ posts: 2 }]);
  });
  expect(await holdLimit()).toBe(true);
  expect(await listBundles()).toMatchObject([{ posts: 1 }]);
  expect(kept.ownArchive).toMatchObject({ removed: { posts: 1 } });
});
