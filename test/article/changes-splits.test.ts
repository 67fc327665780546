import { expect, test } from 'vitest';
import { BOARD, PEOPLE, PROVINCE, RIGHT, rows, STORM } from './changed-rows.ts';

const both = `${BOARD} ${PEOPLE}`;
const changed = PEOPLE.replace('2006', '2007');

test('tells only what changed in one of the parts of a paragraph that was broken', () => {
  const parts = [`same: ${STORM}`, `same: ${BOARD}`, expect.stringMatching(/^changed: .* \[-2006\] \[\+2007\] op aan/), `same: ${RIGHT}`];
  expect(rows([STORM, both, RIGHT], [STORM, BOARD, changed, RIGHT])).toEqual(parts);
  expect(rows([STORM, BOARD, PEOPLE, RIGHT], [STORM, `${BOARD} ${changed}`, RIGHT])).toEqual(parts);
});

test('tells what changed in the middle one of three parts', () => {
  const [, ...parts] = rows([STORM, `${both} ${PROVINCE}`], [STORM, BOARD, changed, PROVINCE]);
  expect(parts).toEqual([`same: ${BOARD}`, expect.stringMatching(/^changed: .* \[-2006\] \[\+2007\]/), `same: ${PROVINCE}`]);
});

test('tells what changed in a small part beside a large one', () => {
  const small = 'De dijk is pas 12 jaar oud.';
  expect(rows([STORM, `${both} ${PROVINCE} ${small}`], [STORM, `${both} ${PROVINCE}`, small.replace('12', '13')]).slice(1)).toEqual([
    `same: ${both} ${PROVINCE}`,
    'changed: De dijk is pas [-12] [+13] jaar oud.',
  ]);
});

test('tells what changed in several of the parts', () => {
  const now = [BOARD.replace('vier', 'zes'), PEOPLE, PROVINCE.replace('rijk', 'waterschap'), RIGHT];
  expect(rows([STORM, `${both} ${PROVINCE} ${RIGHT}`], [STORM, ...now]).slice(1)).toEqual([
    expect.stringMatching(/^changed: .* \[-vier\] \[\+zes\]/),
    `same: ${PEOPLE}`,
    expect.stringMatching(/^changed: .* \[-rijk\] \[\+waterschap\]/),
    `same: ${RIGHT}`,
  ]);
});

test('tells a heading between the parts of a paragraph as added', () => {
  expect(rows([STORM, both], [STORM, BOARD, 'Jaren gewacht', PEOPLE])).toEqual([
    `same: ${STORM}`,
    `same: ${BOARD}`,
    'added: [+Jaren gewacht]',
    `same: ${PEOPLE}`,
  ]);
});

test('does not cut off a heading that begins as the paragraph behind it does', () => {
  expect(rows([STORM, BOARD], [STORM, 'Het waterschap begint', BOARD.replace('vier', 'zes')])).toEqual([
    `same: ${STORM}`,
    'added: [+Het waterschap begint]',
    expect.stringMatching(/^changed: Het waterschap begint in het voorjaar .* \[-vier\] \[\+zes\]/),
  ]);
});

test('tells a sentence that was taken out as a change of its paragraph, whatever stands beside it', () => {
  expect(rows([both, RIGHT], ['Een nieuwe alinea.', PEOPLE, RIGHT])).toEqual([
    'added: [+Een nieuwe alinea.]',
    `changed: [-${BOARD}] ${PEOPLE}`,
    `same: ${RIGHT}`,
  ]);
});
