import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { stemsOf } from '../../../src/archive/language/analyse.ts';
import { archiveFacets, searchArchive } from '../../../src/archive/lookup/search.ts';
import type { SearchQuery } from '../../../src/article/answers.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';
import { ExactBm25 } from '../exact-bm25.ts';

const ask = (text: string, more: Partial<SearchQuery> = {}) =>
  searchArchive({ text, publisher: null, category: null, from: null, to: null, sort: 'relevance', offset: 0, limit: 20, ...more });
const keysOf = async (text: string, more: Partial<SearchQuery> = {}) => (await ask(text, more)).results.map(({ key }) => key).sort();
const file = (name: string, title: string, body: string, more = {}) =>
  [`krant-master/_posts/${name}.md`, post(title, { link: `https://nos.nl/l/${name}`, body: `<p>${body}</p>`, ...more })] as const;

const DAY = 24 * 60 * 60 * 1000;
const ARCHIVE = zip(
  Object.fromEntries([
    file('1', 'Premie stijgt', 'De zorgverzekeraars verhogen de premie met vijf euro.', {
      category: 'economie',
      bron: 'NOS',
      date: 'Tue, 01 Oct 2019 10:00:00 +0200',
    }),
    file('2', "Auto's te water", 'Twee auto’s raakten te water bij de oude brug in Lindhoven.', {
      category: 'binnenland',
      bron: 'NOS',
      date: 'Wed, 02 Oct 2019 10:00:00 +0200',
    }),
    file('3', 'Café dicht', 'Het café bij de brug gaat dicht. De oude eigenaar stopt ermee.', {
      category: 'binnenland',
      bron: 'De Stad',
      date: 'Thu, 03 Oct 2019 10:00:00 +0200',
    }),
    file('4', 'Verzekeraar betaalt', 'De verzekeraar betaalt de schade aan de auto.', {
      category: 'economie',
      bron: 'De Stad',
      date: 'Fri, 04 Oct 2019 10:00:00 +0200',
    }),
    // The dictionary of compounds is the index itself: its words must know the parts.
    file('5', 'Zorg', 'De zorg wordt duurder.', { category: 'zorg', bron: 'NOS', date: 'Sat, 05 Oct 2019 10:00:00 +0200' }),
  ]),
);

