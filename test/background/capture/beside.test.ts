import { expect, test } from 'vitest';
import { beside } from '../../../src/background/capture/beside.ts';

const words = (word: string, count: number) => Array.from({ length: count }, (_, i) => `${word}${i % 7}`).join(' ');
const LEAD = `Het waterschap begint eerder met de dijk. ${words('klei', 60)}.`;
const REST = [words('water', 120), words('storm', 120)];
const text = (...paragraphs: string[]) => ({ title: 'Dijk', paragraphs });

test.each([
  ['the beginning, then the whole', text(LEAD), text(LEAD, ...REST), 'fuller'],
  ['the whole, then the beginning', text(LEAD, ...REST), text(LEAD), 'same'],
  ['a line of a feed about it, then the whole', text('Wat er aan de dijk gebeurt, in het kort.'), text(LEAD, ...REST), 'fuller'],
  ['the whole, then a line of a feed about it', text(LEAD, ...REST), text('Wat er aan de dijk gebeurt, in het kort.'), 'same'],
  ['a short report, then one that was written anew', text(words('brand', 60)), text(LEAD, ...REST), 'changed'],
  ['the whole, then a notice in its place', text(LEAD, ...REST), text(words('ingetrokken', 60)), 'changed'],
  ['the whole, then what a paywall shows of it', text(LEAD, ...REST), text(LEAD, REST[0] ?? '', 'Word nu abonnee'), 'same'],
  ['what a paywall shows, then the whole', text(LEAD, REST[0] ?? '', 'Word nu abonnee'), text(LEAD, ...REST), 'fuller'],
  ['a paragraph more', text(LEAD, ...REST), text(LEAD, ...REST, words('slot', 30)), 'changed'],
  ['another headline', text(LEAD), { ...text(LEAD, ...REST), title: 'Duin' }, 'changed'],
] as const)('%s', (_, known, now, expected) => {
  expect(beside(known, now)).toBe(expected);
});
