// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { articleParagraphsOf } from '../../src/article/html-text.ts';
import { detectArticle } from '../../src/page/detect/article.ts';
import { parentOf } from '../../src/page/detect/shown.ts';
import { paragraphsIn } from '../../src/page/detect/text.ts';

const ADDRESS = 'https://nos.nl/artikel/9000001-dijk';

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const detect = (html: string) => detectArticle(pageOf(html), ADDRESS);
const textOf = (html: string) => detect(`<main><h1>Dijk</h1>${html}</main>`)?.paragraphs;
const titleOf = (html: string) => detect(html)?.title;

const LONG = 'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen.';

describe('reads the same of a body as the archive does:', () => {
  test.each([
    ['lines', '<p>1. Max Verstappen<br>2. Lewis Hamilton<br/>3. Lando Norris</p>'],
    ['a line after a link', '<p>Bronnen:<br><a href="/l/1">ANP</a><br><a href="/l/2">Reuters</a></p>'],
    ['a heading of two lines', '<h2>Kop met<br>regel einde</h2><p>Een.</p>'],
    ['bold lines', '<p><b>Vraag?<br></b>Antwoord.</p>'],
    ['inline elements', '<p>een <b>tw</b>ee <a href="/l/2">drie</a> vier<i>vijf</i></p>'],
    ['entities', '<p>caf&eacute; &amp; &#8216;bar&#x2019; &nbsp;x</p><p>1 &lt; 2</p>'],
    ['lists', '<ul><li>Een</li><li>Twee <b>drie</b></li><li><p>Vier</p></li><li><div>Vijf</div></li></ul>'],
    ['a list in a list', '<ul><li>Een<ul><li>Twee</li></ul>Drie</li></ul>'],
    ['a quotation', '<blockquote>Een<p>Twee</p><footer>Wie</footer></blockquote><blockquote><div>Drie</div></blockquote>'],
    ['terms', '<dl><dt>Goud</dt><dd>Kirgizië</dd><dt>Zilver</dt><dd>Nederland</dd></dl>'],
    ['headings of every rank', '<h2>Twee</h2><h3>Drie</h3><h4>Vier</h4><h5>Vijf</h5><h6>Zes</h6><p>Een.</p>'],
    ['a table', '<table><tr><th>Land</th><th>Goud</th></tr><tr><td>Kirgizië</td><td>Bisjkek</td></tr></table>'],
    [
      'a table with parts',
      '<table><caption>Stand</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td>b<br>c</td><td><p>d</p></td></tr></tbody></table>',
    ],
    ['code', '<pre>een\n  twee\n\ndrie</pre>'],
    ['a style', '<p>Volgens <style>.css-1a{color:red}</style>het waterschap.</p>'],
    ['a script', '<p>Volgens <script>1 < 2</script>het waterschap.</p><script>"<p>x</p>"</script>'],
    ['a noscript', '<p>Volgens <noscript><img src="x">plaatje</noscript>het waterschap.</p>'],
    ['a template', '<p>Volgens <template>x</template>het waterschap.</p>'],
    ['a drawing', '<p><a href="/l/2">Volgens<svg><title>Externe link</title></svg></a> het waterschap.</p>'],
    ['a button', '<p>Volgens het waterschap. <button>Deel</button></p>'],
    ['a film', '<p>Een.</p><video>Uw browser kan geen films aan.</video><p>Twee.</p>'],
    ['hidden words', '<p>Volgens <span hidden>x</span>het <b aria-hidden="true">y</b><b aria-hidden="false">waterschap</b>.</p>'],
    ['hidden paragraphs', '<p hidden>Een.</p><p>Twee.</p><div hidden><p>Drie.</p><div>x</div></div><p>Vier.</p>'],
    [
      'words for who hears the page',
      '<p><a href="/l/2">Hier</a> staat het.<span class="link sr-only"> (opent in nieuw venster)</span></p>',
    ],
    ['the same of another name', "<p>Een<span class=visually-hidden> x</span> twee<span class='screen-reader-text'> y</span>.</p>"],
    ['a caption', '<p>Een.</p><figure><img alt=""><figcaption>De dijk. <b>ANP</b></figcaption></figure><p>Twee.</p>'],
    ['a tweet', '<p>Een.</p><blockquote class="twitter-tweet"><p>Storm!<br>Pas op.</p>&mdash; KNMI</blockquote><p>Twee.</p>'],
    [
      'other embeds',
      '<p>Een.</p><blockquote class="instagram-media x"><div>a</div></blockquote><blockquote class="tiktok-embed"><section>b</section></blockquote><p>Twee.</p>',
    ],
    [
      'what stands apart',
      '<p>Een.</p><aside><p>Meer nieuws</p></aside><form><p>Uw naam?</p></form><nav><ul><li>Sport</li></ul></nav><p>Twee.</p>',
    ],
    [
      'sentences that begin as labels do',
      '<p>Meer over de toedracht is nog niet bekend.</p><p>Meer nieuws volgt.</p><p>Reacties van ouders zijn vooral positief.</p>',
    ],
    ['a heading that is a label elsewhere', '<p>Een.</p><h2>Reacties</h2><p>De burgemeester is tevreden.</p>'],
  ])('%s', (_, html) => {
    const read = paragraphsIn(pageOf(`<article>${html}</article>`).querySelector('article') as Element);
    expect(read.length).toBeGreaterThan(0);
    expect(read).toEqual(articleParagraphsOf(html));
  });
});

