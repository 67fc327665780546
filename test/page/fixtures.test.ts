// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';
import { readable } from '../../src/page/detect/readable.ts';

/** Made-up articles as the pages of each era and publisher were built; see docs for the eras. */
const detect = (name: string, address: string) => {
  const html = readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8');
  return detectArticle(new DOMParser().parseFromString(html, 'text/html'), address, readable);
};

const TITLE = 'Dijk bij Oosterveen krijgt nieuwe bekleding';
const TEXT = [
  'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen.',
  'Storm',
  'Bewoners drongen daar sinds de storm van 2006 op aan.',
  '“We hebben lang gewacht”, zegt dijkgraaf Wiersma.',
];
const NOS = 'https://nos.nl/artikel/9000001-dijk';
const times = (date: string, zone: string) => ({
  published: Date.parse(`${date}T09:05:00${zone}`),
  modified: Date.parse(`${date}T11:30:00${zone}`),
});

test.each([
  ['nos-2016', times('2016-03-02', '+01:00'), ['Oosterveen', 'dijk', 'waterschap']],
  ['nos-2020', times('2020-03-02', '+01:00'), ['Oosterveen', 'dijk', 'waterschap']],
  ['nos-2022', times('2022-09-02', '+02:00'), ['Oosterveen', 'dijk', 'Binnenland']],
  ['nos-2024', times('2024-03-02', '+01:00'), ['Oosterveen', 'dijk']],
  ['nos-2026', times('2026-03-02', '+01:00'), ['Oosterveen', 'dijk']],
])('reads an article of the era of %s whole, and nothing else on its page', (name, dates, keywords) => {
  expect(detect(name, NOS)).toEqual({
    key: 'nos:9000001',
    address: NOS,
    title: TITLE,
    paragraphs: TEXT,
    ...dates,
    keywords,
    kind: 'article',
    ...(name === 'nos-2016' && { picture: 'https://example.org/dijk.jpg' }),
  });
});

test('reads a liveblog as it stands on the page, not as it was loaded', () => {
  const address = 'https://nos.nl/liveblog/9000001-storm#UPDATE-2';
  expect(detect('nos-liveblog', address)).toEqual({
    key: 'nos:9000001',
    address,
    title: 'Liveblog: storm bij Oosterveen',
    paragraphs: [
      'Volg hier de storm.',
      'Dijk houdt',
      'De dijk houdt, zegt het waterschap.',
      'Eerste bomen om',
      'In de Dorpsstraat zijn bomen omgewaaid.',
    ],
    published: Date.parse('2024-01-02T08:00:00Z'),
    modified: Date.parse('2024-01-02T12:00:00Z'),
    keywords: [],
    kind: 'liveblog',
  });
});

test('reads a video with what stands under it', () => {
  expect(detect('nos-video', 'https://nos.nl/video/9000001-drone')).toMatchObject({
    title: 'Drone filmt dijk bij Oosterveen',
    paragraphs: ['Het waterschap liet een drone over de dijk vliegen.'],
    published: Date.parse('2024-03-02T09:05:00+0100'),
    kind: 'video',
  });
});

test.each([
  ['https://nos.nl/audio/9000001-gesprek', 'audio'],
  ['https://nos.nl/livestream/9000001-debat', 'video'],
  ['https://nos.nl/collectie/13950/liveblog/9000001-storm', 'liveblog'],
])('tells of %s by its address that it is %s', (address, kind) => {
  expect(detectArticle(new DOMParser().parseFromString('<h1>T</h1>', 'text/html'), address)?.kind).toBe(kind);
});

test('reads an article of AD, with an introduction in its header, a label in its heading and a cookie wall before it', () => {
  expect(detect('ad', 'https://www.ad.nl/binnenland/dijk~a0b1c2d3/')).toMatchObject({
    key: 'ad:a0b1c2d3',
    title: TITLE,
    paragraphs: TEXT,
    published: Date.parse('2019-09-02T09:05:00+02:00'),
    keywords: ['Oosterveen', 'waterschap'],
  });
});

test('reads an article of De Telegraaf, which marks no paragraphs', () => {
  expect(detect('telegraaf', 'https://www.telegraaf.nl/nieuws/931746140/dijk')).toMatchObject({
    title: TITLE,
    paragraphs: [
      TEXT[0],
      'Bewoners drongen daar sinds de storm van 2006 al jarenlang bij het waterschap op aan.',
      '“We hebben met zijn allen heel erg lang moeten wachten”, zegt dijkgraaf Wiersma.',
    ],
    published: Date.parse('2019-09-02T09:05:00+02:00'),
  });
});

test('reads a page that says nothing of itself by its look', () => {
  const article = detect('krant', 'https://courant.example/2019/dijk');
  expect(article).toMatchObject({ key: 'url:courant.example/2019/dijk', kind: 'article' });
  expect(article?.title).toMatch(TITLE);
  expect(article?.paragraphs.map((text) => text.slice(0, 20))).toEqual([
    'Het waterschap begin',
    'Bewoners drongen daa',
    '“We hebben lang gewa',
  ]);
});

test('takes no list of articles for one', () => {
  expect(detect('voorpagina', 'https://courant.example/sport')).toBeNull();
  expect(detect('voorpagina', 'https://www.ad.nl/sport/')).toBeNull();
  expect(detect('voorpagina', 'https://nos.nl/sport')).toBeNull();
});

test('takes a front page for none, whatever it says of itself', () => {
  const html = `<meta property="og:type" content="article"><main><h1>Kop</h1><p>${'Veel tekst. '.repeat(30)}</p></main>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  expect(detectArticle(document, 'https://courant.example/')).toBeNull();
  expect(detectArticle(document, 'https://courant.example/kop')).toMatchObject({ title: 'Kop' });
});
