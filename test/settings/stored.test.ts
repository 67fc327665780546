import { beforeEach, expect, test, vi } from 'vitest';
import { kept } from '../kept-storage.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../kept-storage.ts')).playedBrowser }));
vi.stubGlobal('navigator', { locks: { request: async (_: string, work: () => unknown) => work() } });
const { follow, followedFeeds } = await import('../../src/settings/feeds.ts');
const { bundleSources, noteSource, setSource } = await import('../../src/settings/sources.ts');
const { NO_NOTES, noteOwnArchive, ownArchiveNotes } = await import('../../src/settings/own-archive.ts');

const FEED = 'https://feeds.nos.nl/a';
const feed = {
  address: FEED,
  etag: '"1"',
  lastModified: null,
  checked: 5,
  worked: 5,
  problem: { name: 'moved', detail: '302', until: null },
  failures: 1,
  came: { at: 4, articles: 2, versions: 0 },
} as const;
const source = {
  bundle: 'krant',
  address: 'https://krant.example/krant.zip',
  isDaily: true,
  checked: 5,
  worked: null,
  problem: { name: 'server-error', detail: '503', until: 9 },
  etag: null,
  lastModified: null,
} as const;
const notes = { removed: { at: 5, posts: 2, until: 3 }, failed: { at: 6, isFull: true, detail: 'full' } };

beforeEach(() => {
  for (const name of ['feeds', 'sources', 'ownArchive']) delete kept[name];
});

test('reads what was stored as it was stored', async () => {
  Object.assign(kept, { feeds: [feed], sources: [source], ownArchive: notes });
  expect(await followedFeeds()).toEqual([feed]);
  expect(await bundleSources()).toEqual([source]);
  expect(await ownArchiveNotes()).toEqual(notes);
});

test.each([[undefined], [null], ['gone'], [7], [{ 0: 'a' }], [[null, 3, 'a', {}, []]]])(
  'takes nothing for stored where it is %j',
  async (broken) => {
    Object.assign(kept, { feeds: broken, sources: broken, ownArchive: broken });
    expect(await followedFeeds()).toEqual([]);
    expect(await bundleSources()).toEqual([]);
    expect(await ownArchiveNotes()).toEqual(NO_NOTES);
  },
);

test('leaves out of a list only what can’t be read', async () => {
  Object.assign(kept, { feeds: [null, feed, { address: 'feeds.nos.nl' }], sources: [{ ...source, address: '' }, source] });
  expect(await followedFeeds()).toEqual([feed]);
  expect(await bundleSources()).toEqual([source]);
});

test('takes for never noted what of a feed, a bundle’s address or the own archive can’t be read', async () => {
  const broken = { checked: 'yesterday', worked: 1e300, problem: { name: 'unheard-of', detail: '' }, etag: 3 };
  Object.assign(kept, {
    feeds: [{ ...broken, address: FEED, failures: null, came: { at: 4 } }],
    sources: [{ ...broken, bundle: 'krant', address: source.address, isDaily: 'yes' }],
    ownArchive: { removed: { posts: 2 }, failed: notes.failed },
  });
  const never = { checked: null, worked: null, problem: null, etag: null, lastModified: null };
  expect(await followedFeeds()).toEqual([{ ...never, address: FEED, failures: 0, came: null }]);
  expect(await bundleSources()).toEqual([{ ...never, bundle: 'krant', address: source.address, isDaily: false }]);
  expect(await ownArchiveNotes()).toEqual({ ...NO_NOTES, failed: notes.failed });
});

test('writes over what can’t be read', async () => {
  Object.assign(kept, { feeds: 'gone', sources: 'gone', ownArchive: 'gone' });
  await follow(FEED);
  await setSource('krant', { address: source.address });
  await noteSource('blad', { isDaily: true });
  await noteOwnArchive({ removed: notes.removed });
  expect(await followedFeeds()).toMatchObject([{ address: FEED, checked: null }]);
  expect(await bundleSources()).toMatchObject([{ bundle: 'krant', isDaily: false }]);
  expect(await ownArchiveNotes()).toEqual({ ...NO_NOTES, removed: notes.removed });
});
