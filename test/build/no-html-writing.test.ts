// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { describe, expect, test } from 'vitest';
import { withoutHtmlWriting } from '../../scripts/build/no-html-writing.ts';

const MODULES = join(import.meta.dirname, '../../node_modules');
const READABILITY = join(MODULES, '@mozilla/readability/Readability.js');
const changed = (path: string) => withoutHtmlWriting(readFileSync(path, 'utf8'), path) ?? '';

test.each(['preact/dist/preact.mjs', 'dompurify/dist/purify.es.mjs', '@mozilla/readability/Readability.js'])(
  'leaves no writing of HTML in %s',
  (file) => {
    expect(changed(join(MODULES, file))).not.toMatch(/(?:inner|outer)HTML\s*=[^=]/);
  },
);

test('leaves other files alone', () => {
  expect(withoutHtmlWriting('element.innerHTML = html', '/src/screens/view.tsx')).toBeNull();
});

test('stops the build when a library has changed in such a place', () => {
  expect(() => withoutHtmlWriting('page.replaceChildren();', READABILITY)).toThrow('is found 0 times');
});

describe('reading a page by its look', () => {
  const module: { exports: unknown } = { exports: {} };
  new Function('module', 'require', changed(READABILITY))(module, createRequire(import.meta.url));
  const Changed = module.exports as typeof Readability;
  const sentence = 'Het waterschap versterkt de dijk bij Oosterveen, zegt dijkgraaf Wiersma, en begint in het voorjaar. ';
  const paragraphs = (count: number) => `<p>${sentence.repeat(2)}</p>`.repeat(count);

  test.each([
    ['an article', `<main><h1>Dijk</h1>${paragraphs(8)}</main>`],
    ['a short text, tried again with more of the page', `<div class="sidebar comment"><p>${sentence}</p></div><p>Kort.</p>`],
    ['a page without any text', '<nav><a href="/">Voorpagina</a></nav>'],
    ['styles and scripts at the start of the page', `<style>p{}</style> <script>1</script><div class="footer">${paragraphs(1)}</div>`],
    [
      'a picture that only pages without scripts show',
      `<article>${paragraphs(4)}<img class="lazy" data-old="a"><noscript><img src="https://nos.nl/dijk.jpg" alt="De dijk"></noscript>${paragraphs(4)}</article>`,
    ],
    [
      'a table and words outside of paragraphs',
      `<div class="menu">Los<br><br>${sentence}<table><tr><td>${sentence}</td></tr></table></div>`,
    ],
  ])('gives the same of %s as the library unchanged', (_what, body) => {
    const parse = (Reader: typeof Readability) => {
      const page = new DOMParser().parseFromString(`<title>Dijk</title><body>${body}`, 'text/html');
      const found = new Reader(page).parse();
      return { found, left: page.documentElement.outerHTML };
    };
    expect(parse(Changed)).toEqual(parse(Readability));
  });
});
