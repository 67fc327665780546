import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Analyser, StemNumbers, stemsOf, tokensOf } from '../../src/archive/language/analyse.ts';
import { foldedText } from '../../src/archive/language/words.ts';
import { parseQuery } from '../../src/archive/lookup/query.ts';
import { highlighted, snippetOf } from '../../src/archive/lookup/snippet.ts';
import { feedItems } from '../../src/article/feed.ts';

const word = fc.oneof(
  fc.constantFrom('dijk', 'Dijken', "auto's", 'IS’er', '1.234,5', 'café', 'ﬁets', 'A-B', '中国', 'e\u0301', 'verzekeringsmaatschappij'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));

describe('the analyser', () => {
  test('tells of every stem where its word stands, in the order of reading', () => {
    fc.assert(
      fc.property(text, (some) => {
        const tokens = tokensOf(some);
        expect(tokens.map(({ stem }) => stem)).toEqual(stemsOf(some));
        let last = 0;
        for (const { stem, start, end } of tokens) {
          expect(stem).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(some.length);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('reads two texts with a line between them as the one and the other', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(stemsOf(`${one}\n${other}`)).toEqual([...stemsOf(one), ...stemsOf(other)]);
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same numbers to the same stems, also when they were forgotten in between', () => {
    const analyser = new Analyser();
    fc.assert(
      fc.property(text, (some) => {
        analyser.forgetNumbers();
        for (let i = 0; i < 2; i++) {
          const numbers = new StemNumbers();
          analyser.numbersOf(some, numbers);
          const stems = [...analyser.vocabulary.keys()];
          expect([...numbers.list.subarray(0, numbers.count)].map((number) => stems[number])).toEqual(stemsOf(some));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('reads composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé èüïö]{0,30}$/), (some) => {
        expect(stemsOf(some.normalize('NFD'))).toEqual(stemsOf(some.normalize('NFC')));
        expect(foldedText(some.normalize('NFD'))).toBe(foldedText(some.normalize('NFC')));
      }),
    );
  });
});

test('marks hits without changing a text', () => {
  fc.assert(
    fc.property(text, fc.nat(3), (some, nth) => {
      const isHit = (stem: string) => stem.length % 4 === nth;
      expect(
        highlighted(some, isHit)
          .map((part) => part.text)
          .join(''),
      ).toBe(some);
      expect(snippetOf([some, some], isHit).length).toBeLessThan(500);
    }),
  );
});

test('finds by a query of words what a text of these words holds', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{3,10}$/), { minLength: 1, maxLength: 6 }), (words) => {
      const { words: asked, not } = parseQuery(`${words.join(' ')} `);
      const stems = new Set(stemsOf(words.join(' ')));
      expect(not).toEqual([]);
      for (const stem of asked) expect(stems).toContain(stem);
    }),
  );
});

describe('a feed', () => {
  const xml = (some: string) => some.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const title = fc.stringMatching(/^[A-Za-z][\w &<>"',.-]{0,40}[a-z]$/);

  test('is read, or is none, whatever stands there', () => {
    const part = fc.constantFrom(
      '<rss>',
      '<item>',
      '</item>',
      '<title>',
      '<link>',
      'https://nos.nl/l/1',
      '<![CDATA[',
      ']]>',
      '<feed>',
      '<entry>',
      '&a;',
      '<!DOCTYPE x [',
      '<?xml?>',
      '<guid/>',
      '</',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }), (parts) => {
        for (const item of feedItems(parts.join(''), 'https://nos.nl/') ?? []) expect(item.address).toMatch(/^\s*https?:/);
      }),
      { numRuns: 500 },
    );
  });

  test('gives back its items', () => {
    const item = fc.record({ title, id: fc.nat(), html: title, published: fc.integer({ min: 0, max: 4_000_000_000 }) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        const written = items.map(
          (one) =>
            `<item><title>${xml(one.title)}</title><guid>https://nos.nl/l/${one.id}</guid><description>${xml(one.html)}</description><pubDate>${new Date(one.published * 1000).toUTCString()}</pubDate></item>`,
        );
        expect(feedItems(`<rss version="2.0"><channel>${written.join('')}</channel></rss>`, 'https://nos.nl/')).toEqual(
          items.map((one) => ({
            title: one.title,
            address: `https://nos.nl/l/${one.id}`,
            published: one.published * 1000,
            html: one.html,
            picture: null,
            isLiveblog: false,
          })),
        );
      }),
    );
  });
});
