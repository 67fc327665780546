import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { articleParagraphsOf, articleTextOf, paragraphsOf } from '../../src/article/html-text.ts';

test.each([
  ['paragraphs and headings', '<p>Een.</p>\n<h2>Kop</h2><p>Twee.</p>', ['Een.', 'Kop', 'Twee.']],
  ['lines apart', 'een<br>twee<br/>drie<hr>vier', ['een', 'twee', 'drie', 'vier']],
  ['inline elements as part of their paragraph', '<p>een <b>tw</b>ee <a href="x>y">drie</a></p>', ['een twee drie']],
  ['entities decoded', '<p>caf&eacute; &amp; &#8216;bar&#x2019; &nbsp;x</p>', ['café & ‘bar’ x']],
  ['white space folded', '<p>  een\n\t twee </p><p> </p>', ['een twee']],
  [
    'scripts, styles, comments and sections of data left out',
    '<p>a<script>"<p>b</p>"</script><style>p{}</style><!-- c --><![CDATA[d]]></p>',
    ['a'],
  ],
  ['the text of a feed that was taken over with the section that it stood in', '<![CDATA[<p>een</p><p>twee</p>]]>', ['een', 'twee', ']]>']],
  ['nothing behind an open script', '<p>a</p><script>b <p>c</p>', ['a']],
  ['text behind an open drawing', '<p>a <svg><text>b</p><p>c</p>', ['a', 'c']],
  ['text behind a drawing that ends itself', '<p>a<svg/> b</p>', ['a b']],
  ['text behind drawings inside each other', '<p>a<svg><svg>x</svg>y</svg> b</p>', ['a b']],
  ['ends without beginnings', 'a</p>b</div>c</b>d', ['a', 'b', 'cd']],
  ['beginnings without ends', '<p>a<div>b<p>c', ['a', 'b', 'c']],
  ['a bare less-than sign', '<p>1 < 2 en 3 <4</p>', ['1 < 2 en 3 <4']],
  ['an open tag at the end left out', '<p>a</p><p class="', ['a']],
  ['plain text by its empty lines', 'een\nregel\n\ntwee\r\n \r\ndrie &amp; vier', ['een regel', 'twee', 'drie & vier']],
  ['plain text with inline elements by its empty lines', 'een <b>twee</b>\n\ndrie', ['een twee', 'drie']],
  [
    'cells apart and rows as paragraphs',
    '<table><tr><th>Land<th>Goud<tr><td>Kirgizië</td><td>Bisjkek</td></tr></table>',
    ['Land Goud', 'Kirgizië Bisjkek'],
  ],
  ['a heading of several lines as one', '<h2>een<br>twee</h2>drie<br>vier', ['een twee', 'drie', 'vier']],
  ['no words of buttons and films', '<p>een <button>deel</button><video>geen film</video>twee</p>', ['een twee']],
  [
    'captions, embedded posts and hidden words',
    '<figure><figcaption>a</figcaption></figure><blockquote class="twitter-tweet">b</blockquote><p hidden>c</p>',
    ['a', 'b', 'c'],
  ],
  ['nothing of an empty body', ' \n ', []],
])('gives %s', (_, html, expected) => {
  expect(paragraphsOf(html)).toEqual(expected);
});

