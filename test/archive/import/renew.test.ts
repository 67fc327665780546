import '../quiet.ts';
import '../older-analyser.ts';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readNames } from '../../../scripts/faults/disk.mjs';
import { compact } from '../../../src/archive/import/compact.ts';
import { renewBundle, renewSmall } from '../../../src/archive/import/renew.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { KIND } from '../../../src/archive/index/blocks.ts';
import { ANALYSIS } from '../../../src/archive/language/version.ts';
import { postsPerMonth } from '../../../src/archive/lookup/browse.ts';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { recentChanges } from '../../../src/archive/lookup/recent-changes.ts';
import { archiveFacets, searchArchive } from '../../../src/archive/lookup/search.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { outdatedIn, readManifest, removeBundle } from '../../../src/archive/store/manifest.ts';
import { sweep } from '../../../src/archive/store/sweep.ts';
import { bytes, emptyArchive, listBundles, post, renew, run, zip } from '../archives.ts';
import { documentsOf, exported } from '../export/exported.ts';
import { inject } from '../faults/inject.ts';
import { asEarlier } from '../older-analyser.ts';
import { randomFrom } from '../random.ts';

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', {
  locks: { request: (_: string, work: unknown, held?: unknown) => ((held ?? work) as () => unknown)() },
});
beforeEach(emptyArchive);

const FILTERS = { publisher: null, category: null, from: null, to: null, offset: 0, limit: 500 } as const;
const search = (text: string, sort: 'relevance' | 'date' = 'relevance') => searchArchive({ ...FILTERS, text, sort });
const titlesOf = async (text: string) => (await search(text)).results.map(({ title }) => title.map((part) => part.text).join(''));
const outdated = async () => (await readManifest(await connect())).bundles.flatMap(outdatedIn).length;
const analyses = async () => (await readManifest(await connect())).bundles.flatMap(({ segments }) => segments.map((one) => one.analysis));

const WORDS = 'dijken steden bewoners verzekeraars zorgverzekeraars kinderen huizen plannen acties schepen water nieuws twaalf'.split(' ');

/** An archive with all that one may have: versions, texts that left, posts without date or link, what was saved; in two bundles. */
async function build() {
  const random = randomFrom(7);
  const text = () => Array.from({ length: 12 }, () => WORDS[random(WORDS.length)]).join(' ');
  const fields = (number: number) => ({
    ...(number % 9 && { link: `https://nos.nl/l/${1000 + (number % 50)}` }),
    ...(number % 4 && { category: number % 3 ? 'binnenland' : 'economie' }),
    ...(number % 5 && { bron: 'NOS' }),
    ...(number % 2 && { aantal: 12, unieke: 10 }),
    date: number % 7 ? new Date(Date.UTC(2019, number % 12, 1 + (number % 28))).toUTCString() : 'onbekend',
  });
  const posts = (from: number, to: number) =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, i) => [
        `krant-master/_posts/${from + i}.md`,
        post(`Bericht ${from + i} over ${WORDS[i % WORDS.length]}`, { ...fields(from + i), body: `<h2>${text()}</h2><p>${text()}</p>` }),
      ]),
    );
  const first = posts(0, 60);
  await run(zip(first));
  await run(zip({ ...first, ...posts(20, 30), ...posts(60, 64), 'krant-master/_posts/klein.md': bytes('---\n---\nHuizen\n') }));
  await run(zip({ 'ander-main/_posts/a.md': post('Andere dijken', { link: 'https://nos.nl/l/1001' }) }, 'ander-main.zip'));
  const saved = (name: string, kind: 'article' | 'replacement') => ({
    path: `_posts/${name}.md`,
    kind,
    bytes: post(`Gelezen over ${name}`, { link: `https://nos.nl/l/9${name}`, body: `<p>${text()}</p>` }),
  });
  await savePosts(await connect(), 'krant', [saved('1', 'article'), saved('2', 'article')]);
  await savePosts(await connect(), 'krant', [
    saved('2', 'replacement'),
    { ...saved('5', 'replacement'), bytes: first['krant-master/_posts/5.md'] as Uint8Array },
  ]);
}

/**
 * All that the archive answers and holds, in its order.
 * @param isRanked whether that of what is found counts too: weights are held against the mean length of the texts until then
 */
