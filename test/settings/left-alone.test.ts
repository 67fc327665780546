import { expect, test } from 'vitest';
import { isLeftAlone, leftAloneUntil } from '../../src/settings/left-alone.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const WEEK = 7 * 24 * 3_600_000;

test.each([
  ['seconds', '120', NOW + 120_000],
  ['a date', 'Tue, 24 Nov 2026 14:00:00 GMT', NOW + 2 * 3_600_000],
  ['an age, of which a week counts', '999999999999', NOW + WEEK],
  ['a far date, of which a week counts', 'Fri, 31 Dec 9999 23:59:59 GMT', NOW + WEEK],
  ['no time at all', '0', null],
  ['a date that is past', 'Tue, 24 Nov 2026 11:00:00 GMT', null],
  ['a time before now', '-5', null],
  ['what is no time', 'later', null],
  ['nothing', null, null],
])('a server that asks for %s is left alone as long', (_, told, until) => {
  expect(leftAloneUntil(told, NOW)).toBe(until);
});

test('a server is left alone until then, and no longer because the clock was set back', () => {
  expect(isLeftAlone(null, NOW)).toBe(false);
  expect(isLeftAlone({ until: null }, NOW)).toBe(false);
  expect(isLeftAlone({ until: NOW + 1 }, NOW)).toBe(true);
  expect(isLeftAlone({ until: NOW }, NOW)).toBe(false);
  expect(isLeftAlone({ until: NOW + WEEK + 1 }, NOW)).toBe(false);
});
