import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areWordCounts, countWords, evidenceOf, evidenceWith, judged, meaningOf, meaningOfPost } from '../../src/article/counts.ts';

const spaced = fc.string({
  unit: fc.constantFrom(
    'a',
    'A',
    'é',
    '<',
    '\u{1f600}',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u2003',
    '\ufeff',
    '\u3000',
    '\u180e',
    '\u0085',
    '\u200b',
  ),
});

test('counts the same as splitting at white space', () => {
  fc.assert(
    fc.property(spaced, (body) => {
      const tokens = body.split(/\s+/).filter(Boolean);
      expect(countWords(body)).toEqual({ total: tokens.length, unique: new Set(tokens).size });
    }),
  );
});

test('keeps words apart that differ in case', () => {
  expect(countWords('De man en de vrouw')).toEqual({ total: 5, unique: 5 });
});

test('counts nothing in a body of white space', () => {
  expect(countWords(' \n\t ')).toEqual({ total: 0, unique: 0 });
});

test('takes numbers for word counts when the body was touched up a little', () => {
  expect(areWordCounts({ total: 635, unique: 357 }, { total: 640, unique: 360 })).toBe(true);
  expect(areWordCounts({ total: 635, unique: 357 }, { total: 700, unique: 360 })).toBe(false);
});

test.each([
  [{ posts: 0, words: 0 }, 'unknown'],
  [{ posts: 10, words: 9 }, 'words'],
  [{ posts: 10, words: 1 }, 'views'],
  [{ posts: 10, words: 5 }, 'mixed'],
])('finds from %o that a bundle counts %s', (evidence, meaning) => {
  expect(meaningOf(evidence)).toBe(meaning);
});

test('judges the posts of a mixed bundle one by one', () => {
  const words = { total: 100, unique: 80 };
  expect(meaningOfPost('mixed', { total: 100, unique: 80 }, judged({ total: 100, unique: 80 }, words))).toBe('words');
  expect(meaningOfPost('mixed', { total: 900, unique: 300 }, judged({ total: 900, unique: 300 }, words))).toBe('views');
  expect(meaningOfPost('mixed', { total: 300, unique: 900 }, judged({ total: 300, unique: 900 }, words))).toBe('unknown');
  expect(meaningOfPost('views', { total: 100, unique: 80 }, judged({ total: 100, unique: 80 }, words))).toBe('views');
});

test('calls no number views that may be the words of a text which was cut later', () => {
  const words = { total: 100, unique: 80 };
  expect(meaningOfPost('mixed', { total: 130, unique: 128 }, judged({ total: 130, unique: 128 }, words))).toBe('unknown');
  expect(meaningOfPost('mixed', { total: 1300, unique: 600 }, judged({ total: 1300, unique: 600 }, words))).toBe('views');
});

test('calls no number views where there would be more visitors than views', () => {
  expect(meaningOfPost('views', { total: 5, unique: 400 }, judged({ total: 5, unique: 400 }, { total: 100, unique: 80 }))).toBe('unknown');
});

test('gathers of a bundle what its posts tell, and how many tell nothing', () => {
  const found = (['words', 'views', 'unsure', null] as const).reduce(evidenceWith, { posts: 0, words: 0 });
  expect(found).toEqual({ posts: 2, words: 1, unsure: 1 });
  expect(evidenceOf(found, { posts: 1, words: 1 })).toEqual({ posts: 3, words: 2, unsure: 1 });
  expect(meaningOf({ posts: 0, words: 0, unsure: 1 })).toBe('unknown');
});
