// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';

const ADDRESS = 'https://nos.nl/artikel/9000001-dijk';

function detect(html: string, address = ADDRESS) {
  return detectArticle(new DOMParser().parseFromString(html, 'text/html'), address);
}

test('gives nothing for an address that is no article', () => {
  expect(detect('<main><h1>T</h1><p>P</p></main>', 'https://nos.nl/teletekst')).toBeNull();
});

describe('after client-side navigation', () => {
  const stale = `<head><meta property="og:url" content="https://nos.nl/l/1"><meta property="og:title" content="De vorige">
    <meta property="article:published_time" content="2001-01-01T00:00:00Z">
    <script type="application/ld+json">{"url":"https://nos.nl/l/1","datePublished":"2001-01-01T00:00:00Z"}</script></head>
    <body><main><h1></h1><p>Nieuw.</p></main>
    <script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"data":{"id":1,"publishedAt":"2001-01-01"}}}}</script></body>`;

  test('leaves out metadata that describes the article before', () => {
    expect(detect(stale)).toMatchObject({ title: '', published: null, paragraphs: ['Nieuw.'] });
  });

  test('takes metadata that describes the article shown', () => {
    expect(detect(stale, 'https://nos.nl/l/1')).toMatchObject({ title: 'De vorige', published: Date.parse('2001-01-01T00:00:00Z') });
  });
});

test('takes a title from metadata, and else from the tab, when the page has no heading', () => {
  expect(detect('<meta property="og:title" content="Uit  de kop"><title>t</title><main><p>x</p></main>')?.title).toBe('Uit de kop');
  expect(detect('<title>Uit het tabblad</title><main><p>x</p></main>')?.title).toBe('Uit het tabblad');
});

test('keeps a paragraph in which only some words are links', () => {
  expect(detect('<main><h1>T</h1><p>Volgens <a href="/l/2">het waterschap</a> niet.</p></main>')?.paragraphs).toEqual([
    'Volgens het waterschap niet.',
  ]);
});

test('reads a paragraph within a list or quotation once', () => {
  expect(
    detect('<main><h1>T</h1><ul><li><p>Een</p></li><li>Twee</li></ul><blockquote><p>Drie</p></blockquote></main>')?.paragraphs,
  ).toEqual(['Een', 'Twee', 'Drie']);
});

test('reads an article with its updates, each an article of its own', () => {
  const updates = '<article><h2>10.00</h2><p>Begonnen.</p></article><article><h2>11.00</h2><p>Klaar.</p></article>';
  expect(detect(`<main><h1>Liveblog</h1>${updates}</main>`)?.paragraphs).toEqual(['10.00', 'Begonnen.', '11.00', 'Klaar.']);
});

test('bounds what it takes of an endless page', () => {
  const article = detect(
    `<main><h1>${'k'.repeat(2000)}</h1>${Array.from({ length: 50 }, (_, i) => `<p>${i} ${'woord '.repeat(1000)}</p>`).join('')}</main>`,
  );
  expect(article?.title).toHaveLength(1000);
  expect(article?.paragraphs.join('').length).toBe(40_000);
});

test('gives an article without text for an empty page', () => {
  expect(detect('')).toMatchObject({ key: 'nos:9000001', title: '', paragraphs: [], published: null });
});

test.each(['{', '[]', 'null', '"x"', '{"props":null}', '{"@graph":[null,3]}'])('survives page data that is %s', (json) => {
  const html = `<script id="__NEXT_DATA__" type="application/json">${json}</script><script type="application/ld+json">${json}</script><h1>T</h1>`;
  expect(detect(html)).toMatchObject({ title: 'T', published: null });
});
