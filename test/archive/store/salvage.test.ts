import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { interruptedImports } from '../../../src/archive/store/imports.ts';
import { MANIFEST_KEY, readManifest } from '../../../src/archive/store/manifest.ts';
import { IMPORTS, MANIFEST, VISITS } from '../../../src/archive/store/schema.ts';
import { addVisit, visitsOf } from '../../../src/archive/store/visits.ts';
import { emptyArchive, listBundles, page, post, run, zip } from '../archives.ts';

vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

const archive = (name: string, number: number) =>
  zip({ [`${name}-main/_posts/a.md`]: post(name, { link: `https://nos.nl/l/${number}` }) }, `${name}-main.zip`);
const good = archive('goed', 1);
const broken = archive('stuk', 2);
const stateOf = async (number: number) => (await answerFor(page(`nos:${number}`))).state;

beforeEach(async () => {
  await emptyArchive();
  await run(good);
  await run(broken);
});

const NONSENSE = [null, 'x', 7, [], [null], {}, Number.NaN, { bundles: 'x' }, { bundles: [null, { name: 3 }] }];

test.each(NONSENSE)('takes an archive of which is written %j for empty, and one that is imported again is whole', async (value) => {
  await (await connect()).put(MANIFEST, value as never, MANIFEST_KEY);
  expect(await listBundles()).toEqual([]);
  expect(await stateOf(1)).toBe('no-archive');
  expect((await run(good)).type).toBe('done');
  expect(await stateOf(1)).toBe('archived');
});

test('gives no id again where the manifest is lost, and the space of what it named comes back', async () => {
  const database = await connect();
  const { nextId } = await readManifest(database);
  await database.delete(MANIFEST, MANIFEST_KEY);
  await run(good);
  const ids = (await database.getAllKeys('blocks')).map(([id]) => id);
  expect(Math.min(...ids)).toBeGreaterThanOrEqual(nextId - 1);
});

test.each([
  ['segments', undefined],
  ['segments', 'x'],
  ['segments', [null]],
  ['segments', [{ index: 4 }]],
  ['segments', [{ index: 4, parts: [{ id: 3, count: 2 ** 40 }], tombstones: null, bytes: 1 }]],
])('names a bundle damaged whose %s are %j, answers from the others, and is whole once it is imported again', async (field, value) => {
  const database = await connect();
  const manifest = await readManifest(database);
  const bundles = manifest.bundles.map((bundle) => (bundle.name === 'stuk' ? { ...bundle, [field]: value } : bundle));
  await database.put(MANIFEST, { ...manifest, bundles }, MANIFEST_KEY);
  expect(await listBundles()).toMatchObject([
    { name: 'goed', damaged: 0 },
    { name: 'stuk', damaged: 1, posts: 1 },
  ]);
  expect([await stateOf(1), await stateOf(2)]).toEqual(['archived', 'none']);
  await run(broken);
  expect(await stateOf(2)).toBe('archived');
  expect(await listBundles()).toMatchObject([{ damaged: 0 }, { damaged: 0, posts: 1 }]);
});

test.each(['imported', 'posts', 'articles', 'range', 'evidence', 'overrule'])('lists a bundle of which %s is nonsense', async (field) => {
  const database = await connect();
  const manifest = await readManifest(database);
  await database.put(MANIFEST, { ...manifest, bundles: manifest.bundles.map((one) => ({ ...one, [field]: 'x' })) }, MANIFEST_KEY);
  for (const line of await listBundles()) {
    expect(line).toMatchObject({ posts: 1, articles: 1, imported: expect.any(Number), meaning: 'unknown' });
    expect(line.range === null || Number.isFinite(line.range.from)).toBe(true);
  }
  expect(await stateOf(1)).toBe('archived');
});

test.each([{}, { bundle: 'x', indexes: 7 }, { bundle: 'nieuw', indexes: [null], documents: 1 }])(
  'imports beside the remains %j of an import',
  async (remains) => {
    const file = archive('nieuw', 3);
    const identity = `${file.file.name} ${file.file.size} 0`;
    await (await connect()).put(IMPORTS, { identity, ...remains } as never);
    expect(await interruptedImports(await connect())).toEqual([]);
    expect((await run(file)).type).toBe('done');
    expect(await stateOf(3)).toBe('archived');
  },
);

test('begins anew where only half is known of how far an import had come', async () => {
  const file = archive('nieuw', 3);
  const identity = `${file.file.name} ${file.file.size} 0`;
  const half = { identity, bundle: 'nieuw', started: 1, documents: 9, indexes: [], count: 0, order: 2, entries: 0, total: 1 };
  await (await connect()).put(IMPORTS, { ...half, state: null });
  expect((await run(file)).type).toBe('done');
  expect(await stateOf(3)).toBe('archived');
});

test('counts visits anew where those that were counted are nonsense', async () => {
  const database = await connect();
  await database.put(VISITS, { times: 'x' } as never, 'nos:1');
  expect(await visitsOf(database, 'nos:1')).toBeNull();
  await addVisit(database, 'nos:1', 5);
  expect(await visitsOf(database, 'nos:1')).toEqual({ times: 1, days: 1, first: 5, last: 5 });
});
