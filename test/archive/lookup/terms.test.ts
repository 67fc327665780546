import { expect, test } from 'vitest';
import { termsOf } from '../../../src/archive/lookup/terms.ts';

test('counts the words of a title three times', () => {
  expect(termsOf('Brand', ['De brand woedt.'])).toEqual(new Map(Object.entries({ de: 1, brand: 4, woedt: 1 })));
});

test('counts the words of keywords as those of a title', () => {
  expect(termsOf('Brand', ['De brand woedt.'], ['Dorp', 'brand'])).toEqual(new Map(Object.entries({ de: 1, brand: 7, woedt: 1, dorp: 3 })));
});
