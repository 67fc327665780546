import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { importBundle } from '../../../src/archive/import/import.ts';
import type { ImportEvent } from '../../../src/archive/import/progress.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { emptyArchive, listBundles, page, post, run, zip } from '../archives.ts';
import { tarOf } from '../bundle/tar-fixture.ts';
import { inject } from '../faults/inject.ts';
import { asChosen, documentsOf, exported, namesIn, packedAgain } from './exported.ts';

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', {
  locks: { request: (_: string, work: unknown, held?: unknown) => ((held ?? work) as () => unknown)() },
});
beforeEach(emptyArchive);

const MIRROR = { destination: 'auto', mirror: true } as const;
const article = { link: 'https://nos.nl/l/1' };
const titleOf = async () => (await answerFor(page('nos:1'))) as unknown;
const NOW = { version: { title: 'Stand 3' }, versions: [{ title: 'Stand 1' }, { title: 'Stand 2' }, { title: 'Stand 3' }] };

/** An archive whose posts got other texts, with a link and without, and one that got an earlier text back. */
async function archiveWithHistory() {
  const files = (n: number) => ({
    'krant-master/_posts/a.md': post(`Stand ${n}`, article),
    'krant-master/_posts/los.md': post(`Los ${n}`),
    'krant-master/nieuws/_posts/vast.md': post('Vast', { link: 'https://nos.nl/l/2' }),
    'krant-master/nieuws/_posts/terug.md': post(n === 2 ? 'Weg' : 'Terug', { link: 'https://nos.nl/l/3' }),
  });
  for (const n of [1, 2, 3]) await run(zip(files(n)));
}

describe('an export that is imported in an empty browser', () => {
  test('gives the same archive, document for document, and the same export again, byte for byte', async () => {
    await archiveWithHistory();
    const first = await exported('krant');
    const [documents, [bundle]] = [await documentsOf('krant'), await listBundles()];
    await emptyArchive();
    const { report } = await run(asChosen(first.bytes, 'krant.zip'));
    expect(report.counts).toMatchObject({ posts: 10, articles: 4, versioned: 3, added: 4, changed: 6, unchanged: 0, skipped: 0 });
    expect(await documentsOf('krant')).toEqual(documents);
    expect(await listBundles()).toMatchObject([{ posts: bundle?.posts, articles: bundle?.articles, range: bundle?.range }]);
    expect(Buffer.compare((await exported('krant')).bytes, first.bytes)).toBe(0);
  });

  test('keeps the texts of a post without link together', async () => {
    await archiveWithHistory();
    const { bytes } = await exported('krant');
    await emptyArchive();
    await run(asChosen(bytes, 'krant.zip'));
    const found = await readArticle('post:krant/_posts/los.md', null);
    expect(found?.versions.map(({ title }) => title)).toEqual(['Los 1', 'Los 2', 'Los 3']);
  });

  test('loses nothing when it is updated, exported and imported once more', async () => {
    await archiveWithHistory();
    let { bytes } = await exported('krant');
    for (const n of [4, 5]) {
      await emptyArchive();
      await run(asChosen(bytes, 'krant.zip'));
      await run(zip({ 'krant-master/_posts/a.md': post(`Stand ${n}`, article) }));
      bytes = (await exported('krant')).bytes;
      const names = namesIn(bytes);
      expect(new Set(names).size).toBe(names.length);
    }
    await emptyArchive();
    expect((await run(asChosen(bytes, 'krant.zip'))).report.counts).toMatchObject({ posts: 12, skipped: 0 });
    expect((await readArticle('nos:1', null))?.versions.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5].map((n) => `Stand ${n}`));
  });

  test('is recognised in the browser that it came from, also mirrored', async () => {
    await archiveWithHistory();
    const { bytes } = await exported('krant');
    const before = await documentsOf('krant');
    const { report } = await run(asChosen(bytes, 'krant.zip'), { choice: MIRROR });
    expect(report).toMatchObject({
      kind: 'update',
      missing: 0,
      counts: { posts: 10, articles: 4, versioned: 3, added: 0, changed: 0, unchanged: 10, removed: 0 },
    });
    expect(await documentsOf('krant')).toEqual(before);
  });
});

