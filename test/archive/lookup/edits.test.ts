import { expect, test } from 'vitest';
import { editsBetween } from '../../../src/archive/lookup/edits.ts';

test.each([
  ['dijk', 'dijk', 0],
  ['dijk', 'dijkt', 1],
  ['dijk', 'dik', 1],
  ['dijk', 'duik', 2],
  ['dijk', 'dikj', 1],
  ['politei', 'politie', 1],
  ['minsiter', 'minister', 1],
  ['dijk', 'brug', 3],
  ['', 'a', 1],
  ['dijk', 'dijkverzwaring', 3],
])('counts from %s to %s, up to three: %i', (one, other, edits) => {
  expect(editsBetween(one, other, 2)).toBe(edits);
  expect(editsBetween(other, one, 2)).toBe(edits);
});
