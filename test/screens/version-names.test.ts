import { expect, test } from 'vitest';
import { isOrderKnown, versionNames } from '../../src/screens/shared/version-names.ts';
import { textsFor } from './texts-for.ts';

const version = (id: string, time: string | null, title = 'Dijk dicht') => ({
  id,
  title,
  date: time === null ? null : Date.parse(`2019-09-06T${time}+02:00`),
});
const names = (...versions: ReturnType<typeof version>[]) => [...versionNames(versions, textsFor('nl')).values()];

test('calls versions by day and time', () => {
  expect(names(version('a', '11:54'), version('b', '12:00'))).toEqual([
    { when: '6\u00a0sep 2019, 11:54', title: null },
    { when: '6\u00a0sep 2019, 12:00', title: null },
  ]);
});

test('tells those of one minute apart by their seconds', () => {
  expect(names(version('a', '11:54:03'), version('b', '11:54:40'), version('c', '12:00')).map(({ when }) => when)).toEqual([
    '6\u00a0sep 2019, 11:54:03',
    '6\u00a0sep 2019, 11:54:40',
    '6\u00a0sep 2019, 12:00',
  ]);
});

test('numbers those of one date, with their headlines where these differ', () => {
  expect(names(version('a', '11:54'), version('b', '11:54'))).toEqual([
    { when: '6\u00a0sep 2019, 11:54 (1)', title: null },
    { when: '6\u00a0sep 2019, 11:54 (2)', title: null },
  ]);
  expect(names(version('a', null), version('b', null, 'Dijk open'))).toEqual([
    { when: 'datum onbekend (1)', title: 'Dijk dicht' },
    { when: 'datum onbekend (2)', title: 'Dijk open' },
  ]);
});

test('numbers only those that their seconds do not tell apart', () => {
  expect(names(version('a', '11:54:03'), version('b', '11:54:40'), version('c', '11:54:40')).map(({ when }) => when)).toEqual([
    '6\u00a0sep 2019, 11:54:03',
    '6\u00a0sep 2019, 11:54:40 (1)',
    '6\u00a0sep 2019, 11:54:40 (2)',
  ]);
});

test('knows which is older by their dates alone', () => {
  expect(isOrderKnown(version('a', '11:54:03'), version('b', '11:54:04'))).toBe(true);
  expect(isOrderKnown(version('a', '11:54'), version('b', '11:54'))).toBe(false);
  expect(isOrderKnown(version('a', null), version('b', '11:54'))).toBe(false);
});
