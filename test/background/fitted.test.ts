import { expect, test } from 'vitest';
import type { Answer } from '../../src/article/answers.ts';
import { changesOf } from '../../src/article/changes.ts';
import { fitted } from '../../src/background/context/fitted.ts';
import { popupStates } from '../screens/popup-states.ts';

const archived = popupStates.archived as Extract<Answer, { state: 'archived' }>;
const old = { id: 'a', title: 'Dijk', date: 5 };
const text = (...paragraphs: string[]) => ({ title: 'Dijk', paragraphs });
const compared = (page: { title: string; paragraphs: string[] }) => ({
  old,
  changes: changesOf(text('De dijk is dicht.', 'Het dorp ook.'), page),
});

test('adds what changed on the page to an archived answer', () => {
  const answer = fitted(archived, compared(text('De dijk is dicht.', 'Het dorp ook.', 'En nu?')));
  expect(answer).toMatchObject({ changes: { since: 5, counts: { added: 1 } } });
});

test('says nothing of changes of a page without text, whose title may be that of a video or a tab', () => {
  const { changes: _, ...answer } = archived;
  expect(fitted(answer, compared({ title: 'NOS', paragraphs: [] }))).not.toHaveProperty('changes');
  expect(fitted(answer, null)).not.toHaveProperty('changes');
});

test('leaves an answer without an archived article alone', () => {
  expect(fitted(popupStates['none-absent'], null)).toBe(popupStates['none-absent']);
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
