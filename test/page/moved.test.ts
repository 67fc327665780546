// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';
import { afterMove } from '../../src/page/detect/moved.ts';
import { readable } from '../../src/page/detect/readable.ts';

const FIRST = 'https://courant.example/eerste';
const SECOND = 'https://courant.example/tweede';
const paragraphsOf = (name: string) =>
  Array.from({ length: 6 }, (_, i) => `Alinea ${i + 1} van het ${name}, dat over de dijk bij Oosterveen gaat en over wie daar woont.`);
const one = (name: string, heading = 'h1') =>
  `<article><${heading}>${name}</${heading}>${paragraphsOf(name)
    .map((text) => `<p>${text}</p>`)
    .join('')}</article>`;
const both = `<main>${one('Eerste stuk')}${one('Tweede stuk')}</main>`;
const og = '<meta property="og:type" content="article">';
const linked = (address: string, headline: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","url":"${address}","headline":"${headline}","datePublished":"2001-01-01T00:00:00Z"}</script>`;

/** Reads a page that was loaded at the first article's address, and is at another now. */
function detect(title: string, html: string, address = SECOND) {
  const page = afterMove(new DOMParser().parseFromString(`<title>${title}</title>${html}`, 'text/html'), address, FIRST);
  return page && detectArticle(page, address, readable);
}

describe('a page that put a second article below its first and took its address', () => {
  test('is read as the first at the address that it was loaded from', () => {
    expect(detect('Tweede stuk', og + both, FIRST)).toMatchObject({ title: 'Eerste stuk', paragraphs: paragraphsOf('Eerste stuk') });
  });

  test.each([
    ['', ''],
    [' | De Courant', ''],
    ['', linked(FIRST, 'Eerste stuk')],
    ['', `<link rel="canonical" href="${FIRST}"><meta property="og:title" content="Eerste stuk">${linked(FIRST, 'Eerste stuk')}`],
  ])('is read as the second that its title names: “Tweede stuk%s” %s', (site, data) => {
    expect(detect(`Tweede stuk${site}`, og + data + both)).toMatchObject({
      key: 'url:courant.example/tweede',
      title: 'Tweede stuk',
      paragraphs: paragraphsOf('Tweede stuk'),
      published: null,
    });
  });

  test('is read as the one that its data name by the address', () => {
    expect(detect('Eerste stuk', og + linked(FIRST, 'Eerste stuk') + linked(SECOND, 'Tweede stuk') + both)).toMatchObject({
      title: 'Tweede stuk',
      paragraphs: paragraphsOf('Tweede stuk'),
    });
  });

  // The title may have been left from the first.
  test.each(['Eerste stuk', 'Eerste stuk - De Courant', 'De Courant'])('is read as neither while its title is “%s”', (title) => {
    expect(detect(title, og + both)).toBeNull();
    expect(detect(title, both)).toBeNull();
    expect(detect(title, og + linked(FIRST, 'Eerste stuk') + both)).toBeNull();
  });

  test('is read as the second where both stand in boxes that mean nothing', () => {
    const boxes = both.replaceAll('article>', 'div>');
    expect(detect('Tweede stuk', og + boxes)).toMatchObject({ title: 'Tweede stuk', paragraphs: paragraphsOf('Tweede stuk') });
  });

  test('is read as neither where nothing parts their texts', () => {
    const mixed = both.replaceAll(/<.?article>/g, '');
    expect(detect('Tweede stuk', og + mixed)).toBeNull();
  });

  test('takes no other article of a list for the second', () => {
    const teaser = '<article><a href="/derde"><h1>Derde stuk</h1></a></article>';
    expect(detect('De Courant', `${og}<main>${one('Tweede stuk')}${teaser}</main>`)).toMatchObject({ title: 'Tweede stuk' });
  });
});

describe('a page that put another article in the place of its first', () => {
  test.each(['Tweede stuk', 'Eerste stuk', 'De Courant'])('is read as it stands, with the title “%s”', (title) => {
    const article = detect(title, `${og}${linked(FIRST, 'Eerste stuk')}<main>${one('Tweede stuk')}</main>`);
    expect(article).toMatchObject({ title: 'Tweede stuk', paragraphs: paragraphsOf('Tweede stuk'), published: null });
  });

  test('leaves out data that name no address and another heading', () => {
    const html = `<main>${one('Tweede stuk')}</main>`;
    const stale = linked(FIRST, 'Eerste stuk').replace(`"url":"${FIRST}",`, '');
    expect(detect('Tweede stuk', stale + html)).toMatchObject({ title: 'Tweede stuk', published: null });
    const own = linked(SECOND, 'Met andere woorden');
    expect(detect('Tweede stuk', own + html)).toMatchObject({ published: Date.parse('2001-01-01T00:00:00Z') });
  });

  test.each([
    linked(FIRST, 'Eerste stuk'),
    `<link rel="canonical" href="${FIRST}"><meta property="og:title" content="Eerste stuk | De Courant">`,
  ])('is not read while the first still stands there, as its data tell: %s', (data) => {
    expect(detect('Eerste stuk', `${og}${data}<main>${one('Eerste stuk')}</main>`)).toBeNull();
    expect(detect('Tweede stuk', `${og}${data}<main>${one('Eerste stuk')}${one('Tweede stuk', 'h2')}</main>`)?.paragraphs ?? []).toEqual(
      [],
    );
  });
});

test('believes a page at the address that it was loaded from, whatever address its data name', () => {
  const data = `<link rel="canonical" href="https://bureau.example/1"><meta property="og:title" content="Eerste stuk">${linked('https://bureau.example/1', 'Eerste stuk')}`;
  expect(detect('Eerste stuk', `${og}${data}<main>${one('Eerste stuk')}</main>`, FIRST)).toMatchObject({
    paragraphs: paragraphsOf('Eerste stuk'),
  });
});