test.each([
  ['a caption', '<p>a</p><figure><figcaption>x</figcaption></figure><p>b</p>', ['a', 'b']],
  ['an embedded post', '<p>a</p><blockquote class="x twitter-tweet"><p>x</p><blockquote>y</blockquote>z</blockquote><p>b</p>', ['a', 'b']],
  ['hidden words', '<p>a <span class=sr-only>x <i>y</i></span>b <i aria-hidden="true">z</i><i aria-hidden="false">c</i></p>', ['a b c']],
  ['a hidden paragraph without an end', '<p hidden>x<p>a', ['a']],
  ['hidden words without an end', '<p>a <span hidden>x</p><p>b</p>', ['a', 'b']],
  ['only a hidden picture', '<p>a <img hidden>b<br hidden>c</p>', ['a b', 'c']],
  ['only a hidden picture that ends itself', '<img aria-hidden="true" src="a"/><p>a</p><br hidden/><p>b</p>', ['a', 'b']],
  ['an element that is hidden though it seems to end itself', '<p hidden/>x</p><p>a</p>', ['a']],
  ['what stands beside it by its role', '<div role="navigation"><p>x</p></div><p role="note">a</p>', ['a']],
  ['nothing for the names of attributes that objects have', '<p __proto__="x" constructor="y">a</p>', ['a']],
])('leaves out of the text of an article %s', (_, html, expected) => {
  expect(articleParagraphsOf(html)).toEqual(expected);
});

test('tells the headings among the text of an article', () => {
  const html = '<h2>een<br>twee</h2><p>drie</p><h3></h3><h3>vier<p>vijf';
  expect(articleTextOf(html)).toEqual({ paragraphs: ['een twee', 'drie', 'vier', 'vijf'], headings: new Set([0, 2]) });
});

/** The same by a parser that knows what is inside what. */
function byParser(html: string): string[] {
  const blocks = new Set(['p', 'div', 'h2', 'ul', 'li', 'blockquote', 'br', 'hr', 'section', 'footer']);
  const silent = new Set(['script', 'style', 'template', 'svg']);
  const paragraphs: string[] = [];
  let text = '';
  let depth = 0;
  const flush = (name: string) => {
    if (!blocks.has(name)) return;
    const folded = text.replace(/\s+/g, ' ').trim();
    if (folded) paragraphs.push(folded);
    text = '';
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) depth++;
      flush(name);
    },
    onclosetag: (name) => {
      if (silent.has(name)) depth--;
      flush(name);
    },
    ontext: (data) => {
      if (depth === 0) text += data;
    },
  });
  parser.end(`${html}<br>`);
  return paragraphs;
}

const words = fc.string({ unit: fc.constantFrom('a', 'b ', ' ', '\n', '&amp;', '&eacute;', '&euro', '&#10;', '&', 'é', ';', '"', "'") });
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    fc.constantFrom(
      '<br>',
      '<hr>',
      '<img alt="a > b">',
      '<!-- <p> -->',
      '<script>a < b</script>',
      '<style>p</style>',
      '<svg><text>x</text></svg>',
    ),
    fc
      .tuple(
        fc.constantFrom('div', 'h2', 'ul', 'li', 'blockquote', 'b', 'a', 'em', 'section', 'footer', 'template'),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([name, inside]) => `<${name} class='x'>${inside.join('')}</${name}>`),
    words.map((text) => `<p>${text}</p>`),
  ),
}));

test('agrees with a parser on well-formed bodies', () => {
  fc.assert(
    fc.property(tree, (inside) => {
      const html = `<div>${inside}</div>`;
      expect(paragraphsOf(html)).toEqual(byParser(html));
    }),
  );
});

test('fails on nothing', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    'p',
    '!',
    '--',
    '[CDATA[',
    '"',
    '=',
    ' ',
    '&',
    'script',
    'svg',
    '</',
    '<p',
    '?',
    'x',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 40 }), (html) => {
      for (const paragraph of paragraphsOf(html)) expect(paragraph).toBe(paragraph.replace(/\s+/g, ' ').trim());
    }),
  );
});

test.each(['<div>', '<p>', '<svg>', '</b>', '<b>x</b>'])('reads 300,000 of %s inside each other', (tag) => {
  expect(paragraphsOf(`<p>${tag.repeat(300_000)}x`).length).toBeLessThanOrEqual(1);
  expect(paragraphsOf(`${'<div>'.repeat(100_000)}${tag.repeat(100_000)}`).length).toBeLessThanOrEqual(1);
});
