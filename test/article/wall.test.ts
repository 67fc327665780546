import { expect, test } from 'vitest';
import { wallAt } from '../../src/article/wall.ts';

const news = ['De dijk is dicht.', 'Het werk duurde tot de herfst.', 'Bewoners zijn blij.'];

test.each([
  ['one line', ['Verder lezen? Word nu abonnee en lees alles.']],
  ['a login', ['Log in om verder te lezen']],
  ['several lines', ['Lees dit artikel verder met een abonnement', 'Vanaf 2 euro per week', 'Opzeggen kan altijd']],
  ['one in English', ['Subscribe to continue reading']],
  [
    'a list of what a subscription gives',
    ['Lees verder met een abonnement', 'Vanaf 1 euro per week', 'Alle artikelen', 'Stop wanneer je wilt', 'De digitale krant', 'Puzzels'],
  ],
  ['a word that only subscribers may read on', ['Dit artikel is alleen voor abonnees', 'Alle artikelen', 'De app', 'Bent u al abonnee?']],
  ['an access that one gets', ['Krijg toegang tot alles met een digitaal abonnement', 'Maandelijks opzegbaar']],
])('finds where a paywall begins: %s', (_, wall) => {
  expect(wallAt([...news, ...wall])).toBe(news.length);
});

test('finds none in a text that goes on long behind it, or asks for nothing', () => {
  const long = Array.from(
    { length: 5 },
    () =>
      'Bewoners drongen sinds de storm van 2006 aan op een nieuwe dijk, want de oude was op veel plaatsen verzakt, zo zegt het bestuur.',
  );
  expect(wallAt(news)).toBe(news.length);
  expect(wallAt(['Word abonnee', ...long])).toBe(6);
  expect(wallAt([...news, 'Word abonnee', long.join(' ')])).toBe(5);
  expect(wallAt([])).toBe(0);
});

test.each([
  'De serie is met een abonnement van tien euro per maand te zien.',
  'Voor wie al abonnee is, verandert er niets.',
  'Het feest op de dijk is alleen voor leden, zegt de voorzitter.',
  'Wie een abonnement neemt, krijgt er een krant bij.',
])('takes a news text about subscriptions for none: %s', (line) => {
  expect(wallAt([...news, line, 'De prijs gaat met een euro omhoog.'])).toBe(news.length + 2);
});
