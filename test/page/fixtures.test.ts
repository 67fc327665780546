// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';
import { readable } from '../../src/page/detect/readable.ts';
import { htmlOf, NOS_FIXTURES, OTHER_FIXTURES } from './fixtures.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test.each([...NOS_FIXTURES, ...OTHER_FIXTURES])(
  'reads of $name at $address its article whole, and nothing else',
  ({ name, address, article }) => {
    expect(detectArticle(parse(htmlOf(name)), address, readable)).toEqual(article);
  },
);

test.each([
  ['https://nos.nl/audio/9000001-gesprek', 'audio'],
  ['https://nos.nl/livestream/9000001-debat', 'video'],
  ['https://nos.nl/collectie/13950/liveblog/9000001-storm', 'liveblog'],
])('tells of %s by its address that it is %s', (address, kind) => {
  expect(detectArticle(parse('<h1>T</h1>'), address)?.kind).toBe(kind);
});

test('takes a front page for none, whatever it says of itself', () => {
  const html = `<meta property="og:type" content="article"><main><h1>Kop</h1><p>${'Veel tekst. '.repeat(30)}</p></main>`;
  const document = parse(html);
  expect(detectArticle(document, 'https://courant.example/')).toBeNull();
  expect(detectArticle(document, 'https://courant.example/kop')).toMatchObject({ title: 'Kop' });
});
