import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../src/archive/store/connection.ts';
import { IMPORT_LOCK } from '../../../src/archive/store/locks.ts';
import { readManifest } from '../../../src/archive/store/manifest.ts';
import { Removals, sweepRemains } from '../../../src/screens/options/removals.ts';
import { bundleSources, setSource } from '../../../src/settings/sources.ts';
import { emptyArchive, listBundles, post, run, zip } from '../../archive/archives.ts';
import { locksInNode } from './locks-in-node.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
const locks = locksInNode();
vi.stubGlobal('navigator', { locks });

const files = (name: string) => ({ [`${name}-master/_posts/a.md`]: post(`${name} A`, { link: 'https://nos.nl/l/1' }) });
const namesNow = async () => (await listBundles()).map(({ name, posts }) => `${name}: ${posts}`);
const records = async () => (await connect()).count('blocks');
const isLocked = async () => (await locks.query()).held.some(({ name }) => name === IMPORT_LOCK);

beforeEach(async () => {
  await emptyArchive();
  await run(zip(files('krant')));
  await run(zip(files('blad')));
});

test('takes a bundle out at once, and frees its space when that is final', async () => {
  const removals = new Removals();
  const before = await records();
  expect(await removals.remove('krant')).toBe(true);
  expect(await namesNow()).toEqual(['blad: 1']);
  expect(await records()).toBe(before);
  await removals.settle();
  expect(await records()).toBeLessThan(before);
  expect(await isLocked()).toBe(false);
});

test('puts back a bundle whole, though another would have swept meanwhile', async () => {
  const removals = new Removals();
  const before = await records();
  await removals.remove('krant');
  const sweeping = sweepRemains();
  expect(await removals.undo('krant')).toBe(true);
  await sweeping;
  expect(await namesNow()).toEqual(['blad: 1', 'krant: 1']);
  expect(await records()).toBe(before);
});

test('puts back one of two removed bundles and lets the other go', async () => {
  const removals = new Removals();
  await removals.remove('krant');
  await removals.remove('blad');
  await removals.undo('blad');
  await removals.settle();
  expect(await namesNow()).toEqual(['blad: 1']);
  expect(await removals.undo('krant')).toBe(false);
});

test('removes for good while an import runs, as that ends by sweeping', async () => {
  const removals = new Removals();
  let endImport: () => unknown = () => undefined;
  void locks.request(
    IMPORT_LOCK,
    {},
    () =>
      new Promise<void>((resolve) => {
        endImport = resolve;
      }),
  );
  expect(await removals.remove('krant')).toBe(false);
  expect(await removals.undo('krant')).toBe(false);
  expect(await namesNow()).toEqual(['blad: 1']);
  endImport();
});

test('joins what was saved under its name meanwhile', async () => {
  const removals = new Removals();
  await removals.remove('krant');
  await run(zip({ 'krant-master/_posts/b.md': post('Later', { link: 'https://nos.nl/l/2' }) }));
  await removals.undo('krant');
  expect(await namesNow()).toEqual(['blad: 1', 'krant: 2']);
});

test('puts back with it what was saved under its name and removed as well, and lets others work then', async () => {
  const removals = new Removals();
  await removals.remove('krant');
  await run(zip({ 'krant-master/_posts/b.md': post('Later', { link: 'https://nos.nl/l/2' }) }));
  await removals.remove('krant');
  expect(await removals.undo('krant')).toBe(true);
  expect(await namesNow()).toEqual(['blad: 1', 'krant: 2']);
  expect(await isLocked()).toBe(false);
});

test('forgets where a bundle came from when it is gone for good', async () => {
  for (const bundle of ['krant', 'blad']) await setSource(bundle, { address: `https://${bundle}.example/a.zip`, etag: '"1"' });
  const removals = new Removals();
  await removals.remove('krant');
  expect((await bundleSources()).map(({ bundle }) => bundle)).toEqual(['krant', 'blad']);
  await removals.settle();
  expect((await bundleSources()).map(({ bundle }) => bundle)).toEqual(['blad']);
});

test('widens its dates by those of what joins, and judges its numbers by both', async () => {
  const removals = new Removals();
  const numbers = { aantal: 8, unieke: 8 };
  const at = (day: number) => ({ link: 'https://nos.nl/l/2', date: `Sun, ${day} Oct 2019 10:00:00 +0000`, ...numbers });
  await run(zip({ 'los-master/_posts/a.md': post('Eerst', at(6)) }));
  await removals.remove('los');
  await run(zip({ 'los-master/_posts/b.md': post('Later', at(20)) }));
  await removals.undo('los');
  expect((await readManifest(await connect())).bundles.find(({ name }) => name === 'los')).toMatchObject({
    range: { from: Date.UTC(2019, 9, 6, 10), to: Date.UTC(2019, 9, 20, 10) },
    evidence: { posts: 2, words: 2 },
  });
});

test('frees at the next opening what a closed page had removed', async () => {
  const before = await records();
  await new Removals().remove('krant');
  locks.closePage();
  await sweepRemains();
  expect(await records()).toBeLessThan(before);
});

test('frees what a page had removed that is closed while another page waits for it', async () => {
  const before = await records();
  await new Removals().remove('krant');
  const waiting = sweepRemains();
  locks.closePage();
  await waiting;
  expect(await records()).toBeLessThan(before);
});
