import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsPhrase, parseQuery, type Query, readingsOf, withoutCommon } from '../../../src/archive/lookup/query.ts';

const EMPTY: Omit<Query, 'joins'> = { words: [], phrases: [], not: [], notPhrases: [], prefix: null };
const brandWeer = { stems: ['brand', 'weer'], text: 'brand weer', joined: null };
const unbroken = (stems: string[], joined: string | null = null) => ({ stems, text: null, joined });

test.each<[string, Partial<Query>]>([
  ['', {}],
  [' \n', {}],
  ['- "" -"" ! --', {}],
  ['brand ', { words: ['brand'] }],
  ['brand', { prefix: { raw: 'brand', stem: 'brand' } }],
  ['grote bran', { words: ['groot'], prefix: { raw: 'bran', stem: 'bran' } }],
  ['branden.', { words: ['brand'] }],
  ['Café-', { words: ['caaf'] }],
  ["auto's", { prefix: { raw: 'auto', stem: 'auto' } }],
  ['verzekeraa', { prefix: { raw: 'verzekera', stem: 'verzekeraa' } }],
  ['brand branden ', { words: ['brand'] }],
  ['brand brand', { words: ['brand'] }],
  ['Amsterdam-Noord ', { phrases: [unbroken(['amsterdam', 'noord'], 'amsterdamnoord')] }],
  ['Amsterdam-Noord, Amsterdam-Noord', { phrases: [unbroken(['amsterdam', 'noord'], 'amsterdamnoord')] }],
  ['covid-19', { phrases: [unbroken(['covid', '19'], 'covid19')] }],
  ['2-1', { phrases: [unbroken(['2', '1'])] }],
  ['ongeluk A2', { words: ['ongeluk', 'a2'] }],
  ['C&A', { phrases: [unbroken(['c', 'a'])] }],
  ['24/7', { phrases: [unbroken(['24', '7'])] }],
  ['brand -weer', { prefix: null, words: ['brand'], not: ['weer'] }],
  ['brand −weer ', { words: ['brand'], not: ['weer'] }],
  ['-weer -weer ', { not: ['weer'] }],
  ['-brand-weer ', { notPhrases: [brandWeer] }],
  ['"Brand, weer"', { phrases: [brandWeer] }],
  ['“brand weer”', { phrases: [brandWeer] }],
  ['„brand weer”', { phrases: [brandWeer] }],
  ['«brand weer»', { phrases: [brandWeer] }],
  ['"brand weer', { phrases: [brandWeer] }],
  ['"brand weer" "BRAND  weer"', { phrases: [brandWeer] }],
  ['-"brand weer" rook ', { words: ['rook'], notPhrases: [brandWeer] }],
  ['rook-"brand weer"', { words: ['rook'], phrases: [brandWeer] }],
  ['熊猫 ', { phrases: [{ stems: ['熊', '猫'], text: '熊 猫', joined: null }] }],
  ['"auto’s"', { phrases: [{ stems: ['auto'], text: "auto's", joined: null }] }],
])('reads %s', (text, expected) => {
  const { joins: _, ...query } = parseQuery(text);
  expect(query).toEqual({ ...EMPTY, ...expected });
});

test('reads what is typed unbroken as a phrase, and as loose words where no post has that', () => {
  const readings = [...readingsOf('wie is Amsterdam-No')].map(({ query, ...how }) => ({ ...query, joins: [], ...how }));
  const phrases = [unbroken(['amsterdam', 'no'], 'amsterdamno')];
  const prefix = { raw: 'no', stem: 'no' };
  const rest = { joins: [], not: [], notPhrases: [] };
  expect(readings).toEqual([
    { ...rest, words: ['wie', 'is'], phrases, prefix: null, isRelaxed: false, isApart: false },
    { ...rest, words: [], phrases, prefix: null, isRelaxed: true, isApart: false },
    { ...rest, words: ['wie', 'is', 'amsterdam'], phrases: [], prefix, isRelaxed: false, isApart: true },
    { ...rest, words: ['amsterdam'], phrases: [], prefix, isRelaxed: true, isApart: true },
  ]);
});

test('knows the compounds that words side by side may be', () => {
  const joined = (text: string) => parseQuery(text).joins.map(({ stem }) => stem);
  expect(joined('zorg verzekeraars premie')).toEqual(['zorgverzekerar', 'verzekeraarspremie']);
  expect(joined('1,5 miljoen 27.10 dagen')).toEqual([]);
  expect(joined('zorg "verzekeraar" premie -zorg verzekeraar in de zaak')).toEqual([]);
});

test('gives a question without its everyday words, where others are left', () => {
  expect(withoutCommon(parseQuery('wie is de moordenaar '))?.words).toEqual(['moordenar']);
  expect([withoutCommon(parseQuery('wie is de ')), withoutCommon(parseQuery('moordenaar gezocht '))]).toEqual([null, null]);
});

test('takes 32 words at most', () => {
  const many = Array.from({ length: 50 }, (_, i) => `w${i}`).join(' ');
  expect(parseQuery(many).words).toHaveLength(32);
  expect(parseQuery(`"${many}"`).phrases[0]?.stems).toHaveLength(32);
});

test('reads anything', () => {
  const unit = fc.constantFrom('a', 'b', ' ', '-', '"', '“', '»', "'", '1', '.', 'é', '中', '\ud800', '\n');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'binary' })), (text) => {
      const query = parseQuery(text);
      const stems = [query.words, query.not, ...query.phrases.map((one) => one.stems), ...query.notPhrases.map((one) => one.stems)].flat();
      expect(stems.length).toBeLessThanOrEqual(32);
      for (const stem of stems) expect(stem).not.toBe('');
      for (const phrase of query.phrases) if (phrase.text !== null) expect(containsPhrase(text, phrase.text)).toBe(true);
    }),
  );
});

test.each([
  ['De grote brand in Tiel', 'grote BRAND', true],
  ['De grote branden', 'grote brand', false],
  ['De grote, felle brand', 'grote brand', false],
  ['Een café-terras', 'cafe terras', true],
  ["De auto's daar", 'auto’s', true],
  ["De auto's daar", 'auto', false],
])('tells of "%s" whether it holds "%s"', (text, phrase, expected) => {
  expect(containsPhrase(text, phrase)).toBe(expected);
});
