import { expect, test } from 'vitest';
import { type Entry, entryIn, nextEntry, stepsBack } from '../../../src/screens/archive/history-entry.ts';
import { NOTHING_ASKED } from '../nothing-asked.ts';

const search = { ...NOTHING_ASKED, text: 'storm' };
const reading = { ...search, article: 'nos:1' };
const place = { top: 900, list: 40_000, results: 500, first: { at: 9, offset: 3 } };
const listed: Entry = { place, list: null };

test('keeps beside an article where its list was', () => {
  expect(nextEntry(listed, search, reading).place).toEqual({ ...place, top: 0 });
});

test('begins another search at its top, also beside an article', () => {
  expect(nextEntry(listed, search, { ...search, text: 'regen' }).place).toBeNull();
  expect(nextEntry(listed, reading, { ...reading, text: 'regen' }).place).toBeNull();
});

test('knows the way back to the list from what was read after it', () => {
  const first = nextEntry(listed, search, reading);
  const second = nextEntry(first, reading, { ...search, article: 'nos:2' });
  expect([stepsBack(first, search), stepsBack(second, search)]).toEqual([1, 2]);
});

test('knows no way back to a list that the article was not opened from', () => {
  expect(stepsBack(nextEntry(listed, search, reading), NOTHING_ASKED)).toBe(0);
  expect(stepsBack(entryIn(null), search)).toBe(0);
});

test('reads what it kept itself, and nothing from what another version of the page kept', () => {
  const entry = nextEntry(listed, search, reading);
  expect(entryIn(structuredClone(entry))).toEqual(entry);
  expect(entryIn({ place: { top: 1 }, list: 'x' })).toEqual({ place: null, list: null });
});
