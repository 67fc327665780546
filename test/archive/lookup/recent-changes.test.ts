import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { recentChanges } from '../../../src/archive/lookup/recent-changes.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';

const REAL = new URL('../../../../shared/archive/leestmeer-2k.zip', import.meta.url);
const day = (n: number) => `Sun, ${String(n).padStart(2, '0')} Oct 2019 12:00:00 +0200`;
const link = (id: number) => `https://nos.nl/l/${id}`;

beforeEach(emptyArchive);

test('gives the articles that changed, the latest first, each with its versions', async () => {
  await run(
    zip({
      'krant/_posts/a.md': post('A', { link: link(1), date: day(1) }),
      'krant/_posts/b.md': post('B', { link: link(2), date: day(2) }),
      'krant/_posts/c.md': post('C', { link: link(3), date: day(3) }),
      'krant/_posts/a2.md': post('A anders', { link: link(1), date: day(9) }),
      'krant/_posts/b2.md': post('B anders', { link: link(2), date: day(5) }),
      'krant/_posts/c2.md': post('C', { link: link(3), date: day(8) }),
    }),
  );
  const { articles, total } = await recentChanges(10);
  expect(articles.map(({ key, title }) => [key, title])).toEqual([
    ['nos:1', 'A anders'],
    ['nos:2', 'B anders'],
  ]);
  expect(articles[0]?.versions.map(({ title }) => title)).toEqual(['A', 'A anders']);
  expect(total).toBe(2);
});

test('gives as many as are asked for, and says how many there are', async () => {
  await run(
    zip({
      'krant/_posts/a.md': post('A', { link: link(1), date: day(1) }),
      'krant/_posts/a2.md': post('A anders', { link: link(1), date: day(9) }),
      'krant/_posts/b.md': post('B', { link: link(2), date: day(2) }),
      'krant/_posts/b2.md': post('B anders', { link: link(2), date: day(5) }),
    }),
  );
  expect(await recentChanges(1)).toMatchObject({ articles: [{ key: 'nos:1' }], total: 2 });
});

test('gives the headline of the newest version, also of two within a minute', async () => {
  await run(
    zip({
      'krant/_posts/a.md': post('Nieuwe kop', { link: link(1), date: 'Sun, 06 Oct 2019 12:00:50 +0200' }),
      'krant/_posts/b.md': post('Oude kop', { link: link(1), date: 'Sun, 06 Oct 2019 12:00:10 +0200' }),
    }),
  );
  const { articles } = await recentChanges(10);
  expect(articles[0]?.versions.map(({ title }) => title)).toEqual(['Oude kop', 'Nieuwe kop']);
  expect(articles[0]?.title).toBe('Nieuwe kop');
});

test('finds versions that stand in different imports', async () => {
  await run(zip({ 'krant-master/_posts/a.md': post('A', { link: link(1) }) }));
  await run(zip({ 'ander-master/_posts/a.md': post('A anders', { link: link(1) }) }, 'ander.zip'));
  expect(await recentChanges(10)).toMatchObject({ articles: [{ key: 'nos:1', versions: [{}, {}] }] });
});

test('gives nothing where nothing changed', async () => {
  expect(await recentChanges(10)).toEqual({ articles: [], total: 0 });
});

test.skipIf(!existsSync(REAL))(
  'finds the 31 articles of a real archive that changed',
  async () => {
    const file = new File([readFileSync(REAL)], 'leestmeer-2k.zip', { lastModified: 0 });
    await run({ file, path: '' });
    expect((await recentChanges(100)).articles).toHaveLength(31);
  },
  30_000,
);
