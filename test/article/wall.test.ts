import { expect, test } from 'vitest';
import { wallAt } from '../../src/article/wall.ts';

const news = ['De dijk is dicht.', 'Het werk duurde tot de herfst.', 'Bewoners zijn blij.'];

test.each([
  ['one line', ['Verder lezen? Word nu abonnee en lees alles.']],
  ['a login', ['Log in om verder te lezen']],
  ['several lines', ['Lees dit artikel verder met een abonnement', 'Vanaf 2 euro per week', 'Opzeggen kan altijd']],
  ['one in English', ['Subscribe to continue reading']],
])('finds where a paywall begins: %s', (_, wall) => {
  expect(wallAt([...news, ...wall])).toBe(news.length);
});

test('finds none in a text that goes on long behind it, or asks for nothing', () => {
  expect(wallAt(news)).toBe(news.length);
  expect(wallAt(['Word abonnee', ...news])).toBe(news.length + 1);
  expect(wallAt([])).toBe(0);
});
