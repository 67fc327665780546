import { expect, test } from 'vitest';
import { stemsOf } from '../../../src/archive/language/analyse.ts';
import { compoundsOf } from '../../../src/archive/language/compounds.ts';

const WORDS = stemsOf(
  'zorg ziekte kosten ziektekosten verzekeraar verzekering levens leven auto bedrijf huur woning weg park land ring school basis ' +
    'dag ochtend vrijdag uit tocht nederland ned erland voetbal wedstrijd dienst wet paard kracht zorgverzekeraar basiszorgverzekeraar ' +
    'scheids rechter recht brand weer brandweer ambulance mede werker medewerker ver koper partij rijden aanrijden schap zak',
);
const has = (term: string) => WORDS.includes(term);
const tailsOf = (word: string) => compoundsOf(stemsOf(word)[0] ?? '', has).map(({ tail }) => tail);

test.each([
  ['zorgverzekeraars', 'verzekeraar'],
  ['ziektekostenverzekeraar', 'verzekeraar'],
  ['autoverzekeringen', 'verzekering'],
  ['levensverzekering', 'verzekering'],
  ['autobedrijven', 'bedrijf'],
  ['basisscholen', 'school'],
  ['voetbalwedstrijden', 'wedstrijd'],
  ['huurwoningen', 'woning'],
  ['vrijdagochtend', 'ochtend'],
  ['scheidsrechters', 'rechter'],
])('leads %s to %s', (compound, word) => {
  expect(tailsOf(compound)).toEqual(stemsOf(word));
});

test('leads a compound of a compound to both', () => {
  expect(tailsOf('basiszorgverzekeraars')).toEqual(stemsOf('zorgverzekeraar verzekeraar'));
});

test.each(['nederland', 'uittocht', 'verkoper', 'aanrijden', 'landschap', 'snelweg', 'zilvering', 'verzekeraar', 'zak', 'b2bverzekeraar'])(
  'finds no compound in %s',
  (word) => {
    expect(tailsOf(word)).toEqual([]);
  },
);

test('makes a compound of head and tail but for the letters that were cut', () => {
  for (const word of ['huurwoning', 'basiszorgverzekeraar', 'vrijdagochtend', 'autobedrijven']) {
    const stem = stemsOf(word)[0] ?? '';
    for (const { head, tail, cut } of compoundsOf(stem, has)) expect(head + tail.slice(0, tail.length - cut)).toBe(stem);
  }
});
