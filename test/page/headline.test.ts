// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { detectArticle } from '../../src/page/detect/article.ts';

const TITLE = 'Dijk bij Oosterveen krijgt nieuwe bekleding';
const LINES = [
  'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen, zo heeft het bestuur besloten.',
  'Bewoners drongen daar sinds de storm van 2006 op aan, omdat de oude bekleding op verschillende plaatsen was verzakt.',
  'Dijkgraaf Wiersma is blij dat het nu eindelijk gaat gebeuren, want niemand is de nacht van de grote storm ooit vergeten.',
];
const TEXT = LINES.map((line) => `<p>${line}</p>`).join('');
const OG = `<meta property="og:title" content="${TITLE}">`;
const OTHER = '<h1>Watertoren weg</h1><p>De watertoren van Oosterveen gaat weg.</p><p>Dat heeft de raad gisteren besloten.</p>';

const detect = (html: string) =>
  detectArticle(new DOMParser().parseFromString(html, 'text/html'), 'https://www.nu.nl/binnenland/5980001/dijk.html');

describe('takes for the headline', () => {
  test.each([
    [
      'not that of a cookie wall',
      `${OG}<div><h1>Wij geven om uw privacy</h1><p>${'Wij gebruiken cookies. '.repeat(12)}</p></div><div><h1>${TITLE}</h1>${TEXT}</div>`,
    ],
    [
      'not the name of the site',
      `${OG}<header><h1><a href="/">De Courant</a></h1></header><main><article><h2>${TITLE}</h2>${TEXT}</article></main>`,
    ],
    [
      'what the tab names where the data name nothing',
      `<title>${TITLE} | De Courant</title><header><h1>De Courant</h1></header><main><h2>${TITLE}</h2>${TEXT}</main>`,
    ],
    ['no label behind it', `${OG}<main><article><h1>${TITLE} <span>Premium</span></h1>${TEXT}</article></main>`],
    ['no count that stands close to it', `${OG}<main><article><h1>${TITLE}<span>12 reacties</span></h1>${TEXT}</article></main>`],
    [
      'not a part of it that the data have',
      `<meta property="og:title" content="Dijk bij Oosterveen krijgt nieuwe"><main><h1>${TITLE}</h1>${TEXT}</main>`,
    ],
  ])('%s', (_, html) => {
    expect(detect(html)).toMatchObject({ title: TITLE, paragraphs: LINES });
  });
});

describe('reads', () => {
  test.each([
    ['no story below the first', `<main><div><h1>${TITLE}</h1>${TEXT}</div><div>${OTHER}</div></main>`],
    [
      'no story below the first, though it has a heading of its own',
      `<main><div><h1>${TITLE}</h1>${TEXT}</div><div><h1><a href="/2">Toren</a></h1>${TEXT}</div></main>`,
    ],
    [
      'no teasers behind the article',
      `<main><div><h1>${TITLE}</h1></div><article>${TEXT}</article><div><h2>Meer</h2><p>De watertoren van Oosterveen gaat weg.</p></div></main>`,
    ],
    [
      'the text beside an article that holds its headline alone',
      `<main><article><h1>${TITLE}</h1></article><section>${TEXT}</section></main>`,
    ],
    [
      'no crumbs and names above the headline',
      `<main><article><ul><li>${TITLE}</li><li>Jan Jansen</li></ul><h1>${TITLE}</h1>${TEXT}</article></main>`,
    ],
    ['no second heading that says the same', `<main><h1>${TITLE}</h1><h2>${TITLE}</h2>${TEXT}</main>`],
  ])('%s', (_, html) => {
    expect(detect(html)?.paragraphs).toEqual(LINES);
  });

  test('an introduction between the headline and the article', () => {
    const [first, ...others] = LINES;
    const rest = others.map((line) => `<p>${line}</p>`).join('');
    expect(detect(`<main><div><h1>${TITLE}</h1><p>${first}</p></div><article>${rest}</article></main>`)?.paragraphs).toEqual(LINES);
  });

  test('an introduction that is a box in the header of a headline of lower rank', () => {
    const [first, ...others] = LINES;
    const rest = others.map((line) => `<p>${line}</p>`).join('');
    const header = `<header><h2>${TITLE}</h2><div>${first}</div></header>`;
    expect(detect(`${OG}<main><article>${header}${rest}<p>Dat zegt hij.</p></article></main>`)?.paragraphs).toEqual([
      ...LINES,
      'Dat zegt hij.',
    ]);
  });
});
