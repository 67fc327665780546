import { expect, test } from 'vitest';
import type { Answer } from '../../src/article/answers.ts';
import { fitted } from '../../src/background/context/fitted.ts';
import { popupStates } from '../screens/popup-states.ts';

const archived = popupStates.archived as Extract<Answer, { state: 'archived' }>;
test('adds the reader’s visits to an archived answer', () => {
  const visits = { times: 3, days: 2, first: 1, last: 5 };
  expect(fitted(archived, visits)).toMatchObject({ visits });
});

test('tells of an article that is not archived only how often it was viewed', () => {
  const visits = { times: 3, days: 1, first: 1, last: 2 };
  expect(fitted(popupStates['none-absent'], visits)).toEqual({ ...popupStates['none-absent'], visits });
});

test('keeps an article with two hundred long-titled versions and fine distributions small', () => {
  const versions = Array.from({ length: 200 }, (_, i) => ({ id: `v${i}`, title: 'Een lange kop '.repeat(28), date: i }));
  const bins = Array.from({ length: 300 }, (_, i) => ({ from: i * 40, count: 1000 + i }));
  const standing = (['category', 'month', 'publisher', 'all'] as const).map((among) => ({
    among,
    name: '',
    below: 1,
    same: 1,
    above: 1,
    bins,
  }));
  const answer = fitted({ ...archived, versions, version: { ...archived.version, standing } }, null);
  expect(JSON.stringify(answer).length).toBeLessThan(50_000);
  expect(answer.versions).toHaveLength(200);
});