describe('the newest text stays the newest', () => {
  /** The export as it may come back. */
  const forms: Record<string, (files: Record<string, Uint8Array>) => Parameters<typeof importBundle>[0]> = {
    'packed again by name': (files) => [asChosen(packedAgain(files), 'krant.zip')],
    'as a tar by name': (files) => {
      const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
      return [asChosen(tarOf(entries.map(([name, data]) => ({ name, data }))), 'krant.tar')];
    },
    'unpacked as a folder': (files) =>
      Object.entries(files).map(([path, bytes]) => ({
        file: new File([bytes as Uint8Array<ArrayBuffer>], path.split('/').at(-1) as string, { lastModified: 0 }),
        path,
      })),
  };

  test.each(Object.entries(forms))('of an export %s', async (_, form) => {
    await archiveWithHistory();
    const files = unzipSync((await exported('krant')).bytes);
    await emptyArchive();
    const events: ImportEvent[] = [];
    await importBundle(form(files), new AbortController().signal, (event) => events.push(event));
    expect(events.at(-1)).toMatchObject({ report: { counts: { posts: 10, articles: 4, versioned: 3, added: 4, changed: 6 } } });
    expect(await titleOf()).toMatchObject(NOW);
    expect(await listBundles()).toMatchObject([{ posts: 4, articles: 4 }]);
    expect(unzipSync((await exported('krant')).bytes)).toEqual(files);
  });

  test('where only that was there, and the same export changes nothing then', async () => {
    await archiveWithHistory();
    const { bytes } = await exported('krant');
    await emptyArchive();
    await run(zip({ 'krant-master/_posts/a.md': post('Stand 3', article) }));
    const { report } = await run(asChosen(bytes, 'krant.zip'));
    expect(report).toMatchObject({ kind: 'update', counts: { added: 3, changed: 7, unchanged: 0, articles: 4, versioned: 3 } });
    expect(await titleOf()).toMatchObject(NOW);
    expect((await exported('krant')).end.posts).toBe(10);
    expect(await listBundles()).toMatchObject([{ posts: 4, articles: 4 }]);
    expect((await run(asChosen(bytes, 'krant.zip'))).report.counts).toMatchObject({ added: 0, changed: 0, unchanged: 10 });
  });

  test('where an earlier text can not be read, and nothing is taken twice for it', async () => {
    const files = {
      'krant-master/earlier/1/_posts/a.md': post('Stand 2', article).subarray(0, 20),
      'krant-master/_posts/a.md': post('Stand 3', article),
    };
    await run(zip(files));
    expect((await run(zip(files))).report.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1, skipped: 1 });
    expect(await documentsOf('krant')).toHaveLength(1);
  });

  test.each(['first import', 'update', 'update from a tar'])('where the %s of an export is interrupted and goes on', async (kind) => {
    const path = (i: number) => `krant-master/_posts/p${i}.md`;
    const files = (n: number) => {
      const numbers = Array.from({ length: 40 }, (_, i) => i);
      return Object.fromEntries(numbers.map((i) => [path(i), post(`Bericht ${i}, stand ${n}`, { link: `https://nos.nl/l/${i}` })]));
    };
    for (const n of [1, 2]) await run(zip(files(n)));
    const { bytes } = await exported('krant');
    const entries = Object.entries(unzipSync(bytes)).map(([name, data]) => ({ name, data }));
    const file = kind === 'update from a tar' ? asChosen(tarOf(entries), 'krant.tar') : asChosen(bytes, 'krant.zip');
    const begin = async () => {
      await emptyArchive();
      if (kind !== 'first import') await run(zip(Object.fromEntries(Object.entries(files(2)).slice(20))));
    };
    await begin();
    const whole = await run(file, { tokens: 50 });
    const [documents, bundles] = [await documentsOf('krant'), await listBundles()];
    expect(bundles).toMatchObject([{ posts: 40, articles: 40 }]);
    let resumed = 0;
    for (let at = 10; at < 120; at += 10) {
      await begin();
      const injected = inject('kill', at);
      await run(file, { tokens: 50 });
      injected.remove();
      const events: ImportEvent[] = [];
      await importBundle([file], new AbortController().signal, (event) => events.push(event), undefined, 50);
      if (events.some((event) => event.type === 'opened' && event.done > 0)) resumed++;
      // Struck after it was published, all of it is there.
      if (!injected.struck()) break;
      expect(await documentsOf('krant')).toEqual(documents);
      expect(await listBundles()).toMatchObject([{ posts: 40, articles: 40 }]);
      const { counts } = (events.at(-1) as Extract<ImportEvent, { type: 'done' }>).report;
      if (counts.unchanged < 80) expect(counts).toEqual(whole.report.counts);
    }
    expect(resumed).toBeGreaterThan(0);
  });
});

