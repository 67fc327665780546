import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { compact } from '../../../src/archive/import/compact.ts';
import { importBundle } from '../../../src/archive/import/import.ts';
import type { ImportEvent } from '../../../src/archive/import/progress.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { readManifest, removeBundle } from '../../../src/archive/store/manifest.ts';
import { sweep } from '../../../src/archive/store/sweep.ts';
import { emptyArchive, listBundles, page, post, run, zip } from '../archives.ts';

const MIRROR = { destination: 'auto', mirror: true } as const;
const path = (name: string) => `krant-master/_posts/${name}.md`;
const many = (from: number, to: number) =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, i) => [
      path(`p${from + i}`),
      post(`Bericht ${from + i}`, { link: `https://nos.nl/l/${1000 + from + i}` }),
    ]),
  );
const stateOf = async (key: string) => (await answerFor(page(key))).state;

async function idsOnDisk() {
  const database = await connect();
  const { bundles } = await readManifest(database);
  const named = bundles.flatMap(({ segments }) =>
    segments.flatMap((one) => [one.index, ...one.parts.map(({ id }) => id), one.tombstones ?? one.index]),
  );
  const stored = (await database.getAllKeys('blocks')).map(([id]) => id);
  return { named: new Set(named), stored: new Set(stored) };
}

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
beforeEach(emptyArchive);

describe('a newer copy of a bundle', () => {
  test('takes nothing out unless it is to be mirrored, and says how many are missing', async () => {
    await run(zip(many(0, 10)));
    const kept = await run(zip(many(0, 7)));
    expect(kept.report).toMatchObject({ kind: 'update', missing: 3, counts: { unchanged: 7, removed: 0 } });
    expect(await stateOf('nos:1009')).toBe('archived');
    const mirrored = await run(zip(many(0, 7)), { choice: MIRROR });
    expect(mirrored.report).toMatchObject({ missing: 0, counts: { unchanged: 7, removed: 3, articles: 7, added: 0 } });
    expect(await stateOf('nos:1009')).toBe('none');
    expect(await stateOf('nos:1003')).toBe('archived');
    expect(await listBundles()).toMatchObject([{ posts: 7, articles: 7 }]);
    const { named, stored } = await idsOnDisk();
    expect(stored).toEqual(named);
  });

  test('adds again what was taken out when it is back', async () => {
    await run(zip(many(0, 10)));
    await run(zip(many(0, 7)), { choice: MIRROR });
    expect((await run(zip(many(0, 10)))).report.counts).toMatchObject({ added: 3, unchanged: 7 });
    expect(await stateOf('nos:1009')).toBe('archived');
  });

  test('becomes a bundle of its own when too little is shared, or when the reader wants so', async () => {
    await run(zip(many(0, 10)));
    expect((await run(zip(many(8, 20)))).report).toMatchObject({ kind: 'apart', bundle: 'krant (2)' });
    expect((await run(zip(many(0, 10)), { choice: { destination: 'apart', mirror: false } })).report).toMatchObject({
      kind: 'apart',
      bundle: 'krant (3)',
    });
    expect((await run(zip(many(30, 32)), { choice: { destination: 'update', mirror: false } })).report).toMatchObject({
      kind: 'update',
      bundle: 'krant',
    });
    expect(
      (await run(zip(many(40, 41), 'ander.zip'), { choice: { destination: { into: 'krant (2)' }, mirror: false } })).report,
    ).toMatchObject({
      kind: 'update',
      bundle: 'krant (2)',
    });
    expect((await listBundles()).map(({ name, posts }) => [name, posts])).toEqual([
      ['krant', 12],
      ['krant (2)', 13],
      ['krant (3)', 10],
    ]);
  });

  test('brings newer numbers of a text that stayed the same', async () => {
    const one = (aantal: number) => zip({ [path('a')]: post('A', { link: 'https://nos.nl/l/1', aantal, unieke: 3 }) });
    await run(one(5000));
    await run(one(9000));
    expect(await answerFor(page('nos:1'))).toMatchObject({ versions: [{}], version: { counts: { total: 9000 } } });
  });
});

describe('several bundles', () => {
  test('show a version that both hold once, and keep it when one of them goes', async () => {
    await run(zip(many(0, 5)));
    const files = Object.entries(many(0, 5)).map(([name, bytes]) => [name.replace('krant-master', 'ander-main'), bytes]);
    await run(zip(Object.fromEntries(files)));
    expect(await answerFor(page('nos:1002'))).toMatchObject({ versions: [{}] });
    await removeBundle(await connect(), 'krant');
    await sweep(await connect());
    expect(await answerFor(page('nos:1002'))).toMatchObject({ state: 'archived', version: { bundle: 'ander' } });
    const { named, stored } = await idsOnDisk();
    expect(stored).toEqual(named);
    await removeBundle(await connect(), 'ander');
    await sweep(await connect());
    expect(await (await connect()).count('blocks')).toBe(0);
  });
});

