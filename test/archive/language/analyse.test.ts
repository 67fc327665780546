import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemsOf, tokensOf } from '../../../src/archive/language/analyse.ts';

test.each([
  ["auto's", ['auto']],
  ['auto’s auto', ['auto', 'auto']],
  ["IS'ers", ['is0']],
  ['Het is IS, zegt het OM', ['het', 'is', 'is0', 'zegt', 'het', 'om0']],
  ['Het Is een Om', ['het', 'is', 'een', 'om']],
  ['IS', ['is0']],
  ['DIT IS HET NIEUWS', ['dit', 'is', 'het', 'nieuw']],
  ["Baghdadi's", ['baghdadi']],
  ["foto'tje", ['foto']],
  ["PVV'sters", ['pvv']],
  ["zo'n", ['zo']],
  ["O'Brien", ['obrien']],
  ["'Nee'", ['nee']],
  ["'s-Gravenhage", ['s', 'gravenhag']],
  ['’s ochtends', ['s', 'ochtend']],
  ['A.F.Th.', ['a', 'f', 'th']],
  ['Amsterdam-Noord', ['amsterdam', 'noord']],
  ['plan b', ['plan', 'b']],
  ['1.000', ['1000']],
  ['1.000.000,50', ['1000000,50']],
  ['12,5%', ['12,5']],
  ['20.30', ['20', '30']],
  ['27.10.2019', ['27', '10', '2019']],
  ['1,2,3', ['1', '2', '3']],
  ['€5,-', ['5']],
  ['3D-printer', ['3d', 'printer']],
  ['m² H₂O ½', ['m2', 'h2o', '1', '2']],
  ['ĳs straße Søren Łódź İstanbul', ['ijs', 'stras', 'soor', 'lods', 'istanbul']],
  ['ver\u00adzekeraar', ['verzekerar']],
  ['😀 a😀b', ['a', 'b']],
  ['العربية', ['العربية']],
  ['中国新闻', ['中', '国', '新', '闻']],
  ['\ud800 a\udc00b', ['a', 'b']],
  ['.,;-’ `', []],
  ['', []],
])('finds in %s the stems %o', (text, stems) => {
  expect(stemsOf(text)).toEqual(stems);
});

test.each([
  ['café', 'cafe'],
  ['cafe\u0301', 'café'],
  ['coöperatie', 'cooperatie'],
  ['verzekeraars', 'verzekeraar'],
  ['acties', 'actie'],
  ['overheden', 'overheid'],
  ['plannen', 'plan'],
  ['bedrijven', 'bedrijf'],
  ['prijzen', 'prijs'],
  ['huizen', 'huis'],
  ['mogelijkheden', 'mogelijkheid'],
  ['AUTO’S', 'auto'],
  ['steden', 'stad'],
  ['raadsleden', 'raadslid'],
  ['kinderen', 'kind'],
  ['eieren', 'ei'],
  ['koeien', 'koe'],
  ['schepen', 'schip'],
  ['wegen', 'weg'],
  ['gaten', 'gat'],
  ['glazen', 'glas'],
  ['uren', 'uur'],
  ['zonen', 'zoon'],
  ['bazen', 'baas'],
  ['kansen', 'kans'],
  ['huisartsen', 'huisarts'],
  ['plaatsen', 'plaats'],
  ['franse', 'frans'],
  ['politici', 'politicus'],
  ['musea', 'museum'],
  ['winkelcentra', 'winkelcentrum'],
  ['ideeën', 'idee'],
  ['theorieën', 'theorie'],
  ['bacteriën', 'bacterie'],
  ['meisjes', 'meisje'],
  ['gemeentes', 'gemeente'],
  ['boetes', 'boete'],
  ['wagens', 'wagen'],
  ['ﬁets', 'fiets'],
  ['ＮＡＶＯ', 'navo'],
  ['ver\u200bzekeraar', 'verzekeraar'],
  ['\u200everzekeraar\u200e', 'verzekeraar'],
  ['auto′s', 'auto'],
  ['auto‛s', 'auto'],
  ['autoʻs', 'auto'],
  ['A2\u2011snelweg', 'A2-snelweg'],
])('takes %s and %s for one word', (one, other) => {
  expect(stemsOf(one)).toEqual(stemsOf(other));
});

test.each([
  ['lezen', 'les'],
  ['1.000', '1'],
  ['regen', 'regering'],
  ['zoon', 'zon'],
  ['bomen', 'bommen'],
  ['weten', 'wetten'],
  ['kans', 'kan'],
  ['mens', 'men'],
  ['verleden', 'verlid'],
  ['besteden', 'bestad'],
  ['zangeressen', 'zanger'],
  ['wandelaars', 'laars'],
  ['media', 'medium'],
  ['volgens', 'volgen'],
])('keeps %s and %s apart', (one, other) => {
  expect(stemsOf(one)).not.toEqual(stemsOf(other));
});

test('gives the place of each word', () => {
  const text = "De IS'ers, 1.000 ﬁetsen in café 中国.";
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'De',
    "IS'ers",
    '1.000',
    'ﬁetsen',
    'in',
    'café',
    '中',
    '国',
  ]);
});

const SIGNS = [
  'a',
  'b',
  'Z',
  'é',
  'e\u0301',
  '1',
  '000',
  '.',
  ',',
  "'",
  '’',
  's',
  ' ',
  '-',
  '½',
  '中',
  '\u{20bb7}',
  '\ufa0e',
  '\ud800',
  '\udc00',
  '\u00ad',
  'ß',
  '\u200d',
  '😀',
  'ﬁ',
  'ﷺ',
  'ŉ',
  '\u0001',
];
const texts = fc.oneof(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 60 }), fc.string({ unit: 'binary' }));

test('gives the same stems with and without their places', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(tokensOf(text).map(({ stem }) => stem)).toEqual(stemsOf(text));
    }),
  );
});

test('gives places that lie in the text, in order, on a word of that stem', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let before = { start: 0, end: 0 };
      for (const token of tokensOf(text)) {
        const { start, end } = token;
        expect(start).toBeGreaterThanOrEqual(before.start);
        expect(end).toBeGreaterThanOrEqual(before.end);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(stemsOf(text.slice(start, end))).toContain(token.stem);
        before = token;
      }
    }),
    { examples: [["aŉ'\ufa0e"]] },
  );
});

test('gives stems of at most 64 characters that sort the same in UTF-16 and UTF-8', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const stems = stemsOf(`${one} ${other}`);
      for (const stem of stems) expect(stem).toMatch(/^(?:[\p{L}\p{N}]|(?<=\d),(?=\d)){1,64}$/u);
      const inBytes = stems.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(stems.toSorted()).toEqual(inBytes);
    }),
  );
});

test('remembers words of one hash without mixing them up', () => {
  const names = Array.from({ length: 40_000 }, (_, i) => `w${i.toString(36)}x`);
  expect(stemsOf(names.join(' '))).toEqual(names.map((name) => stemsOf(name)[0]));
});

test('cuts a word without end', () => {
  expect(stemsOf('xy'.repeat(200_000))).toEqual(['xy'.repeat(32)]);
  expect(stemsOf('1'.repeat(200_000))[0]).toHaveLength(64);
});

test('reads a list of numbers without end', () => {
  expect(stemsOf('1,'.repeat(100_000))).toHaveLength(100_000);
});
