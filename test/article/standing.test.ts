import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Standing } from '../../src/article/answers.ts';
import { barsOf, barWith, placesOf } from '../../src/article/standing.ts';

const bins = (counts: readonly number[]) => {
  const posts = new Map<number, number>();
  for (const count of counts) posts.set(count, (posts.get(count) ?? 0) + 1);
  return [...posts].sort(([a], [b]) => a - b).map(([from, count]) => ({ from, count }));
};

test('draws few bins as they are', () => {
  expect(barsOf(bins([1, 5, 5, 9]), 4)).toEqual([
    { from: 1, count: 1 },
    { from: 5, count: 2 },
    { from: 9, count: 1 },
  ]);
});

test('keeps every post, and the order of the bars', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 300 }), fc.integer({ min: 2, max: 24 }), (counts, most) => {
      const bars = barsOf(bins(counts), most);
      expect(bars.length).toBeLessThanOrEqual(Math.max(most, 1));
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(counts.length);
      expect(bars.map(({ from }) => from)).toEqual(bars.map(({ from }) => from).toSorted((a, b) => a - b));
    }),
  );
});

test('does not let a single giant press all others together', () => {
  const counts = Array.from({ length: 1000 }, (_, i) => 100 + (i % 400));
  const bars = barsOf(bins([...counts, 5_000_000]), 20);
  expect(bars.filter(({ count }) => count > 0).length).toBeGreaterThan(15);
  expect(bars.at(-1)?.count).toBeGreaterThan(0);
});

test('lets no two bars begin at the same count, and the first one at the lowest', () => {
  const bars = barsOf(bins([0, ...Array.from({ length: 300 }, (_, i) => 1 + (i % 40))]), 18);
  expect(bars[0]?.from).toBe(0);
  expect(new Set(bars.map(({ from }) => from)).size).toBe(bars.length);
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(301);
});

test('makes the same bars again of bars', () => {
  const bars = barsOf(bins(Array.from({ length: 500 }, (_, i) => i * 3)), 18);
  expect(barsOf(bars, 18)).toEqual(bars);
});

test.each([
  [0, 0],
  [5, 0],
  [10, 1],
  [25, 2],
  [1000, 2],
])('finds the bar of %i', (count, at) => {
  expect(
    barWith(
      [10, 10, 20].map((from, i) => ({ from: i === 0 ? 1 : from, count: 1 })),
      count,
    ),
  ).toBe(at);
});

const standing = (among: Standing['among'], below: number, above: number): Standing => ({
  among,
  name: among,
  below,
  same: 10,
  above,
  bins: [],
});

test('names the category and the month where they are large enough', () => {
  const places = placesOf([standing('category', 80, 10), standing('month', 70, 20), standing('publisher', 1, 1), standing('all', 1, 99)]);
  expect(places).toMatchObject([
    { standing: { among: 'category' }, side: 'above', share: 80 },
    { standing: { among: 'month' }, side: 'above', share: 70 },
  ]);
});

test('names of each group the side on which most of it is', () => {
  const places = placesOf([standing('category', 30, 60), standing('month', 50, 40)]);
  expect(places).toMatchObject([
    { side: 'below', share: 60 },
    { side: 'above', share: 50 },
  ]);
});

test('says nothing of a group whose posts all have that count', () => {
  expect(placesOf([{ ...standing('category', 0, 0), same: 30 }, standing('month', 80, 10)])).toMatchObject([
    { standing: { among: 'month' } },
  ]);
});

test('names all of the archive where category and month are small', () => {
  const places = placesOf([standing('category', 2, 1), standing('month', 1, 2), standing('all', 30, 60)]);
  expect(places).toMatchObject([{ side: 'below', standing: { among: 'all' }, share: 60 }]);
});

test('says nothing of an archive of a few posts', () => {
  expect(placesOf([standing('all', 3, 3)])).toEqual([]);
  expect(placesOf([])).toEqual([]);
});
