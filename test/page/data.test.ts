// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';

const SITE = 'https://courant.example';
const TIME = '2019-10-29T21:02:29+01:00';
const BODY = '<h1>Dijk</h1><p>Het waterschap begint.</p>';
const JSON_LD = `{"@type":"NewsArticle","headline":"Dijk","datePublished":"${TIME}","description":"een`;
const script = (text: string) => `<script type="application/ld+json">${text}</script>`;

const detect = (html: string, address = 'https://nos.nl/artikel/9000001-dijk') =>
  detectArticle(new DOMParser().parseFromString(html, 'text/html'), address);

describe('finds when an article was published', () => {
  test.each([
    ['in data with a line broken within', script(`${JSON_LD}\ntwee"}`)],
    ['in long data with a line broken within', script(`${JSON_LD}\n${'x'.repeat(400_000)}"}`)],
    ['in data hidden from old browsers', script(`//<![CDATA[\n${JSON_LD} twee"}\n//]]>`)],
    ['in data within a comment', script(`<!--\n[${JSON_LD} twee"}]\n-->`)],
    ['in microdata', `<meta itemprop="datePublished" content="${TIME}">`],
    ['in OpenGraph of another form', `<meta property="og:article:published_time" content="${TIME}">`],
    ['in Dublin Core', `<meta name="DC.date.issued" content="${TIME}">`],
  ])('%s', (_, data) => {
    expect(detect(`${data}<main>${BODY}</main>`)?.published).toBe(Date.parse(TIME));
  });

  test('behind its headline, and not beside a link to another', () => {
    const ticker = '<time datetime="2024-01-01T10:00:00Z">10:00</time>';
    const other = '<a href="/l/1"><time datetime="2024-01-01T11:00:00Z">11:00</time> Ander</a>';
    expect(detect(`<main>${ticker}<h1>Dijk</h1>${other}<time datetime="${TIME}"></time><p>x</p></main>`)?.published).toBe(Date.parse(TIME));
  });

  test('above its headline where there is none behind it', () => {
    expect(detect(`<main><time datetime="${TIME}"></time>${BODY}</main>`)?.published).toBe(Date.parse(TIME));
  });

  test('not in microdata of several', () => {
    const teaser = '<meta itemprop="datePublished" content="2001-01-01">';
    expect(detect(`<main>${BODY}${teaser}${teaser}</main>`)?.published).toBeNull();
  });
});

describe('goes by the address that a page calls its own', () => {
  const data = script('{"@type":"NewsArticle","headline":"Dijk"}');
  test.each([
    ['/artikel.php?id=5', '/artikel.php', 'artikel.php?id=5'],
    ['/artikel.php?id=5', '/artikel.php?id=6', 'artikel.php?id=5'],
    ['/artikel.php?id=5&van=mail', '/artikel.php?id=5', 'artikel.php?id=5'],
    ['/dijk?van=mail', '/dijk', 'dijk'],
  ])('at %s that says %s: %s', (path, canonical, key) => {
    const html = `<link rel="canonical" href="${canonical}">${data}<main>${BODY}</main>`;
    expect(detect(html, SITE + path)?.key).toBe(`url:courant.example/${key}`);
  });
});