describe('many small updates', () => {
  test('are merged in the order of their age, without changing an answer', async () => {
    for (let i = 1; i <= 9; i++) {
      const files = many(0, i * 10);
      files[path('p0')] = post(`Bericht 0, stand ${i}`, { link: 'https://nos.nl/l/1000', date: `Sun, ${i} Sep 2019 10:00:00 +0200` });
      expect((await run(zip(files))).report.counts).toMatchObject(
        i === 1 ? { added: 10 } : { added: 10, changed: 1, unchanged: i * 10 - 11 },
      );
    }
    const { bundles } = await readManifest(await connect());
    expect(bundles[0]?.segments.length).toBeLessThan(5);
    expect(await answerFor(page('nos:1000'))).toMatchObject({ version: { title: 'Bericht 0, stand 9' } });
    expect((await readArticle('nos:1000', null))?.versions.length).toBe(9);
    for (const number of [1001, 1015, 1047, 1089]) expect(await stateOf(`nos:${number}`)).toBe('archived');
    expect(await listBundles()).toMatchObject([{ posts: 90, articles: 90 }]);
    const { named, stored } = await idsOnDisk();
    expect(stored).toEqual(named);
  });
});

describe('single posts', () => {
  test('are there at once, join one small segment, and survive an import into their bundle', async () => {
    const database = await connect();
    for (let i = 0; i < 70; i++) {
      await savePosts(database, 'krant', [
        {
          kind: 'article',
          path: `_posts/s${i}.md`,
          bytes: post(`Gelezen ${i}`, { link: `https://nos.nl/l/${5000 + i}`, body: `<p>Woord${i} over dijken.</p>` }),
        },
      ]);
      if (i % 20 === 0)
        expect(await answerFor(page(`nos:${5000 + i}`))).toMatchObject({ state: 'archived', version: { title: `Gelezen ${i}` } });
    }
    const { bundles } = await readManifest(database);
    expect(bundles[0]?.segments.map(({ parts }) => parts[0]?.count)).toEqual([32, 32, 6]);
    const before = await idsOnDisk();
    expect(before.stored).toEqual(before.named);
    await run(
      zip({ ...many(0, 3), [path('s1')]: post('Gelezen 1', { link: 'https://nos.nl/l/5001', body: '<p>Woord1 over dijken.</p>' }) }),
      {
        choice: { destination: 'update', mirror: false },
      },
    );
    for (const number of [5000, 5069, 1002]) expect(await stateOf(`nos:${number}`)).toBe('archived');
    expect(await listBundles()).toMatchObject([{ posts: 73 }]);
    await compact(database);
    expect(await answerFor(page('x:1', 'Gelezen 42', 'Woord42 over dijken.'))).toMatchObject({
      state: 'related',
      related: [{ key: 'nos:5042' }],
    });
  });

  test('count when they are saved while an import into their bundle runs', async () => {
    const database = await connect();
    await run(zip(many(0, 3)));
    let saving = Promise.resolve();
    const tell = ({ type }: ImportEvent) => {
      if (type === 'opened')
        saving = savePosts(database, 'krant', [{ kind: 'article', path: path('s'), bytes: post('S', { link: 'https://nos.nl/l/1' }) }]);
    };
    await importBundle([zip(many(0, 200))], new AbortController().signal, tell);
    await saving;
    expect(await listBundles()).toMatchObject([{ posts: 201, articles: 201 }]);
    for (const number of [1, 1000, 1199]) expect(await stateOf(`nos:${number}`)).toBe('archived');
  });

  test('take the place of the one saved lately at their path, where they are to', async () => {
    const database = await connect();
    const saved = (kind: 'article' | 'version' | 'replacement', text: string) =>
      savePosts(database, 'krant', [{ kind, path: '_posts/l.md', bytes: post('Liveblog', { link: 'https://nos.nl/l/1', body: text }) }]);
    await saved('article', '<p>Het eerste bericht.</p>');
    await saved('replacement', '<p>Het tweede bericht.</p>');
    expect((await readArticle('nos:1', null))?.versions).toHaveLength(1);
    await saved('version', '<p>Het derde bericht.</p>');
    expect((await readArticle('nos:1', null))?.versions).toHaveLength(2);
    expect(await listBundles()).toMatchObject([{ posts: 2, articles: 1 }]);
    const { named, stored } = await idsOnDisk();
    expect(stored).toEqual(named);
  });
});
