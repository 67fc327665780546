import 'fake-indexeddb/auto';
import '../../archive/older-analyser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { READING_ORDER } from '../../../src/archive/bundle/bundle.ts';
import { ANALYSIS } from '../../../src/archive/language/version.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { keepImport } from '../../../src/archive/store/imports.ts';
import { IMPORT_LOCK } from '../../../src/archive/store/locks.ts';
import { markDamaged, readManifest, removeBundle } from '../../../src/archive/store/manifest.ts';
import { addVisit, eraseVisits } from '../../../src/archive/store/visits.ts';
import { readArchiveState } from '../../../src/screens/options/archive-state.ts';
import { emptyArchive, post, run, zip } from '../../archive/archives.ts';
import { asEarlier } from '../../archive/older-analyser.ts';
import { kept } from '../../kept-storage.ts';
import { locksInNode } from './locks-in-node.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
const locks = locksInNode();
const storage = { estimate: async () => ({ usage: 3, quota: 10 }), persisted: async () => false };
vi.stubGlobal('navigator', { locks, storage });

beforeEach(async () => {
  delete kept.hasArchive;
  await emptyArchive();
});

const KRANT = zip({ 'krant-master/_posts/a.md': post('A', { link: 'https://nos.nl/l/1', aantal: 5000, unieke: 3000 }) });

test('lists bundles with the evidence of what their numbers count, and the space', async () => {
  await run(KRANT);
  expect(await readArchiveState(false)).toMatchObject({
    bundles: [{ name: 'krant', posts: 1, meaning: 'views', evidence: { posts: 1, words: 0 }, overrule: null }],
    space: { used: 3, available: 7, isSafe: false },
    isLost: false,
    failure: null,
  });
});

test('tells whether an earlier version read words of what can be read', async () => {
  await asEarlier(() => run(KRANT));
  expect(await readArchiveState(false)).toMatchObject({ isOutdated: true });
  const database = await connect();
  await markDamaged(database, (await readManifest(database)).bundles[0]?.segments[0]?.index ?? 0);
  expect(await readArchiveState(false)).toMatchObject({ isOutdated: false });
});

test('counts the earlier texts of posts that an update changed', async () => {
  await run(KRANT);
  expect((await readArchiveState(false)).bundles).toMatchObject([{ posts: 1, earlier: 0 }]);
  await run(zip({ 'krant-master/_posts/a.md': post('A is veranderd', { link: 'https://nos.nl/l/1' }) }));
  expect((await readArchiveState(false)).bundles).toMatchObject([{ posts: 1, earlier: 1 }]);
});

test('shows an interrupted import, but none that is running now', async () => {
  const journal = { identity: 'x', bundle: 'krant', started: 1, documents: 1, indexes: [], count: 1, entries: 45, total: 118, state: {} };
  await keepImport(await connect(), journal);
  const shown = [{ identity: 'x', bundle: 'krant', started: 1, entries: 45, total: 118, goesOn: false }];
  expect((await readArchiveState(false)).interrupted).toEqual(shown);
  await locks.request(IMPORT_LOCK, async () => {
    expect((await readArchiveState(false)).interrupted).toEqual([]);
    // The lock of a removal that can be undone is this page's own.
    expect((await readArchiveState(true)).interrupted).toEqual(shown);
  });
});

test.each([
  ['goes on where this version began it', true, { order: READING_ORDER, state: { built: { documents: 1, analysis: ANALYSIS } } }],
  [
    'begins anew where an analyser before this one read its words',
    false,
    { order: READING_ORDER, state: { built: { documents: 1, analysis: 1 } } },
  ],
  ['begins anew where its files were read in another order', false, { order: 1, state: { built: { documents: 1, analysis: ANALYSIS } } }],
  ['begins anew where its notes can’t be read', false, { order: READING_ORDER, state: null }],
])('an interrupted import %s', async (_, goesOn, noted) => {
  const journal = { identity: 'x', bundle: 'krant', started: 1, documents: 1, indexes: [], count: 1, entries: 45, total: 118 };
  await keepImport(await connect(), { ...journal, ...noted });
  expect((await readArchiveState(false)).interrupted).toMatchObject([{ goesOn }]);
});

test('tells whether visits were counted', async () => {
  expect((await readArchiveState(false)).hasVisits).toBe(false);
  await addVisit(await connect(), 'nos:1', 1);
  expect((await readArchiveState(false)).hasVisits).toBe(true);
  await eraseVisits(await connect());
  expect((await readArchiveState(false)).hasVisits).toBe(false);
});

test('misses an archive that is gone without having been removed', async () => {
  expect((await readArchiveState(false)).isLost).toBe(false);
  await run(KRANT);
  expect((await readArchiveState(false)).isLost).toBe(false);
  await removeBundle(await connect(), 'krant');
  expect((await readArchiveState(false)).isLost).toBe(true);
});

test('says why the archive can’t be reached', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no storage here', 'InvalidStateError');
  });
  const { failure, space } = await readArchiveState(false);
  expect(failure).toBe('InvalidStateError: no storage here');
  expect(space).not.toBeNull();
  open.mockRestore();
});
