import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { archiveFacets, searchArchive } from '../../../src/archive/lookup/search.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';

const NAMES = ['50%20off', 'Ελληνική Ραδιοφωνία Τηλεόραση Ανώνυμη Εταιρεία', '한국어 신문', 'krant '.repeat(60).trim()];

beforeAll(async () => {
  await emptyArchive();
  const named = NAMES.map((bron, i) => [`a-master/_posts/${i}.md`, post('Brand', { link: `https://nos.nl/l/${i + 1}`, bron })]);
  const others = Array.from({ length: 1200 }, (_, i) => [`a-master/_posts/c${i}.md`, post('Dijk', { category: `c${i}` })]);
  const frequent = post('Sluis', { category: 'zz' });
  await run(zip(Object.fromEntries([...named, ...others, ['a-master/_posts/z1.md', frequent], ['a-master/_posts/z2.md', frequent]])));
});

test.each(NAMES)('offers a publisher called %s, whose posts are found by that', async (publisher) => {
  expect((await archiveFacets()).publishers).toContain(publisher);
  const filters = { publisher, category: null, from: null, to: null };
  expect((await searchArchive({ text: '', ...filters, sort: 'date', offset: 0, limit: 20 })).total).toBe(1);
});

test('offers of very many categories those of most posts', async () => {
  const { categories } = await archiveFacets();
  expect(categories).toHaveLength(1000);
  expect(categories).toContain('zz');
});
