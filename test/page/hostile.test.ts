// @vitest-environment happy-dom

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PageArticleSchema } from '../../src/messages/messages.ts';
import { detectArticle } from '../../src/page/detect/article.ts';
import { readable } from '../../src/page/detect/readable.ts';

const NOS = 'https://nos.nl/artikel/9000001-dijk';
const BODY = '<main><h1>Dijk</h1><p>Het waterschap begint.</p></main>';

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const detect = (html: string, address = NOS) => detectArticle(pageOf(html), address, readable);
const linked = (data: unknown) => `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

test.each(['{', '', '[]', 'null', '"x"', '3', '[[[[[[]]]]]]', '{"@graph":[null,3,"x",[{}]]}', '{"@type":{}}', '{"@type":[null]}'])(
  'survives page data that is %s',
  (json) => {
    const next = `<script id="__NEXT_DATA__" type="application/json">${json}</script>`;
    expect(detect(`${next}${linked(json)}${BODY}`)).toMatchObject({ title: 'Dijk', published: null, keywords: [] });
  },
);

test.each([
  { headline: {}, datePublished: [], keywords: { a: 1 }, articleBody: 7, url: {} },
  { headline: null, datePublished: 'gisteren', keywords: [null, 3, {}, { name: [] }], mainEntityOfPage: [] },
  { headline: ['x'], datePublished: 9e99, dateModified: '-', liveBlogUpdate: [null, 'x', { articleBody: {} }], url: 'http://[' },
])('survives fields of kinds that nobody expects (%#)', (fields) => {
  expect(detect(linked({ '@type': 'NewsArticle', ...fields }) + BODY)).toMatchObject({ title: 'Dijk', published: null });
  const next = {
    props: { pageProps: { data: { id: 9000001, items: [null, 3, { type: {}, text: 'x' }, { type: 'text', text: {} }], ...fields } } },
  };
  expect(detect(`<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(next)}</script>${BODY}`)).toMatchObject({
    paragraphs: ['Het waterschap begint.'],
  });
});

test('goes by the address where the data of the page name another article', () => {
  const other = { '@type': 'NewsArticle', url: 'https://nos.nl/l/1', headline: 'De vorige', datePublished: '2001-01-01', keywords: 'oud' };
  const meta =
    '<link rel="canonical" href="https://nos.nl/l/1"><meta property="og:title" content="De vorige"><meta name="keywords" content="oud">';
  const next =
    '<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"data":{"id":1,"title":"De vorige","publishedAt":"2001-01-01","items":[{"type":"text","text":"<p>Oud.</p>"}]}}}}</script>';
  expect(detect(`${meta}${linked(other)}${next}${BODY}`)).toEqual({
    key: 'nos:9000001',
    address: NOS,
    title: 'Dijk',
    paragraphs: ['Het waterschap begint.'],
    published: null,
    modified: null,
    keywords: [],
    kind: 'article',
  });
});

test('lets a page not pass for an article of another site', () => {
  const posing = `<link rel="canonical" href="${NOS}"><meta property="og:url" content="${NOS}">${BODY}`;
  expect(detect(posing, 'https://evil.example/x')?.key ?? '').not.toMatch(/^nos:/);
  const named = linked({ '@type': 'NewsArticle', headline: 'Dijk' }) + posing;
  expect(detect(named, 'https://evil.example/x')?.key).toBe('url:evil.example/x');
});

test('takes the parameters that matter from the address that a page calls its own', () => {
  const page = `<link rel="canonical" href="/a?id=5">${linked({ '@type': 'Article', headline: 'Dijk' })}${BODY}`;
  expect(detect(page, 'https://courant.example/a?session=abc&id=5')?.key).toBe('url:courant.example/a?id=5');
  expect(detect(page, 'https://courant.example/b?session=abc')?.key).toBe('url:courant.example/b?session=abc');
});

test('runs nothing of a title or text', () => {
  const evil = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
  const data = { '@type': 'NewsArticle', headline: `${evil}Kop`, articleBody: `${evil}Tekst`.repeat(9), keywords: [evil] };
  const next = { props: { pageProps: { data: { id: 9000001, title: evil, items: [{ type: 'text', text: `${evil}<p>Tekst</p>` }] } } } };
  const safe = (json: unknown) => JSON.stringify(json).replaceAll('<', '\\u003c');
  detect(`${linked(safe(data))}<script id="__NEXT_DATA__" type="application/json">${safe(next)}</script><main><h1>${evil}</h1></main>`);
  expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
});

test('gives texts, never markup', () => {
  const article = detect('<main><h1>A &lt;b&gt; &amp; “c” <i>d</i></h1><p>1 &lt; 2</p></main>');
  expect(article).toMatchObject({ title: 'A <b> & “c” d', paragraphs: ['1 < 2'] });
});

test.each([
  ['a title without end', `<main><h1>${'k'.repeat(100_000)}</h1><p>x</p></main>`],
  ['ten thousand keywords', `<meta name="keywords" content="${'woord,'.repeat(10_000)}">${BODY}`],
  ['different keywords', `<meta name="keywords" content="${Array.from({ length: 500 }, (_, i) => `woord${i}`)}">${BODY}`],
  ['one paragraph without end', `<main><h1>T</h1><p>${'woord '.repeat(100_000)}</p></main>`],
  ['ten thousand paragraphs', `<main><h1>T</h1>${'<p>x</p>'.repeat(10_000)}</main>`],
  ['data with a body without end', linked({ '@type': 'Article', articleBody: 'regel\n'.repeat(50_000) }) + BODY],
])('stays within what the background accepts of a page with %s', (_, html) => {
  expect(v.safeParse(PageArticleSchema, detect(html)).success).toBe(true);
});

test('stays within what the background accepts of an address without end', () => {
  const address = `https://courant.example/${'a'.repeat(10_000)}`;
  expect(v.safeParse(PageArticleSchema, detect(linked({ '@type': 'Article' }) + BODY, address)).success).toBe(true);
});

test('reads a page of boxes nested without end', () => {
  const html = `<main><h1>Dijk</h1>${'<div>'.repeat(3000)}Het waterschap begint${'</div>'.repeat(3000)}</main>`;
  expect(detect(html)).toMatchObject({ title: 'Dijk' });
}, 30_000);
