import { expect, test } from 'vitest';
import { dayIn, endOfDay, firstDay, lastDay, monthReader, monthSpanned, startOfDay } from '../../src/article/calendar.ts';

const month = (year: number, nth: number) => year * 12 + nth - 1;
const minutes = (text: string) => Date.parse(text) / 60_000;

test.each([
  ['2019-10-27', '2019-10-27T00:00+02:00', '2019-10-28T00:00+01:00'],
  ['2020-03-29', '2020-03-29T00:00+01:00', '2020-03-30T00:00+02:00'],
  ['1998-01-01', '1998-01-01T00:00+01:00', '1998-01-02T00:00+01:00'],
  ['2031-07-01', '2031-07-01T00:00+02:00', '2031-07-02T00:00+02:00'],
])('knows when %s began and ended in the Netherlands, also where the clocks change', (day, start, end) => {
  expect(startOfDay(day)).toBe(Date.parse(start));
  expect(endOfDay(day)).toBe(Date.parse(end) - 1);
});

test('takes for a day only what stands on a calendar', () => {
  expect(['2019-10-27', '2019-02-29', '2019-13-01', '27-10-2019', '', '2019-10-27T00', null].map(dayIn)).toEqual([
    '2019-10-27',
    ...Array.from({ length: 6 }, () => null),
  ]);
});

test('knows the first and the last day of a month', () => {
  expect([firstDay(month(2020, 2)), lastDay(month(2020, 2))]).toEqual(['2020-02-01', '2020-02-29']);
  expect([firstDay(month(2019, 12)), lastDay(month(2019, 12))]).toEqual(['2019-12-01', '2019-12-31']);
  expect([firstDay(-5), lastDay(month(12_000, 1))]).toEqual(['0000-01-01', '9999-12-31']);
});

test('tells when two days are one whole month', () => {
  expect(monthSpanned('2019-10-01', '2019-10-31')).toBe(month(2019, 10));
  expect(monthSpanned('2019-10-01', '2019-10-30')).toBeNull();
  expect(monthSpanned('2019-10-01', '2019-11-30')).toBeNull();
  expect(monthSpanned('2019-10-01', null)).toBeNull();
});

test.each([
  ['2019-09-30T21:59Z', month(2019, 9)],
  ['2019-09-30T22:00Z', month(2019, 10)],
  ['2019-12-31T22:59Z', month(2019, 12)],
  ['2019-12-31T23:00Z', month(2020, 1)],
  ['1998-05-05T12:00Z', month(1998, 5)],
  ['2031-05-05T12:00Z', month(2031, 5)],
  ['0001-02-03T12:00Z', month(1, 2)],
])('puts %s in its month', (date, expected) => {
  expect(monthReader()(minutes(date))).toBe(expected);
});
