import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { versionCounts } from '../../../src/archive/lookup/counts.ts';
import { addressKey } from '../../../src/article/key.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';

const EXAMPLE = 'https://krant.example/storm';

beforeAll(async () => {
  await emptyArchive();
  const one = post('Storm', { link: EXAMPLE, body: '<p>Een.</p>' });
  await run(
    zip({
      'krant-master/_posts/a.md': post('Dijk na dertien jaar dicht', { link: 'https://nos.nl/l/7' }),
      'krant-master/_posts/b.md': post('Dijk na twaalf jaar dicht', { link: 'https://nos.nl/artikel/7-dijk' }),
      'krant-master/_posts/c.md': post('Brug', { link: 'https://nos.nl/l/8' }),
      'krant-master/_posts/d.md': one,
    }),
  );
  await run(zip({ 'blad-master/_posts/d.md': one, 'blad-master/_posts/e.md': post('Regen', { link: 'https://nos.nl/l/9' }) }));
});

test('counts the versions of each article, in the order asked', async () => {
  expect(await versionCounts(['nos:9', 'nos:6', 'nos:7', 'nos:8'])).toEqual([1, 0, 2, 1]);
});

test('counts a version held by two bundles once', async () => {
  expect(await versionCounts([addressKey(EXAMPLE) ?? ''])).toEqual([1]);
});

test('counts an article that is asked twice twice, and nothing for nothing', async () => {
  expect(await versionCounts(['nos:8', 'nos:8'])).toEqual([1, 1]);
  expect(await versionCounts([])).toEqual([]);
});

test('counts nothing without an archive', async () => {
  await emptyArchive();
  expect(await versionCounts(['nos:8'])).toEqual([0]);
});
