import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { searchInOrder } from '../../../src/archive/lookup/ordered-search.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';

const day = (n: number) => `Sun, ${String(n).padStart(2, '0')} Oct 2019 12:00:00 +0200`;

beforeAll(async () => {
  await emptyArchive();
  await run(
    zip({
      'krant/_posts/a.md': post('Storm, storm en storm', { link: 'https://nos.nl/l/1', date: day(1) }),
      'krant/_posts/b.md': post('Na de storm', { link: 'https://nos.nl/l/2', date: day(9) }),
      'krant/_posts/c.md': post('Regen', { link: 'https://nos.nl/l/3', date: day(5) }),
    }),
  );
});

const search = (text: string) =>
  searchInOrder({ text, publisher: null, category: null, from: null, to: null, sort: 'relevance', offset: 0, limit: 9 });

test.each(['storm', '"de storm"', 'stor'])('puts the best first for %s', async (text) => {
  expect(await search(text)).toMatchObject({ sort: 'relevance', isRankable: true, isUnsearchable: false });
});

test.each([
  ['🌊', ['nos:2', 'nos:3', 'nos:1']],
  ['-', ['nos:2', 'nos:3', 'nos:1']],
  ['"', ['nos:2', 'nos:3', 'nos:1']],
  ['-storm', ['nos:3']],
  ['', ['nos:2', 'nos:3', 'nos:1']],
])('puts the newest first for “%s”, which no post has more of than another', async (text, keys) => {
  const { results, sort, isRankable } = await search(text);
  expect([sort, isRankable]).toEqual(['date', false]);
  expect(results.map(({ key }) => key)).toEqual(keys);
});

test.each([
  ['🌊', true],
  ['-', true],
  ['"', true],
  ['-storm', false],
  ['', false],
])('knows whether “%s” is typed text of which nothing can be searched for', async (text, is) => {
  expect((await search(text)).isUnsearchable).toBe(is);
});
