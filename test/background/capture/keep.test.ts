import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { OWN_BUNDLE } from '../../../src/article/own-bundle.ts';
import { type ArticleToKeep, keepArticle, keepArticles } from '../../../src/background/capture/keep.ts';
import { emptyArchive, listBundles, post, run, zip } from '../../archive/archives.ts';
import { kept } from '../../kept-storage.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
beforeEach(async () => {
  await emptyArchive();
  delete kept.settings;
});

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

  test('is found again by what its page calls its own of its address', async () => {
    const visit = (session: string) => ({
      key: 'url:krant.example/dijk?id=5',
      address: `https://www.krant.example/dijk/?id=5&session=${session}`,
    });
    await keepArticle(article(visit('a')), NOW);
    expect(await keepArticle(article(visit('b')), NOW + HOUR)).toBe('unchanged');
    expect(await readArticle('url:krant.example/dijk?id=5', null)).toMatchObject({
      shown: { link: 'https://www.krant.example/dijk/?id=5', publisher: 'krant.example' },
    });
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

  test.each([
    ['too-short', [paragraph('Kijk hier de beelden terug.')]],
    ['wall', [paragraph('Accepteer cookies om verder te gaan.')]],
    ['wall', [paragraph(`Wij vragen je toestemming voor cookies ${'en meer '.repeat(60)}`)]],
    ['wall', [long('water'), paragraph('Lees dit artikel verder met een abonnement.')]],
  ] as const)('is not kept when its text could not be read well: %s', async (why, text) => {
    expect(await keepArticle(article({ text }), NOW)).toBe(why);
    expect(await listBundles()).toEqual([]);
  });

  test('is not kept where it is older than the own archive may become, and would leave at once', async () => {
    kept.settings = { ownLimit: '1-year' };
    const published = NOW - 400 * 24 * HOUR;
    expect(await keepArticle(article({ published }), NOW)).toBe('too-old');
    expect(await listBundles()).toEqual([]);
    kept.settings = { ownLimit: '2-years' };
    expect(await keepArticle(article({ published }), NOW)).toBe('new');
  });

  test('is kept when cookies or subscriptions are its subject', async () => {
    const text = [long('wet'), paragraph('De Kamer wil strengere regels voor cookies.'), long('minister')];
    expect(await keepArticle(article({ text }), NOW)).toBe('new');
    expect(
      await keepArticle(article({ key: 'nos:9', text: [long('a'), long('b'), long('c'), long('d'), paragraph('Al abonnee?')] }), NOW),
    ).toBe('new');
  });

  test('keeps its headings as headings', async () => {
    await keepArticle(article({ text: [paragraph('De dijk is klaar.'), { kind: 'heading', text: 'Bewoners' }, long('water')] }), NOW);
    expect((await readArticle('nos:123', null))?.shown.html).toContain('<p>De dijk is klaar.</p>\n<h2>Bewoners</h2>\n<p>water');
  });

  test.each(['Regio: Utrecht', '#1', 'yes', '2019'])('is read back whole whatever its category and title are: %s', async (category) => {
    await keepArticle(article({ categories: [category], title: `A\uffff${category}` }), NOW);
    expect((await readArticle('nos:123', null))?.shown).toMatchObject({ category, title: `A ${category}` });
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

describe('a text that a feed and a page give in different words', () => {
  const sentence = 'Het waterschap zegt: "het werk begint pas in het voorjaar" en duurt een jaar - of langer.';
  const whole = [paragraph(sentence), long('water'), long('klei')];
  const versions = async () => (await readArticle('nos:123', null))?.versions.length;

  test('is no version where only quotes, dashes and spaces differ', async () => {
    await keepArticle(article({ text: whole }), NOW);
    const other = sentence.replace(/"([^"]*)"/, '“$1”').replace(' - ', ' – ');
    expect(await keepArticle(article({ text: [paragraph(other), ...whole.slice(1)] }), NOW + HOUR)).toBe('unchanged');
    expect(await versions()).toBe(1);
  });

  test('is the whole in place of the beginning, and no version', async () => {
    const beginning = article({ text: [paragraph(sentence)] });
    expect(await keepArticles([beginning], NOW)).toEqual(['new']);
    expect(await keepArticle(article({ text: whole }), NOW + HOUR)).toBe('fuller');
    expect(await keepArticles([beginning], NOW + 2 * HOUR)).toEqual(['unchanged']);
    expect(await versions()).toBe(1);
    expect((await readArticle('nos:123', null))?.shown).toMatchObject({ date: NOW - 24 * HOUR, html: expect.stringContaining('klei') });
    expect(await listBundles()).toMatchObject([{ posts: 1, articles: 1 }]);
  });

  test('is a version where a sentence differs, or the headline of a beginning', async () => {
    await keepArticle(article({ text: whole }), NOW);
    const other = [paragraph(sentence.replace('voorjaar', 'najaar')), ...whole.slice(1)];
    expect(await keepArticle(article({ text: other }), NOW + HOUR)).toBe('version');
    expect(await keepArticles([article({ title: 'Dijkwerk uitgesteld', text: [paragraph(sentence)] })], NOW + 2 * HOUR)).toEqual([
      'version',
    ]);
  });
});

describe('what takes the place of an earlier text', () => {
  const live = (word: string, at: number, change: Partial<ArticleToKeep> = {}) =>
    keepArticle(article({ isLiveblog: true, title: 'Live', text: [long(word)], ...change }), at);
  const others = Array.from({ length: 70 }, (_, i) =>
    article({ key: `nos:${1000 + i}`, address: `https://nos.nl/l/${1000 + i}`, title: `Bericht ${i}` }),
  );

  test('takes it also where the small segment of that was closed since', async () => {
    await live('een', NOW);
    await keepArticles(others, NOW);
    expect(await live('twee', NOW + 10 * 60_000)).toBe('replaced');
    expect((await readArticle('nos:123', null))?.versions).toHaveLength(1);
    expect(await listBundles()).toMatchObject([{ posts: 71, articles: 71 }]);
  });

  test('leaves another article that stands at the same path', async () => {
    await live('een', NOW);
    await live('een', NOW, { key: 'nos:124', address: 'https://nos.nl/l/124' });
    await live('twee', NOW + 60_000);
    expect((await readArticle('nos:124', null))?.shown.html).toContain('een');
    expect((await readArticle('nos:123', null))?.shown.html).toContain('twee');
  });
});
