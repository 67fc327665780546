import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isWatched } from '../../src/article/addresses.ts';
import { addressKey, isNoArticle, numberedKey, postKey, recognisedKey } from '../../src/article/key.ts';
import { ADDRESSES, NO_ARTICLES } from './addresses.ts';

const rows = Object.entries(ADDRESSES).flatMap(([key, addresses]) => addresses.map((address) => [address, key] as const));

test.each(rows)('knows the article of %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test.each(rows.filter(([, key]) => !key.startsWith('url:')))('recognises %s as a publisher’s', (address, key) => {
  expect(recognisedKey(address)).toBe(key);
});

test.each(NO_ARTICLES)('does not take %s for an article', (address) => {
  expect(recognisedKey(address)).toBeNull();
});

test('knows the addresses of every publisher in each of their forms', () => {
  expect(rows.length + NO_ARTICLES.length).toBeGreaterThanOrEqual(150);
});

test('knows an article in the reader view of Firefox, whose address carries that of its page', () => {
  const view = (address: string) => `about:reader?url=${encodeURIComponent(address)}`;
  expect(addressKey(view('https://nos.nl/artikel/2307958-dijk'))).toBe('nos:2307958');
  expect(isNoArticle(view('https://nos.nl/artikel/2307958-dijk'))).toBe(false);
  expect(addressKey(view('https://krant.example/dijk?id=5'))).toBe('url:krant.example/dijk?id=5');
  expect(addressKey('about:reader?url=%E0%A4%A')).toBeNull();
  expect(addressKey('about:reader')).toBeNull();
});

test('is sure of what is no article only where all forms are known', () => {
  expect(isNoArticle('https://nos.nl/teletekst')).toBe(true);
  expect(isNoArticle('https://app.nos.nl/op3/special/2307958')).toBe(true);
  expect(isNoArticle('chrome://extensions')).toBe(true);
  expect(isNoArticle('https://nos.nl/l/1')).toBe(false);
  expect(isNoArticle('https://www.nu.nl/algemeen')).toBe(false);
  expect(isNoArticle('https://example.org/')).toBe(false);
});

test('does not lose itself in an address that carries itself', () => {
  const address = 'https://web.archive.org/web/2020/https://web.archive.org/web/2019/https://example.org/a';
  expect(addressKey(address)).toMatch(/^url:/);
  expect(addressKey('https://www.google.com/url?q=javascript:alert(1)')).toMatch(/^url:google\.com/);
});

test('names a post without a link by its place', () => {
  expect(postKey('krant', '_posts/2019-1-1-a.md')).toBe('post:krant/_posts/2019-1-1-a.md');
});

test.each([
  ['telegraaf:931746140/een-slug', 'telegraaf:931746140'],
  ['telegraaf:931746140', 'telegraaf:931746140'],
  ['nos:2307958', 'nos:2307958'],
  ['ad:a0b1c2d3', null],
  ['politie:nieuws/2019/juli/3/07-slug', null],
  ['post:2019/_posts/a.md', null],
  ['url:2019/a', null],
])('keeps of %s what stays when the slug changes: %s', (key, number) => {
  expect(numberedKey(key)).toBe(number);
});

test('reads unasked the pages that the manifest grants, and no others', () => {
  const { content_scripts } = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
  const granted = content_scripts[0].matches.map((match: string) => match.replace(/^\*:\/\/|\/\*$/g, '').replace('*', 'www'));
  expect(granted).toEqual(['nos.nl', 'www.nos.nl', 'jeugdjournaal.nl', 'www.jeugdjournaal.nl']);
  expect(granted.every(isWatched)).toBe(true);
  expect(['notnos.nl', 'nos.nl.example', 'ad.nl'].some(isWatched)).toBe(false);
});

test('names at once an address with a long row of slashes', () => {
  const started = performance.now();
  expect(addressKey(`https://voorbeeld.nl/a${'/'.repeat(100_000)}b/`)).toMatch(/^url:voorbeeld\.nl\/a\/+b$/);
  expect(performance.now() - started).toBeLessThan(1000);
});
