import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/archive/language/analyse.ts';
import { highlighted, type SnippetPart, snippetOf } from '../../../src/archive/lookup/snippet.ts';

const looksFor =
  (...stems: string[]) =>
  (stem: string) =>
    stems.includes(stem);
const shown = (parts: readonly SnippetPart[]) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

const filler = (word: string, times: number) => Array(times).fill(word).join(' ');

test('shows the whole of a short text with its hits', () => {
  expect(shown(snippetOf(['Een brand in Tiel.', 'Twee branden.'], looksFor('brand')))).toBe('Een [brand] in Tiel. Twee [branden].');
});

test('shows the stretch with the most different hits', () => {
  const text = `Brand, brand en brand. ${filler('leeg', 80)}. Hier was brand in Tiel. ${filler('daarna', 80)}.`;
  const snippet = shown(snippetOf([text], looksFor('brand', 'tiel')));
  expect(snippet).toMatch(/^… .*\[brand\] in \[Tiel\]\..* …$/);
  expect(snippet).not.toContain('Brand,');
});

test('shows the first of two like stretches', () => {
  const text = `${filler('een', 80)} brand ${filler('twee', 80)} brand ${filler('drie', 80)}`;
  expect(shown(snippetOf([text], looksFor('brand')))).toMatch(/een \[brand\] twee/);
});

test('begins with a sentence where one begins near', () => {
  const text = `${filler('leeg', 80)}. De grote brand was gisteren. ${filler('leeg', 80)}`;
  expect(shown(snippetOf([text], looksFor('brand')))).toMatch(/^… De grote \[brand\] was gisteren\./);
});

test('shows what stands around a hit in a script without spaces', () => {
  const text = `${'这里没有什么。'.repeat(20)}昨天熊猫出生了${'大家都很高兴'.repeat(40)}`;
  expect(shown(snippetOf([text], (stem) => '熊猫'.includes(stem), 60))).toMatch(/^… .*昨天\[熊猫\]出生了大家.* …$/);
  expect(shown(snippetOf(['ก็'.repeat(300)], looksFor('x'), 61))).toBe(`${'ก็'.repeat(30)} …`);
});

test('shows more before a hit where the text ends behind it', () => {
  const snippet = shown(snippetOf([`${filler('voor', 80)} brand`], looksFor('brand'), 100));
  expect(snippet).toMatch(/^… voor.* \[brand\]$/);
  expect(snippet.length).toBeGreaterThan(90);
});

test('never ends in a word, also right behind a hit', () => {
  for (let length = 20; length < 60; length++)
    expect(shown(snippetOf([`een brand wervelwinden ${filler('langewoorden', 9)}`], looksFor('brand'), length))).toMatch(
      /(?:een|\]|wervelwinden|langewoorden) …$/,
    );
});

test('shows the lead when there is no hit', () => {
  expect(shown(snippetOf(['Een begin.', filler('woord', 100)], looksFor('brand'), 30))).toBe('Een begin. woord woord woord …');
});

test('marks neighbours as one', () => {
  expect(highlighted('In Amsterdam-Noord en Noord', looksFor('amsterdam', 'noord'))).toEqual([
    { text: 'In ', hit: false },
    { text: 'Amsterdam-Noord', hit: true },
    { text: ' en ', hit: false },
    { text: 'Noord', hit: true },
  ]);
});

test('marks a word with its ending', () => {
  expect(shown(highlighted("De PVV'ers", looksFor('pvv')))).toBe("De [PVV'ers]");
});

test('shows nothing of nothing', () => {
  expect(snippetOf([], looksFor('brand'))).toEqual([]);
  expect(highlighted('', looksFor('brand'))).toEqual([]);
});

test('cuts a text without spaces', () => {
  expect(shown(snippetOf(['x'.repeat(50_000)], looksFor('brand'), 100))).toBe(`${'x'.repeat(100)} …`);
  expect(shown(snippetOf(['😀'.repeat(500)], looksFor('brand'), 101))).toBe(`${'😀'.repeat(50)} …`);
});

test('looks at the beginning of a long text only', () => {
  expect(shown(snippetOf([filler('leeg', 10_000), 'brand'], looksFor('brand')))).not.toContain('brand');
});

const texts = fc.array(
  fc.string({ unit: fc.constantFrom('brand', 'Tiel', 'een', 'x', ' ', ' ', ' ', '. ', '-', '“', '😀', '中', "'s", 'é'), maxLength: 120 }),
  { maxLength: 4 },
);
const bare = (text: string) => text.replace(/\s+/g, ' ').trim();

test('shows parts that join to a part of the text, no two of one kind side by side', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 10, max: 120 }), (paragraphs, length) => {
      const parts = snippetOf(paragraphs, looksFor('brand', 'tiel'), length);
      const joined = parts.map(({ text }) => text).join('');
      const text = paragraphs.reduce((all, one) => (all === '' ? one : `${all} ${one}`), '');
      expect(text).toContain(joined.replace(/^… /, '').replace(/ …$/, ''));
      expect(joined.length).toBeLessThanOrEqual(length + 4);
      parts.forEach((part, i) => {
        expect(part.text).not.toBe('');
        if (i > 0) expect(part.hit).not.toBe(parts[i - 1]?.hit);
      });
    }),
  );
});

test('shows a hit where there is one', () => {
  fc.assert(
    fc.property(texts, (paragraphs) => {
      const isHit = looksFor('brand', 'tiel');
      const has = paragraphs.reduce((all, one) => (all === '' ? one : `${all} ${one}`), '');
      const expected = tokensOf(has).some(({ stem }) => isHit(stem));
      expect(snippetOf(paragraphs, isHit, 60).some(({ hit }) => hit)).toBe(expected);
    }),
  );
});

test('joins the parts of a title to the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(
        bare(
          highlighted(title, (stem) => stem.length % 2 === 0)
            .map(({ text }) => text)
            .join(''),
        ),
      ).toBe(bare(title));
    }),
  );
});