async function everything({ words = WORDS, every = 1, isRanked = false } = {}) {
  const names = (await listBundles()).map(({ name }) => name);
  const documents = (await Promise.all(names.map(documentsOf))).flat();
  const keys = [...new Set(documents.map(({ card }) => card.article))].filter((_, i) => i % every === 0);
  const found = async (text: string) => {
    const { results, ...rest } = await search(text);
    return { results: isRanked ? results : results.map((one) => JSON.stringify(one)).sort(), ...rest };
  };
  const { bundles } = await readManifest(await connect());
  const answers = {
    documents,
    bundles: bundles.map(({ segments, ...bundle }) => ({
      ...bundle,
      segments: segments.map(({ parts, analysis }) => [parts.map(({ count }) => count), analysis]),
    })),
    exports: await Promise.all(names.map(async (name) => Buffer.from((await exported(name)).bytes).toString('base64'))),
    articles: await Promise.all(keys.map((key) => readArticle(key, null))),
    searches: await Promise.all(words.flatMap((word) => [found(word), search(word.slice(0, 5), 'date')])),
    rest: [await archiveFacets(), await postsPerMonth({ text: '', publisher: null, category: null }), await recentChanges(100)],
  };
  // An id says in which segment a text stands, and where.
  const without = ['bytes', 'id', 'generation', ...(isRanked ? [] : ['related'])];
  return JSON.parse(JSON.stringify(answers, (name, value) => (without.includes(name) ? undefined : value)));
}

describe('an archive whose words an earlier version read', () => {
  test('finds what today’s finds once it is renewed, without any file', async () => {
    const file = zip({ 'krant-master/_posts/a.md': post('Nieuws uit de steden', { link: 'https://nos.nl/l/1' }) });
    await asEarlier(() => run(file));
    expect(await titlesOf('stad')).toEqual([]);
    expect(await outdated()).toBe(1);
    expect(await renew()).toMatchObject({ type: 'done', report: { counts: { posts: 1 } } });
    expect(await titlesOf('stad')).toEqual(['Nieuws uit de steden']);
    expect(await outdated()).toBe(0);
    expect((await run(file)).report.counts).toMatchObject({ unchanged: 1, added: 0, changed: 0 });
    expect(await readNames()).toMatchObject({ unnamed: [], missing: [] });
  });

  test.each([undefined, 300])('is what it would be if today’s had read it, whatever is held in memory: %s', async (tokens) => {
    await build();
    const expected = await everything();
    await emptyArchive();
    await asEarlier(build);
    expect((await everything()).searches).not.toEqual(expected.searches);
    for (const name of ['krant', 'ander']) await renewBundle(await connect(), name, undefined, tokens);
    expect(await everything()).toEqual(expected);
  });

  test('is one that came without a note of its version', async () => {
    await run(zip({ 'krant-master/_posts/a.md': post('Dijk') }));
    const database = await connect();
    const manifest = await readManifest(database);
    for (const bundle of manifest.bundles) for (const segment of bundle.segments) delete segment.analysis;
    await database.put('manifest', manifest, 'manifest');
    expect(await outdated()).toBe(1);
    await renew();
    expect(await analyses()).toEqual([ANALYSIS]);
  });
});

describe('what becomes of an archive while it is renewed', () => {
  const article = (number: number, title: string, kind: 'article' | 'replacement' = 'article') => ({
    path: `_posts/${number}.md`,
    bytes: post(title, { link: `https://nos.nl/l/${number}`, body: 'Nieuws.' }),
    kind,
  });
  const krant = () =>
    run(
      zip(
        Object.fromEntries(
          ['Steden', 'Dijken'].map((title, i) => [
            `krant-master/_posts/${i}.md`,
            post(title, { link: `https://nos.nl/l/${i}`, body: 'Nieuws.' }),
          ]),
        ),
      ),
    );
  /** Does something when the second document is about to be read. */
  const meanwhile = (work: () => Promise<unknown>) => async (done: number) => void (done === 1 && (await work()));

  test('a text that is saved or replaced stays so', async () => {
    await asEarlier(krant);
    const database = await connect();
    await renewBundle(
      database,
      'krant',
      meanwhile(() => savePosts(database, 'krant', [article(9, 'Schepen'), article(0, 'Stad nu', 'replacement')])),
    );
    expect(await titlesOf('stad')).toEqual(['Stad nu']);
    expect(await titlesOf('schip')).toEqual(['Schepen']);
    expect(await titlesOf('dijk')).toEqual(['Dijken']);
    expect((await documentsOf('krant')).map(({ card }) => card.title).sort()).toEqual(['Dijken', 'Schepen', 'Stad nu']);
    expect(await listBundles()).toMatchObject([{ posts: 3, articles: 3, damaged: 0 }]);
  });

  test('so does one that joins what single posts join', async () => {
    const database = await connect();
    await asEarlier(() => savePosts(database, 'krant', [article(1, 'Steden'), article(2, 'Dijken')]));
    await renewBundle(
      database,
      'krant',
      meanwhile(() => savePosts(database, 'krant', [article(9, 'Schepen')])),
    );
    expect([await titlesOf('stad'), await titlesOf('schip')]).toEqual([['Steden'], ['Schepen']]);
    expect(await outdated()).toBe(0);
    await compact(database);
    await sweep(database);
    expect(await readNames()).toMatchObject({ unnamed: [], missing: [] });
  });

  test('a bundle that is removed stays removed', async () => {
    await asEarlier(krant);
    const database = await connect();
    await renewBundle(
      database,
      'krant',
      meanwhile(() => removeBundle(database, 'krant')),
    );
    await sweep(database);
    expect(await listBundles()).toEqual([]);
    expect(await database.count('blocks')).toBe(0);
  });

  test('a cancel leaves it as it was, and nothing behind', async () => {
    await asEarlier(krant);
    const [before, records] = [await everything(), await (await connect()).count('blocks')];
    const cancelling = new AbortController();
    const end = await renew({ signal: cancelling.signal, hear: ({ type }) => type === 'opened' && cancelling.abort() });
    expect(end).toMatchObject({ type: 'cancelled' });
    expect(await everything()).toEqual(before);
    expect(await (await connect()).count('blocks')).toBe(records);
  });

  test('a full disk is told, with the room that it takes', async () => {
    await asEarlier(krant);
    const [{ bytes: size = 0 } = {}] = await listBundles();
    const before = await everything();
    const injected = inject('abort', 1);
    const end = await renew();
    injected.remove();
    expect(end).toMatchObject({ type: 'failed', reason: 'disk-full', space: { bundle: size } });
    expect(await everything()).toEqual(before);
  });

  test('what can no longer be read is left aside, and the rest renewed', async () => {
    await asEarlier(async () => {
      await krant();
      await run(zip({ 'ander-main/_posts/a.md': post('Schepen') }, 'ander-main.zip'));
    });
    const database = await connect();
    const [bad] = (await database.getAllKeys('blocks')).filter(([, kind]) => kind === KIND.packs);
    if (bad) await database.put('blocks', new Uint8Array(9), bad);
    expect(await renew()).toMatchObject({ type: 'done', report: { counts: { posts: 1 } } });
    expect(await titlesOf('schip')).toEqual(['Schepen']);
    expect((await listBundles()).map(({ damaged }) => damaged)).toEqual([0, 2]);
    expect(await outdated()).toBe(0);
  });
});