test('reads the lines of a paragraph apart', () => {
  expect(textOf('<p>1. Max Verstappen<br>2. Lewis Hamilton<br>3. Lando Norris</p>')).toEqual([
    '1. Max Verstappen',
    '2. Lewis Hamilton',
    '3. Lando Norris',
  ]);
});

test('reads a heading of several lines as one', () => {
  expect(titleOf('<main><h1>Kop met<br>regel einde</h1><p>x</p></main>')).toBe('Kop met regel einde');
  const article = detect('<main><h1>T</h1><h2>Kop met<br>regel</h2><p>Een.</p></main>');
  expect(article).toMatchObject({ paragraphs: ['Kop met regel', 'Een.'], headings: [0] });
});

test('reads the lines of page data apart, short ones too', () => {
  const items = [
    { type: 'text', text: `${LONG}<br>Kort.` },
    { type: 'title', text: 'Storm<br>op zee' },
    { type: 'text', text: '<p>1. Max<br>2. Lewis</p>' },
    { type: 'text', text: '<table><tr><td>Goud</td><td>Bisjkek</td></tr></table>' },
  ];
  const data = { props: { pageProps: { data: { id: 9000001, title: 'Kop<br>einde', items } } } };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  expect(detect(`<script id="__NEXT_DATA__" type="application/json">${json}</script><main></main>`)).toMatchObject({
    title: 'Kop einde',
    paragraphs: [LONG, 'Kort.', 'Storm', 'op zee', '1. Max', '2. Lewis', 'Goud Bisjkek'],
  });
});

describe('the text that data give', () => {
  const read = (articleBody: string) =>
    detect(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Dijk', articleBody }).replaceAll('<', '\\u003c')}</script><main></main>`,
    )?.paragraphs;

  test('is read by its paragraphs, headings and lines', () => {
    expect(read(`<h2>Het water</h2><p>${LONG}</p><ul><li>Een</li><li>Twee &amp; drie</li></ul>Vier.\nVijf.<br>Zes.`)).toEqual([
      'Het water',
      LONG,
      'Een',
      'Twee & drie',
      'Vier.',
      'Vijf.',
      'Zes.',
    ]);
  });

  test('takes one parser, however long it is', () => {
    const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
    expect(read('<p>a &amp; b</p>'.repeat(100_000))?.length).toBeGreaterThan(1000);
    // One for the page of this test.
    expect(parse).toHaveBeenCalledTimes(2);
  });
});

test('leaves out what nobody sees in a paragraph', () => {
  expect(
    textOf(
      '<p>Volgens <style>.css-1a{color:red}</style><a href="https://x.nl">het waterschap<svg><title>Externe link</title></svg></a> is dat te laat.</p>',
    ),
  ).toEqual(['Volgens het waterschap is dat te laat.']);
});

test('takes a paragraph for no more than its link where only hidden words stand beside it', () => {
  expect(textOf('<p>Een.</p><p><a href="/l/2">Ander nieuws</a><span class="sr-only"> (opent in nieuw venster)</span></p>')).toEqual([
    'Een.',
  ]);
});

describe('leaves out', () => {
  test.each([
    ['a line that leads elsewhere', '<p>Lees ook: <a href="/l/2">Dijk is klaar.</a></p>'],
    ['such a line without a link', '<p>Lees ook: wat is er mis met de dijk?</p>'],
    ['such a line with more words around its link', '<p>Lees meer in <a href="/l/2">dit verhaal</a>.</p>'],
    ['such a line of two lines', '<p>Lees ook:<br><a href="/l/2">Dijk is klaar</a></p>'],
    ['a box of links with its heading', '<h2>Lees ook</h2><ul><li><a href="/l/2">Dijk is klaar</a></li></ul>'],
    ['such a box with text in it that is no link', '<h3>Zie ook</h3><p>Dijk is klaar</p><ul><li><a href="/l/2">x</a></li></ul>'],
    ['a heading above a form', '<h2>Nieuwsbrief</h2><form><p>Uw adres?</p></form>'],
    ['a linked heading above nothing', '<h3><a href="/l/2">Dijk is klaar</a></h3><h2>Storm</h2>'],
    ['a word that asks for something', '<p>Advertentie</p><p>Deel dit artikel</p>'],
  ])('%s', (_, html) => {
    const rest = textOf(`<p>Een.</p>${html}<p>Twee.</p>`);
    expect(rest?.filter((text) => !/^(Een\.|Twee\.|Storm|Dijk is klaar)$/.test(text))).toEqual([]);
    expect(rest?.[0]).toBe('Een.');
    expect(rest?.at(-1)).toBe('Twee.');
  });
});

