import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/archive/lookup/summary.ts';

const sentence = (words: number) => `Het ${Array(words).fill('woord').join(' ')}.`;

test.each<[string, string[], string]>([
  ['a text without paragraphs', [], ''],
  ['one word', ['Brand'], 'Brand'],
  ['a text without a full stop', ['Brand in Tiel'], 'Brand in Tiel'],
  ['short paragraphs', ['Een zin. Nog een.', 'En nog een.'], 'Een zin. Nog een. En nog een.'],
  ['right-to-left text', ['مرحبا بالعالم. كيف حالك؟'], 'مرحبا بالعالم. كيف حالك؟'],
])('shows the whole of %s', (_, paragraphs, expected) => {
  expect(summaryOf(paragraphs)).toBe(expected);
});

test('stops behind the last sentence that fits', () => {
  expect(summaryOf([`${sentence(20)} ${sentence(20)} ${sentence(20)}`])).toBe(`${sentence(20)} ${sentence(20)}`);
});

test.each([
  ['within what someone says', `${sentence(20)} "${sentence(10)}`, ` ${sentence(10)} ${sentence(10)}", zegt ze.`],
  ['within what someone says, in curly quotes', `${sentence(20)} “${sentence(10)}`, ` ${sentence(10)} ${sentence(10)}”, zegt ze.`],
  ['where something is announced', `${sentence(20)} Dit is bekend:`, ` ${sentence(40)}`],
])('does not stop %s', (_, fits, rest) => {
  expect(summaryOf([fits + rest])).toBe(sentence(20));
  expect(summaryOf([fits, rest])).toBe(sentence(20));
});

test('stops within what someone says where that is most of what fits', () => {
  expect(summaryOf([`"${sentence(20)} ${sentence(20)} ${sentence(20)}", zegt ze.`])).toBe(`"${sentence(20)} ${sentence(20)}`);
});

test('cuts a first sentence that is too long between words', () => {
  expect(summaryOf([sentence(100)])).toMatch(/^Het (woord )+…$/);
});

test('does not stop behind a first sentence of one word', () => {
  expect(summaryOf(['Tiel.', sentence(100)])).toMatch(/^Tiel\. Het (woord )+…$/);
});

test('does not stop behind an abbreviation', () => {
  const text = `${Array(40).fill('woord').join(' ')} zei mr. Jansen tegen ${Array(20).fill('woord').join(' ')}.`;
  expect(summaryOf([text])).not.toMatch(/mr\.$/);
});

test('cuts a text without spaces between characters', () => {
  expect(summaryOf(['x'.repeat(1000)])).toBe(`${'x'.repeat(318)} …`);
  expect(summaryOf(['👩‍🚒'.repeat(200)])).toMatch(/^(?:👩‍🚒)+ …$/u);
  expect(summaryOf(['e\u0301'.repeat(500)])).toMatch(/^(?:e\u0301)+ …$/u);
});

test('shows at most 320 characters, all from the text', () => {
  const paragraph = fc.string({ unit: fc.constantFrom('woord', 'a', '. ', ' ', '! ', 'Dr. ', '😀', 'é', 'م', '…'), maxLength: 200 });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
      const summary = summaryOf(paragraphs);
      expect(summary.length).toBeLessThanOrEqual(320);
      const squeezed = (text: string) => text.replace(/\s+/g, '');
      const text = squeezed(paragraphs.join(' '));
      expect(text.startsWith(squeezed(summary)) || text.startsWith(squeezed(summary.replace(/ …$/, '')))).toBe(true);
    }),
  );
});
