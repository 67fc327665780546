import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listBundles, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { type ArticleToKeep, keepArticle, OWN_BUNDLE } from '../../../src/background/capture/keep.ts';
import { emptyArchive, post, run, zip } from '../../archive/archives.ts';

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
beforeEach(emptyArchive);

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;
const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
const long = (word: string) => paragraph(`${word} `.repeat(60).trim());
const article = (change: Partial<ArticleToKeep> = {}): ArticleToKeep => ({
  key: 'nos:123',
  address: 'https://nos.nl/artikel/123-dijk#UPDATE-1',
  title: 'Dijk versterkt',
  text: [paragraph('De dijk is klaar.'), long('water')],
  published: NOW - 24 * HOUR,
  modified: null,
  categories: [],
  picture: null,
  isLiveblog: false,
  ...change,
});

describe('an article that is kept', () => {
  test('is in the archive at once, under its own date', async () => {
    expect(await keepArticle(article(), NOW)).toBe('new');
    expect(await readArticle('nos:123', null)).toMatchObject({
      shown: {
        title: 'Dijk versterkt',
        date: NOW - 24 * HOUR,
        link: 'https://nos.nl/l/123',
        publisher: 'NOS',
        bundle: OWN_BUNDLE,
        counts: { meaning: 'words' },
      },
    });
  });

  test('is kept once, however often it is read', async () => {
    await keepArticle(article(), NOW);
    expect(await keepArticle(article(), NOW + HOUR)).toBe('unchanged');
    expect(await listBundles()).toMatchObject([{ posts: 1, articles: 1 }]);
  });

  test('becomes a version when its title or text has changed', async () => {
    await keepArticle(article(), NOW);
    expect(await keepArticle(article({ title: 'Dijk toch niet versterkt' }), NOW + HOUR)).toBe('version');
    expect(await keepArticle(article({ text: [long('klei')], modified: NOW + 90 * 60_000 }), NOW + 2 * HOUR)).toBe('version');
    const { versions } = (await readArticle('nos:123', null)) ?? { versions: [] };
    expect(versions.map(({ date }) => date)).toEqual([NOW - 24 * HOUR, NOW + HOUR, NOW + 90 * 60_000]);
    expect(await listBundles()).toMatchObject([{ posts: 3, articles: 1 }]);
  });

  test('is not kept again where an imported bundle has the same title and text', async () => {
    const body = `<p>De dijk is klaar.</p><p>${'water '.repeat(60).trim()}</p>`;
    await run(zip({ 'krant-master/_posts/a.md': post('Dijk versterkt', { link: 'https://nos.nl/l/123', body }) }));
    expect(await keepArticle(article(), NOW)).toBe('unchanged');
    expect(await keepArticle(article({ title: 'Anders' }), NOW)).toBe('version');
  });

  test('is not kept when its text could not be read well', async () => {
    expect(await keepArticle(article({ text: [paragraph('Accepteer cookies om verder te gaan.')] }), NOW)).toBe('too-short');
    expect(await listBundles()).toEqual([]);
  });

  test('has no date in the future', async () => {
    await keepArticle(article({ published: NOW + 24 * HOUR }), NOW);
    expect((await readArticle('nos:123', null))?.shown.date).toBe(NOW);
  });
});

describe('a liveblog', () => {
  const update = (word: string, at: number) => keepArticle(article({ isLiveblog: true, text: [long(word)] }), at);

  test('has one version for each hour, the last one of it', async () => {
    expect(await update('een', NOW)).toBe('new');
    expect(await update('twee', NOW + 10 * 60_000)).toBe('replaced');
    expect(await update('drie', NOW + 50 * 60_000)).toBe('replaced');
    expect(await update('vier', NOW + 70 * 60_000)).toBe('version');
    const found = await readArticle('nos:123', null);
    expect(found?.versions).toHaveLength(2);
    expect(found?.shown.html).toContain('vier');
    expect((await readArticle('nos:123', found?.versions[0]?.id ?? ''))?.shown.html).toContain('drie');
  });
});

test('three hundred articles that are kept leave few segments once they are tidied', async () => {
  const { tidy } = await import('../../../src/background/capture/tidy.ts');
  vi.stubGlobal('navigator', { locks: { request: (_: string, a: unknown, b?: unknown) => ((b ?? a) as (lock: object) => unknown)({}) } });
  for (let i = 0; i < 300; i++) {
    await keepArticle(article({ key: `nos:${1000 + i}`, address: `https://nos.nl/l/${1000 + i}`, title: `Bericht ${i}` }), NOW);
    if (i % 50 === 49) await tidy();
  }
  const { connect } = await import('../../../src/archive/store/connection.ts');
  const { readManifest } = await import('../../../src/archive/store/manifest.ts');
  const segments = (await readManifest(await connect())).bundles[0]?.segments ?? [];
  expect(segments.length).toBeLessThanOrEqual(4);
  expect(await readArticle('nos:1007', null)).toMatchObject({ shown: { title: 'Bericht 7' } });
}, 60_000);