describe('the version that is noted', () => {
  const saved = (number: number) => ({ path: `_posts/${number}.md`, bytes: post(`Dijk ${number}`), kind: 'article' as const });
  const many = (from: number) => Array.from({ length: 32 }, (_, i) => saved(from + i));

  test('is the lowest of what is put together, by a merge and by saving', async () => {
    const database = await connect();
    await asEarlier(() => savePosts(database, 'own', many(0)));
    await savePosts(database, 'own', many(100));
    expect(await analyses()).toEqual([ANALYSIS - 1, ANALYSIS]);
    await compact(database);
    expect(await analyses()).toEqual([ANALYSIS - 1]);
    await asEarlier(() => savePosts(database, 'own', [saved(200)]));
    await savePosts(database, 'own', [saved(201)]);
    expect(await analyses()).toEqual([ANALYSIS - 1, ANALYSIS - 1]);
  });

  test('is today’s of an import that an earlier version had begun', async () => {
    const file = zip(
      Object.fromEntries(
        many(0)
          .concat(many(100))
          .map(({ path, bytes }) => [`krant-master/${path}`, bytes]),
      ),
    );
    const injected = inject('kill', 40);
    await asEarlier(() => run(file, { tokens: 50 }));
    injected.remove();
    expect(await (await connect()).count('imports')).toBe(1);
    expect((await run(file, { tokens: 50 })).report.counts).toMatchObject({ added: 64 });
    expect(await analyses()).toEqual([ANALYSIS]);
  });
});

test('only a small archive is renewed without asking', async () => {
  await asEarlier(build);
  await renewSmall(await connect(), 1);
  expect((await readManifest(await connect())).bundles.filter((bundle) => outdatedIn(bundle).length > 0).map(({ name }) => name)).toEqual([
    'krant',
  ]);
  await renewSmall(await connect());
  expect(await outdated()).toBe(0);
});

/** So few words that there are several indexes to be merged. */
const HELD = 300_000;
const REAL = new URL('../../../../shared/archive/leestmeer-2k.zip', import.meta.url);
test.runIf(existsSync(REAL))(
  'a real archive is what it would be if today’s had read it',
  async () => {
    const file = { file: new File([readFileSync(REAL)], 'leestmeer-2k.zip', { lastModified: 0 }), path: '' };
    const asked = { words: ['Baghdadi', 'verkiezingen', 'steden', 'boeren'], every: 40, isRanked: true };
    await run(file, { tokens: HELD });
    const expected = await everything(asked);
    await emptyArchive();
    await asEarlier(() => run(file, { tokens: HELD }));
    expect((await everything(asked)).searches).not.toEqual(expected.searches);
    expect(await renew({ tokens: HELD })).toMatchObject({ type: 'done', report: { counts: { posts: 1608 } } });
    expect(await everything(asked)).toEqual(expected);
  },
  120_000,
);
