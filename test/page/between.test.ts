// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';

const LINES = [
  'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen.',
  'Bewoners drongen daar sinds de storm van 2006 op aan, omdat de oude bekleding was verzakt.',
  'Dijkgraaf Wiersma is blij dat het nu eindelijk gaat gebeuren, want niemand is die nacht vergeten.',
];
const [FIRST = '', SECOND = '', THIRD = ''] = LINES;
const paragraph = (line: string) => `<p>${line}</p>`;
const REST = paragraph(SECOND) + paragraph(THIRD);
const ADDRESS = 'https://nos.nl/artikel/9000001-dijk';

const read = (html: string) =>
  detectArticle(new DOMParser().parseFromString(`<main><h1>Dijk</h1>${html}</main>`, 'text/html'), ADDRESS)?.paragraphs;

describe('leaves out', () => {
  test.each([
    ['what its style hides', `${paragraph(FIRST)}<div style="display: none"><p>Uw tip is verzonden.</p></div>${REST}`],
    ['a paragraph that is there twice, for narrow windows too', `<div>${paragraph(FIRST)}</div><div>${paragraph(FIRST)}</div>${REST}`],
    [
      'a quotation of what stands in the text',
      `${paragraph(FIRST)}<blockquote>“Wiersma is blij dat het nu eindelijk gaat gebeuren”</blockquote>${REST}`,
    ],
    [
      'reactions',
      `${paragraph(FIRST)}${REST}<section id="comments"><h2>2 reacties</h2><ol><li class="comment"><p>Wat een onzin.</p></li></ol></section>`,
    ],
    ['who wrote it', `<div class="author-bio"><p>Jan Jansen schrijft over dijken.</p></div>${paragraph(FIRST)}${REST}`],
    ['a list of who wrote it', `<ul><li><img><p>Jan Jansen</p><p>redacteur Economie</p></li></ul>${paragraph(FIRST)}${REST}`],
    ['words under a picture', `<div><img><p class="foto-onderschrift">De dijk.</p></div>${paragraph(FIRST)}${REST}`],
    [
      'a teaser in a box that means nothing',
      `${paragraph(FIRST)}<div><h3><a href="/l/2">Toren weg</a></h3><p>De watertoren gaat weg.</p></div>${REST}`,
    ],
    ['what asks to sign up', `${paragraph(FIRST)}<div class="signup"><h3>Elke dag</h3><p>Meld je aan voor onze brief.</p></div>${REST}`],
  ])('%s', (_, html) => {
    expect(read(html)).toEqual(LINES);
  });
});

describe('keeps', () => {
  test('a quotation that says something else', () => {
    const quote = '“We hebben lang gewacht”, zegt hij.';
    expect(read(`${paragraph(FIRST)}<blockquote>${quote}</blockquote>${REST}`)).toEqual([FIRST, quote, SECOND, THIRD]);
  });

  test('a text in one box below a heading that leads elsewhere', () => {
    expect(read(`<div><h2><a href="/dossier">Dossier</a></h2>${paragraph(FIRST)}${REST}</div>`)).toEqual(['Dossier', ...LINES]);
  });

  test('updates whose headings lead to their places in the page', () => {
    const updates = LINES.map((line, i) => `<div><h3><a href="/liveblog/9000001#${i}">Om ${i} uur</a></h3><p>${line}</p></div>`);
    expect(read(updates.join(''))).toEqual(LINES.flatMap((line, i) => [`Om ${i} uur`, line]));
  });

  test('short lines that are there twice', () => {
    expect(read('<p>Ajax - PSV 2-2.</p><p>Rust.</p><p>Ajax - PSV 2-2.</p>')).toEqual(['Ajax - PSV 2-2.', 'Rust.', 'Ajax - PSV 2-2.']);
  });

  test('most of a text, whatever its box is called or whether it is hidden', () => {
    expect(read(`<div class="with-author">${paragraph(FIRST)}${REST}</div><p>Kort.</p>`)).toEqual([...LINES, 'Kort.']);
    expect(read(`<div style="display:none">${paragraph(FIRST)}${REST}</div><p>Kort.</p>`)).toEqual([...LINES, 'Kort.']);
  });

  test('what a reader can open, with what it is called', () => {
    expect(read(`${paragraph(FIRST)}${paragraph(SECOND)}<details><summary>Wie is Wiersma?</summary><p>${THIRD}</p></details>`)).toEqual([
      FIRST,
      SECOND,
      'Wie is Wiersma?',
      THIRD,
    ]);
  });

  test('a body without paragraphs below a date, a name and an introduction that have them', () => {
    const above = `<p>29 oktober 2019</p><p>Door Jan Jansen</p>${paragraph(FIRST)}`;
    expect(read(`${above}<div>${SECOND}<br><br>${THIRD}<br><br>Dat zegt ${THIRD}</div>`)).toEqual([
      '29 oktober 2019',
      'Door Jan Jansen',
      ...LINES,
      `Dat zegt ${THIRD}`,
    ]);
  });
});

describe('on a page that is open', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(Element.prototype, 'checkVisibility');
    document.body.innerHTML = '';
  });
  const readOpen = (html: string) => {
    // As a browser has it and jsdom has not: what stands in a closed part is not drawn either.
    Object.defineProperty(Element.prototype, 'checkVisibility', {
      configurable: true,
      value(this: Element) {
        return !this.closest('.off, details:not([open]) > :not(summary)');
      },
    });
    document.body.innerHTML = `<main><h1>Dijk</h1>${html}</main>`;
    return detectArticle(document, ADDRESS)?.paragraphs;
  };

  test('leaves out what its style sheets hide', () => {
    expect(readOpen(`${paragraph(FIRST)}<div class="off"><p>Uw tip is verzonden.</p></div>${REST}`)).toEqual(LINES);
  });

  test('keeps what a reader can open', () => {
    expect(readOpen(`${paragraph(FIRST)}<details><p>${SECOND}</p></details>${paragraph(THIRD)}`)).toEqual(LINES);
  });

  test('keeps all of a page that draws nothing yet', () => {
    expect(readOpen(`<div class="off">${paragraph(FIRST)}${REST}</div>`)).toEqual(LINES);
  });
});
