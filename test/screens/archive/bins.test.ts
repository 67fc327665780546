import { expect, test } from 'vitest';
import { binsOf, neighbours, yearMarks } from '../../../src/screens/archive/bins.ts';

const month = (year: number, nth: number) => year * 12 + nth - 1;
const months = [
  { month: month(2018, 11), posts: 3 },
  { month: month(2019, 1), posts: 5 },
  { month: month(2019, 2), posts: 1 },
];

test('has a bar for each month, also for those without posts', () => {
  expect(binsOf(months, months, 96).map(({ posts }) => posts)).toEqual([3, 0, 5, 1]);
});

test('keeps all bars of the archive where less is found', () => {
  expect(binsOf([{ month: month(2019, 1), posts: 2 }], months, 96).map(({ posts }) => posts)).toEqual([0, 0, 2, 0]);
  expect(binsOf([], months, 96)).toHaveLength(4);
});

test('puts months together when there would be too many bars', () => {
  const wide = [...months, { month: month(1998, 2), posts: 7 }, { month: month(2031, 12), posts: 9 }].sort((a, b) => a.month - b.month);
  const bins = binsOf(wide, wide, 96);
  expect(bins).toHaveLength(34);
  expect(bins[0]).toEqual({ first: month(1998, 1), last: month(1998, 12), posts: 7 });
  expect(bins.reduce((sum, { posts }) => sum + posts, 0)).toBe(25);
  const broken = [
    { month: -40_000, posts: 1 },
    { month: 60_000, posts: 1 },
  ];
  expect(binsOf(broken, broken, 96).length).toBeLessThanOrEqual(96);
});

test('draws nothing where nothing has a date', () => {
  expect(binsOf([], [], 96)).toEqual([]);
});

test('marks no more years than fit', () => {
  const long = [
    { month: month(1998, 2), posts: 1 },
    { month: month(2031, 7), posts: 1 },
  ];
  expect(yearMarks(binsOf(long, long, 96), 6).map(({ year }) => year)).toEqual([2000, 2010, 2020, 2030]);
  expect(yearMarks(binsOf(months, months, 96), 6)).toEqual([{ at: 2, year: 2019 }]);
});

test('leafs to the nearest months that have posts', () => {
  expect(neighbours(months, month(2019, 1))).toEqual({ before: month(2018, 11), after: month(2019, 2) });
  expect(neighbours(months, month(2020, 1))).toEqual({ before: month(2019, 2), after: null });
});