describe('a search', () => {
  beforeEach(async () => {
    await emptyArchive();
    await run(ARCHIVE);
  });

  test.each([
    ['auto ', ['nos:2', 'nos:4']],
    ['oude brug ', ['nos:2', 'nos:3']],
    ['"oude brug"', ['nos:2']],
    ['"bij de brug"', ['nos:3']],
    ['brug -auto ', ['nos:3']],
    ['brug -"oude brug"', ['nos:3']],
    ['cafe ', ['nos:3']],
    ['verzekeraar ', ['nos:1', 'nos:4']],
    ['verzek', ['nos:4']],
    ['zorgverz', ['nos:1']],
    ['zorg verzekeraars ', ['nos:1']],
    ['premie zorg verzekeraar', ['nos:1']],
    ['nergens ', []],
    ['brug nergens ', []],
    ['', ['nos:1', 'nos:2', 'nos:3', 'nos:4', 'nos:5']],
  ])('finds for %j what it should', async (text, keys) => {
    expect(await keysOf(text)).toEqual(keys);
  });

  test('finds together what is typed unbroken, in whichever form, and else its words, and says so', async () => {
    await run(
      zip(
        Object.fromEntries([
          file('6', 'Stand', 'Het werd 2-1 in Lindhoven. De A2-snelwegen waren leeg.'),
          file('7', 'Uitslagen', 'Wedstrijd 1: 2 spelers. Om 1 uur stuurde de trainer een e-mail.'),
          file('8', 'Post', 'Een email over de snelweg naast de A2.'),
        ]),
        'sport.zip',
      ),
    );
    const found = async (text: string) => [await keysOf(text), (await ask(text)).isApart];
    expect(await found('2-1')).toEqual([['nos:6'], false]);
    expect(await found('A2-snelweg')).toEqual([['nos:6'], false]);
    expect(await found('e-mail')).toEqual([['nos:7', 'nos:8'], false]);
    expect(await found('leeg-A2')).toEqual([['nos:6'], true]);
    expect(await found('leeg-A2-nergens')).toEqual([[], false]);
    const marked = async (text: string) => (await ask(text)).results[0]?.snippet.filter(({ hit }) => hit).map((part) => part.text);
    expect(await marked('2-1')).toEqual(['2-1']);
    expect(await marked('A2-snelweg')).toEqual(['A2-snelwegen']);
  });

  test('finds for a question in a sentence what has its telling words, and says so', async () => {
    const { isRelaxed, results } = await ask('wanneer is het café bij ons dicht ');
    expect([isRelaxed, results.map(({ key }) => key)]).toEqual([true, ['nos:3']]);
    expect(await ask('waar is het nergens ')).toMatchObject({ total: 0 });
    expect(await ask('brug ')).toMatchObject({ isRelaxed: false, total: 2 });
  });

  test('filters by publisher, category and days, and sorts by date', async () => {
    expect(await keysOf('de ', { publisher: 'NOS' })).toEqual(['nos:1', 'nos:2', 'nos:5']);
    expect(await keysOf('', { category: 'Economie' })).toEqual(['nos:1', 'nos:4']);
    const third = Date.UTC(2019, 9, 3);
    expect(await keysOf('', { from: third, to: third + DAY })).toEqual(['nos:3']);
    expect((await ask('de ', { sort: 'date' })).results.map(({ key }) => key)).toEqual(['nos:5', 'nos:4', 'nos:3', 'nos:2', 'nos:1']);
    expect(await archiveFacets()).toEqual({ publishers: ['De Stad', 'NOS'], categories: ['binnenland', 'economie', 'zorg'] });
  });

  test('goes on page by page until all were given', async () => {
    const seen: string[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const answer = await ask('', { offset, limit: 2, sort: 'date' });
      expect(answer.total).toBe(5);
      seen.push(...answer.results.map(({ key }) => key));
      offset = answer.next;
    }
    expect(seen).toEqual(['nos:5', 'nos:4', 'nos:3', 'nos:2', 'nos:1']);
  });

  test('shows where the words stand, compounds too', async () => {
    const [result] = (await ask('verzekeraar premie ')).results;
    expect(result?.snippet.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['zorgverzekeraars', 'premie']);
    expect(result?.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Premie']);
  });

  test('gives an article with several versions once', async () => {
    await run(zip(Object.fromEntries([file('2', 'Auto’s bij brug uit het water', 'De auto’s bij de oude brug zijn geborgen.')])), {
      choice: { destination: 'update', mirror: false },
    });
    expect(await keysOf('auto brug ')).toEqual(['nos:2']);
    expect((await ask('auto brug ')).total).toBe(2);
  });
});

describe('a phrase whose words stand in another form elsewhere', () => {
  beforeEach(async () => {
    await emptyArchive();
    const texts = ['De oude brug is dicht.', 'Alle oude bruggen gaan dicht.', 'Een brug.'];
    await run(zip(Object.fromEntries(texts.map((text, i) => file(String(i + 1), `Bericht ${i + 1}`, text)))));
  });

  test('finds only posts that hold it word for word, and counts those', async () => {
    const { total, results } = await ask('"oude brug"');
    expect([total, results.map(({ key }) => key)]).toEqual([1, ['nos:1']]);
  });

  test('is marked where it stands, not its words elsewhere', async () => {
    await run(zip(Object.fromEntries([file('9', 'De brug', 'Oude bruggen gaan dicht. Die oude brug ook, de brug is oud.')])));
    const marked = (await ask('"oude brug" dicht')).results.flatMap(({ title, snippet }) => [...title, ...snippet]);
    expect(new Set(marked.flatMap(({ text, hit }) => (hit ? [text] : [])))).toEqual(new Set(['oude brug', 'dicht']));
  });

  test('leaves out only posts that hold it word for word', async () => {
    expect(await keysOf('brug -"oude brug" ')).toEqual(['nos:2', 'nos:3']);
  });
});

test('ranks as an exact BM25 does, but for the steps of its impacts', async () => {
  const words = ['dijk', 'water', 'storm', 'brug', 'boot', 'wind', 'haven', 'kade'];
  const text = fc.array(fc.constantFrom(...words, 'x1', 'x2', 'x3'), { minLength: 5, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 60 }), async (texts) => {
      await emptyArchive();
      await run(zip(Object.fromEntries(texts.map((one, i) => file(`${i + 1}`, `t${i}`, one.join(' '))))));
      const exact = new ExactBm25();
      for (const [i, one] of texts.entries()) exact.add([...stemsOf(one.join(' ')), ...Array<string>(3).fill(`t${i}`)]);
      const weights = new Map(['dijk', 'water'].map((word) => [word, exact.idf(word)]));
      const scores = new Map(exact.ranked(weights).map(({ document, score }) => [`nos:${document + 1}`, score]));
      const found = (await ask('dijk water ', { limit: 100 })).results.map(({ key }) => key);
      const both = texts.flatMap((one, i) => (one.includes('dijk') && one.includes('water') ? [`nos:${i + 1}`] : []));
      expect([...found].sort()).toEqual(both.sort());
      // Eight levels: two documents may change places when their scores differ by no more than a level of each word.
      const slack = [...weights.values()].reduce((sum, weight) => sum + weight, 0) / 8;
      found.forEach((key, i) => {
        for (const later of found.slice(i + 1))
          expect(scores.get(later) as number).toBeLessThanOrEqual((scores.get(key) as number) + slack + 1e-9);
      });
    }),
    { numRuns: 15 },
  );
}, 60_000);

describe('a name that only its capitals tell from a word of every day', () => {
  beforeEach(async () => {
    await emptyArchive();
    await run(
      zip(
        Object.fromEntries([
          file('1', 'Leider van IS gedood', 'De leider van IS is gedood in Syrië.'),
          file('2', 'Brug is dicht', 'De brug is dicht, het is druk.'),
          file('3', 'DE LEIDER IS DAAR', 'Hij was er snel.'),
          file('4', 'OM eist vijf jaar', 'Het OM eist een straf.'),
        ]),
      ),
    );
  });

  test.each([
    ['IS ', ['nos:1']],
    ['leider IS ', ['nos:1']],
    ['"leider van IS"', ['nos:1']],
    ['OM', ['nos:4']],
    ['is ', ['nos:1', 'nos:2', 'nos:3']],
    ['om eist ', ['nos:4']],
    ['om', ['nos:4']],
    ['-IS leider ', ['nos:3']],
  ])('is found as it is typed, and by who types no capitals too: %s', async (text, keys) => {
    expect(await keysOf(text)).toEqual(keys);
  });

  test('is marked alone where it is asked for', async () => {
    const { results } = await ask('IS ');
    const marked = [results[0]?.title, results[0]?.snippet].map((one) => one?.filter(({ hit }) => hit).map(({ text }) => text));
    expect(marked).toEqual([['IS'], ['IS']]);
  });
});
