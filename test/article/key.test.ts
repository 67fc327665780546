import { expect, test } from 'vitest';
import { addressKey, recognisedKey } from '../../src/article/key.ts';

test.each([
  'https://nos.nl/l/2307958',
  'https://nos.nl/artikel/2307958',
  'https://nos.nl/artikel/2307958-baghdadi-s-relevantie-nam-af',
  'http://www.nos.nl/artikel/2307958-baghdadi.html?title=x#comments',
  'https://m.nos.nl/artikel/2307958-slug/',
  'https://nos.nl/nieuwsuur/artikel/2307958-slug',
  'https://nos.nl/op3/artikel/2307958-slug',
  'https://nos.nl/collectie/13950/artikel/2307958-slug',
  'https://nos.nl/collectie/13950-natuurramp/liveblog/2307958-slug',
  'https://nos.nl/liveblog/2307958-slug#UPDATE-3',
  'https://nos.nl/video/2307958-slug',
  'https://nos.nl/audio/2307958-slug',
  'https://nos.nl/uitzendingen/livestream/2307958',
  'https://jeugdjournaal.nl/artikel/2307958-slug',
  'https://www.jeugdjournaal.nl/l/2307958',
  'http://feeds.nos.nl/~r/nosnieuwsalgemeen/~3/NPhB-meKbr_hc/2307958',
])('knows article 2307958 by %s', (address) => {
  expect(recognisedKey(address)).toBe('nos:2307958');
});

test('keeps number ranges of their own for regional articles and broadcasts', () => {
  expect(recognisedKey('https://nos.nl/regio/utrecht/artikel/750805-slug')).toBe('nos-regio:750805');
  expect(recognisedKey('http://feeds.nos.nl/~r/uitzendingen/~3/HASH/40477')).toBe('nos-uitzending:40477');
});

test.each([
  'https://nos.nl/',
  'https://nos.nl/collectie/13950-natuurramp-libie',
  'https://nos.nl/teletekst',
  'https://nos.nl/live',
  'https://app.nos.nl/op3/special/2307958',
  'https://nos.nl/sport',
  'https://nos.nl.example.org/artikel/2307958',
  'javascript:alert(1)',
])('does not take %s for an article', (address) => {
  expect(recognisedKey(address)).toBeNull();
});

test('matches other sites on their address without scheme, www, tracking and fragment', () => {
  expect(addressKey('http://www.example.org/news/a/?utm_source=x&id=5#top')).toBe('url:example.org/news/a?id=5');
});
