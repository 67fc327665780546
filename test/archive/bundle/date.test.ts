import { expect, test } from 'vitest';
import { dateOf, dateOfFileName } from '../../../src/archive/bundle/date.ts';

const UTC = Date.UTC(2019, 9, 27, 20, 12, 49);

test.each([
  ['Sun, 27 Oct 2019 21:12:49 +0100', UTC],
  ['2019-10-27 21:12:49 +0100', UTC],
  ['2019-10-27T20:12:49Z', UTC],
  ['2019-10-27 21:12:49+01', UTC],
  ['2019-10-27T21:12:49+01', UTC],
  ['27 Oct 2019 21:12:49 CET', UTC],
  ['Sun, 27 Oct 2019 22:12:49 CEST', UTC],
  ['27 Oct 2019 20:12:49 GMT', UTC],
])('reads %j', (text, time) => {
  expect(dateOf(text)).toBe(time);
});

test.each([
  ['2019-10-27 20:12:49', UTC],
  ['Sun, 27 Oct 2019 20:12:49', UTC],
  ['2019-10-27', Date.UTC(2019, 9, 27)],
  ['27 Oct 2019', Date.UTC(2019, 9, 27)],
  ['2019-1-5', Date.UTC(2019, 0, 5)],
  ['2019-10-27 9:05', Date.UTC(2019, 9, 27, 9, 5)],
  ['27-Oct-2019 20:12:49', UTC],
])('takes %j, which has no zone, as UTC, whatever zone the reader is in', (text, time) => {
  expect(dateOf(text)).toBe(time);
});

test.each([
  ['03-04-2019', Date.UTC(2019, 3, 3)],
  ['3/4/2019 21:12', Date.UTC(2019, 3, 3, 21, 12)],
  ['03.04.2019', Date.UTC(2019, 3, 3)],
  ['3.4.2019 21:12', Date.UTC(2019, 3, 3, 21, 12)],
  ['5 maart 2019', Date.UTC(2019, 2, 5)],
  ['5 mei 2019, 21:12', Date.UTC(2019, 4, 5, 21, 12)],
  ['zondag 27 oktober 2019 21:12', Date.UTC(2019, 9, 27, 21, 12)],
  ['zo 27 okt. 2019', Date.UTC(2019, 9, 27)],
  ['1-mrt-2019', Date.UTC(2019, 2, 1)],
])('reads %j as it is written in Dutch, the day first', (text, time) => {
  expect(dateOf(text)).toBe(time);
});

test.each(['', 'gisteren', '2019-02-31', '31-11-2019 10:00', '32-13-2019', '2019-13-45', '27 Smarch 2019'])(
  'takes %j for no date',
  (text) => {
    expect(dateOf(text)).toBeNull();
  },
);

test('reads the day of a file name', () => {
  expect(dateOfFileName('_posts/2019-1-5-dijk.md')).toBe(Date.UTC(2019, 0, 5));
  expect(dateOfFileName('_posts/2019-2-30-dijk.md')).toBeNull();
  expect(dateOfFileName('_posts/2019-01-05 De dijk.md')).toBe(Date.UTC(2019, 0, 5));
  expect(dateOfFileName('_posts/2019-01-05_de_dijk.md')).toBe(Date.UTC(2019, 0, 5));
  expect(dateOfFileName('_posts/2019-01-051.md')).toBeNull();
});