describe('loose files', () => {
  const loose = (...texts: [name: string, bytes: Uint8Array][]) =>
    texts.map(([name, bytes]) => ({ file: new File([bytes as Uint8Array<ArrayBuffer>], name, { lastModified: 0 }), path: '' }));
  const choose = async (...texts: [string, Uint8Array][]) => {
    const events: ImportEvent[] = [];
    await importBundle(loose(...texts), new AbortController().signal, (event) => events.push(event));
    return (events.at(-1) as Extract<ImportEvent, { type: 'done' }>).report;
  };
  const two: [string, Uint8Array][] = [
    ['a.md', post('A')],
    ['b.md', post('B')],
  ];
  const again = { kind: 'update', bundle: 'Losse artikelen', missing: 0, counts: { added: 0, changed: 0, unchanged: 2 } };

  test('are the same posts in their export and chosen again', async () => {
    await choose(...two);
    const { bytes } = await exported('Losse artikelen');
    expect((await run(asChosen(bytes, 'Losse artikelen.zip'))).report).toMatchObject(again);
    expect(await choose(...two)).toMatchObject(again);
    await emptyArchive();
    await run(asChosen(bytes, 'Losse artikelen.zip'));
    expect(await choose(...two)).toMatchObject(again);
    expect(await exported('Losse artikelen')).toMatchObject({ bytes });
  });

  test('of an archive that has them without a folder stay the posts that they are', async () => {
    const saved = two.map(([path, bytes]) => ({ path, bytes, kind: 'article' as const }));
    await savePosts(await connect(), 'Losse artikelen', saved);
    expect(await choose(...two)).toMatchObject(again);
    expect((await run(asChosen((await exported('Losse artikelen')).bytes, 'Losse artikelen.zip'))).report).toMatchObject(again);
    expect(await choose(['a.md', post('A, nu anders')], ['b.md', post('B')])).toMatchObject({
      counts: { changed: 1, unchanged: 1, versioned: 1 },
    });
    expect((await readArticle('post:Losse artikelen/a.md', null))?.versions).toHaveLength(2);
    expect(namesIn((await exported('Losse artikelen')).bytes).sort()).toEqual(
      ['_posts/a.md', '_posts/b.md', 'earlier/1/_posts/a.md'].map((path) => `Losse artikelen/${path}`),
    );
  });
});

test('knows a post whose name macOS wrote in other characters', async () => {
  const [composed, apart] = ['krant-master/_posts/\u00e9\u00e9n.md', 'krant-master/_posts/e\u0301e\u0301n.md'];
  const unchanged = { kind: 'update', missing: 0, counts: { added: 0, changed: 0, unchanged: 1 } };
  await run(zip({ [apart]: post('Een') }));
  expect((await run(zip({ [composed]: post('Een') }))).report).toMatchObject(unchanged);
  expect((await run(zip({ [apart]: post('Een') }))).report).toMatchObject(unchanged);
  // As an earlier version stored it.
  await emptyArchive();
  await savePosts(await connect(), 'krant', [{ path: '_posts/e\u0301e\u0301n.md', bytes: post('Een'), kind: 'article' }]);
  expect((await run(zip({ [composed]: post('Een') }))).report).toMatchObject(unchanged);
  expect((await run(zip({ [apart]: post('Een, anders') }))).report).toMatchObject({ counts: { changed: 1, articles: 1, versioned: 1 } });
});

test('gives what an earlier version took for posts of their own a name each, behind the texts that came since', async () => {
  const saved = (path: string, title: string) => savePosts(database, 'krant', [{ path, bytes: post(title, article), kind: 'version' }]);
  const database = await connect();
  await saved('earlier/1/_posts/a.md', 'Stand 1');
  await saved('_posts/a.md', 'Stand 2');
  await saved('_posts/a.md', 'Stand 3');
  const { bytes } = await exported('krant');
  expect(namesIn(bytes)).toEqual(['earlier/2/_posts/a.md', 'earlier/1/_posts/a.md', '_posts/a.md'].map((path) => `krant/${path}`));
  await emptyArchive();
  await run(asChosen(bytes, 'krant.zip'));
  expect(await titleOf()).toMatchObject(NOW);
});

test('takes both texts of an export that gave two of them one name', async () => {
  const zipped = zip({
    'krant/earlier/1/_posts/a.md': post('Stand 1', article),
    'krant/earlier/7/_posts/a.md': post('Stand 2', article),
    'krant/_posts/a.md': post('Stand 3', article),
  });
  const bytes = Buffer.from(await zipped.file.arrayBuffer());
  for (let at = bytes.indexOf('earlier/7'); at >= 0; at = bytes.indexOf('earlier/7')) bytes.write('earlier/1', at);
  expect((await run(asChosen(bytes, 'krant.zip'))).report.counts).toMatchObject({ posts: 3, skipped: 0 });
  expect(await titleOf()).toMatchObject(NOW);
});
