import { describe, expect, test } from 'vitest';
import { earlierPath, placeOf, storedForms } from '../../../src/archive/bundle/earlier.ts';
import { passesOf } from '../../../src/archive/bundle/passes.ts';

test.each([
  ['_posts/a.md', '_posts/a.md', 0],
  ['earlier/1/_posts/a.md', '_posts/a.md', 1],
  ['earlier/12/nieuws/_posts/a.md', 'nieuws/_posts/a.md', 12],
  ['earlier/1/earlier/2/_posts/a.md', '_posts/a.md', 3],
  ['a.md', '_posts/a.md', 0],
  ['_posts/e\u0301e\u0301n.md', '_posts/\u00e9\u00e9n.md', 0],
  ['earlier/_posts/a.md', 'earlier/_posts/a.md', 0],
  ['earlier/0/_posts/a.md', 'earlier/0/_posts/a.md', 0],
  ['earlier/01/_posts/a.md', 'earlier/01/_posts/a.md', 0],
  ['nieuws/earlier/1/_posts/a.md', 'nieuws/earlier/1/_posts/a.md', 0],
  ['_posts/earlier/1/a.md', '_posts/earlier/1/a.md', 0],
])('finds that %j belongs at %j, %i texts back', (path, place, earlier) => {
  expect(placeOf(path)).toEqual({ path: place, earlier });
});

test('puts an earlier text where it finds it again', () => {
  for (const place of [
    { path: '_posts/a.md', earlier: 0 },
    { path: 'nieuws/_posts/a.md', earlier: 3 },
  ])
    expect(placeOf(earlierPath(place))).toEqual(place);
});

test('knows loose files without a folder, and letters with accents taken apart, as earlier versions stored them', () => {
  expect(storedForms('_posts/a.md')).toEqual(['_posts/a.md', 'a.md']);
  expect(storedForms('_posts/2019/a.md')).toEqual(['_posts/2019/a.md']);
  expect(storedForms('x/_posts/\u00e9.md')).toEqual(['x/_posts/\u00e9.md', 'x/_posts/e\u0301.md']);
});

describe('the texts of a post', () => {
  /** Paths in the order in which they are met. */
  async function met(paths: string[]) {
    const list = async function* () {
      for (const path of paths) yield { path };
    };
    const passes = await passesOf(list);
    return { passes: passes.length, paths: passes.flatMap((pass) => paths.filter(pass)) };
  }

  test('are met as they stand where the oldest comes first', async () => {
    const paths = ['earlier/2/_posts/a.md', '_posts/b.md', 'earlier/1/_posts/a.md', '_posts/a.md', 'earlier/1/_posts/c.md', '_posts/c.md'];
    expect(await met(paths)).toEqual({ passes: 1, paths });
  });

  test('are met oldest first where they stand otherwise', async () => {
    expect(await met(['_posts/a.md', '_posts/b.md', 'earlier/1/_posts/a.md', 'earlier/10/_posts/a.md', 'earlier/2/_posts/a.md'])).toEqual({
      passes: 4,
      paths: ['earlier/10/_posts/a.md', 'earlier/2/_posts/a.md', 'earlier/1/_posts/a.md', '_posts/a.md', '_posts/b.md'],
    });
  });

  test('take no more than some dozens of walks, however many they are', async () => {
    const paths = Array.from({ length: 500 }, (_, i) => (i === 0 ? '_posts/a.md' : `earlier/${i}/_posts/a.md`));
    const { passes, paths: inOrder } = await met(paths);
    expect(passes).toBe(64);
    expect(inOrder).toHaveLength(500);
    expect(inOrder.slice(-63)).toEqual(paths.slice(0, 63).reverse());
  });
});
