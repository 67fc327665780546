import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedText } from '../../../src/archive/language/words.ts';

test.each([
  ["De auto's\n van  ’t Café—“Bar”.", "de auto's van t cafe bar"],
  ["'Nee', zei IS’er", "nee zei is'er"],
  ['Łódź ver\u00adzeker ﬁets', 'lodz verzeker fiets'],
  ['a中国b', 'a 中 国 b'],
  ['ver\u200bzeker auto′s', "verzeker auto's"],
])('folds %s', (text, expected) => {
  expect(foldedText(text)).toBe(expected);
});

test('folds what is folded to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldedText(foldedText(text))).toBe(foldedText(text));
    }),
  );
});
