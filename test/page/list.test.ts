// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';
import { readable } from '../../src/page/detect/readable.ts';

const SITE = 'https://courant.example';
const LINES = [
  'De kanopoloërs van Oosterveen hebben gisteren voor het eerst in hun bestaan een wedstrijd gewonnen, en dat is in het dorp gevierd.',
  'De ijsbaan van Oosterveen gaat morgen voor het eerst in zeven jaar weer open voor publiek, zo heeft de vereniging laten weten.',
  'De brug over de vaart blijft nog een maand dicht, omdat de onderdelen uit de fabriek later komen dan de aannemer had gehoopt.',
];
const text = LINES.map((line) => `<p>${line}</p>`).join('');
const card = (i: number, box: string) => `<${box}><h2><a href="/stuk-${i}">Stuk ${i}</a></h2><p>${LINES[i % 3]}</p></${box}>`;
const cards = (count: number, box = 'div') => Array.from({ length: count }, (_, i) => card(i, box)).join('');
const OG = '<meta property="og:type" content="article">';

const detect = (html: string, path: string, look: typeof readable | null = readable) =>
  detectArticle(new DOMParser().parseFromString(html, 'text/html'), SITE + path, look);

describe('takes for no article', () => {
  test.each([
    ['a front page', '/', `<main>${cards(8)}</main>`],
    ['one that tells where its reader came from', '/?utm_source=mail', `<main>${cards(8)}</main>`],
    ['one of a part of the site', '/nl/', `<main>${cards(8)}</main>`],
    ['what was searched for', '/zoeken?q=dijk', `<main><h1>Zoeken</h1>${cards(8)}</main>`],
    ['a section that says it is one', '/sport', `${OG}<main><h1>Sport</h1>${cards(8)}</main>`],
    ['one with an introduction', '/sport', `<main><h1>Sport</h1><p>${LINES[0]} ${LINES[1]}</p>${cards(8)}</main>`],
    ['a blog’s category with texts from their beginning', '/brexit', `<main><h1>Brexit</h1>${cards(8, 'article')}</main>`],
    [
      'a list by its own data',
      '/lijst',
      `<script type="application/ld+json">{"@type":"CollectionPage"}</script><main><h1>L</h1>${text.repeat(3)}</main>`,
    ],
  ])('%s', (_, path, html) => {
    expect(detect(html, path)).toBeNull();
  });
});

test('asks not for the look of a list', () => {
  const look = vi.fn(() => null);
  detect(`<main><h1>Sport</h1>${cards(8)}</main>`, '/sport', look);
  expect(look).not.toHaveBeenCalled();
});

test('takes an article for one that has others below it', () => {
  const links = Array.from({ length: 5 }, (_, i) => `<h3><a href="/stuk-${i}">Stuk ${i}</a></h3>`).join('');
  expect(detect(`${OG}<main><h1>Dijk</h1>${text}${links}</main>`, '/dijk')?.paragraphs).toEqual(LINES);
});

test('takes a short article for one that has teasers of many others below it, and reads none of these', () => {
  const line = 'Het waterschap begint in het voorjaar, zegt dijkgraaf Wiersma.';
  const html = `<main><h1>Dijk</h1>${text}<p>${line}</p><div>${cards(8)}</div></main>`;
  expect(detect(OG + html, '/dijk')?.paragraphs).toEqual([...LINES, line]);
});

test('takes an article for one whose number alone tells its address from that of the front page', () => {
  const data = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dijk"}</script>';
  expect(detect(`${data}<main><h1>Dijk</h1>${text}</main>`, '/?p=123')).toMatchObject({
    key: 'url:courant.example/?p=123',
    paragraphs: LINES,
  });
});