describe('keeps', () => {
  test('a sentence with a link that begins as a label does', () => {
    expect(textOf('<p>Meer over de toedracht staat in <a href="/l/2">dit rapport</a>.</p>')).toEqual([
      'Meer over de toedracht staat in dit rapport.',
    ]);
  });

  test('a section with a linked heading between its text', () => {
    expect(textOf('<p>Een.</p><section><p>Twee.</p><h2><a href="/l/77">De rechtszaak</a></h2><p>Drie.</p><p>Vier.</p></section>')).toEqual([
      'Een.',
      'Twee.',
      'De rechtszaak',
      'Drie.',
      'Vier.',
    ]);
  });

  test('no teaser, whose linked heading stands first', () => {
    expect(
      textOf(
        `<p>Een.</p><section><span>12 mei</span><h2><a href="/l/77">Ander nieuws</a></h2><p>${LONG}</p></section><article><h1><a href="/l/78">Nog iets</a></h1><p>${LONG}</p></article>`,
      ),
    ).toEqual(['Een.']);
  });

  test('the text of a part whose own heading is no link, though a teaser stands in it', () => {
    expect(textOf(`<section><article><h3><a href="/l/2">Ander</a></h3><p>Een inleiding.</p></article><p>${LONG}</p></section>`)).toEqual([
      LONG,
    ]);
  });

  test('paragraphs that are boxes below an introduction that is marked as one', () => {
    const [second, third] = [`${LONG} Dat is laat.`, `“${LONG}”`];
    expect(textOf(`<p>${LONG}</p><div><div>${second}</div><div>${third}</div><div>Kort</div></div>`)).toEqual([LONG, second, third]);
  });

  test('no boxes below a text of several paragraphs', () => {
    const reaction = `<div>${LONG.repeat(3)}</div>`;
    expect(textOf(`<p>Een.</p><p>Twee.</p><p>Drie.</p>${reaction.repeat(3)}`)).toEqual(['Een.', 'Twee.', 'Drie.']);
  });
});

describe('takes for the title', () => {
  test('a label and a headline with a space between', () => {
    expect(titleOf('<main><h1><span>Live</span><span>Kop</span></h1><p>x</p></main>')).toBe('Live Kop');
  });

  test('a headline that is seen before one that is not', () => {
    expect(titleOf('<main><h1 class="sr-only">NOS Nieuws</h1><article><h1>Dijk</h1><p>x</p></article></main>')).toBe('Dijk');
    expect(titleOf('<main><h1 class="sr-only">NOS Nieuws</h1><p>x</p></main>')).toBe('NOS Nieuws');
  });

  test('no letters of a drawing in it', () => {
    expect(titleOf('<main><h1><svg><title>Logo</title></svg>Dijk <i>breekt</i></h1><p>x</p></main>')).toBe('Dijk breekt');
  });
});

test.each([
  ['05-12-2020', new Date(2020, 11, 5)],
  ['5-12-2020 10:30', new Date(2020, 11, 5, 10, 30)],
  ['05.12.2020', new Date(2020, 11, 5)],
  ['05-12-2020T10:30:00+01:00', new Date('2020-12-05T10:30:00+01:00')],
  ['2020-12-05T10:30:00+01:00', new Date('2020-12-05T10:30:00+01:00')],
])('reads %s as the fifth of December', (written, date) => {
  expect(detect(`<main><h1>Dijk</h1><time datetime="${written}"></time><p>x</p></main>`)?.published).toBe(date.getTime());
});

test('is not misled by a form whose fields have the names of what it can do', () => {
  const page = pageOf('<main><h1>Dijk</h1><p>Een.</p><form><input><p>Twee.</p></form><p>Drie.</p></main>');
  const form = page.querySelector('form') as Element;
  // As a browser has it, and jsdom has not.
  for (const name of ['matches', 'closest', 'textContent', 'hasAttribute'])
    Object.defineProperty(form, name, { value: form.querySelector('input') });
  expect(detectArticle(page, ADDRESS)?.paragraphs).toEqual(['Een.', 'Drie.']);
  Object.defineProperty(form, 'parentElement', { value: form.querySelector('input') });
  expect(parentOf(form)?.localName).toBe('main');
});
