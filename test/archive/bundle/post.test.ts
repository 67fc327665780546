import { expect, test } from 'vitest';
import { bodyOf } from '../../../src/archive/bundle/body.ts';
import { readPost } from '../../../src/archive/bundle/post.ts';
import { bytes } from './zip-fixture.ts';

const HEAD = '---\ntitle: "Caf&eacute;"\ndate: Sun, 27 Oct 2019 21:12:49 +0100\nexterne_link: "https://nos.nl/l/2307958"\n---\n';
const read = (content: Uint8Array, path = '_posts/2019-10-27-een_titel.md') => readPost('krant', path, content);
const reasonOf = (content: Uint8Array) => {
  try {
    read(content);
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
  return null;
};

test('reads a post, and its body alone', () => {
  const post = bytes(`${HEAD}<p>Één</p>`);
  expect(read(post)).toMatchObject({ article: 'nos:2307958', title: 'Café', date: Date.UTC(2019, 9, 27, 20, 12, 49), remarks: [] });
  expect(bodyOf(post)).toBe('<p>Één</p>');
});

// No curly quotes: Node 20 takes Windows-1252 for Latin-1, which lacks them; browsers do not.
const windows = Uint8Array.from(`${HEAD}<p>caf\xe9</p>`, (one) => one.charCodeAt(0));
const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${HEAD}<p>ja</p>`, (one) => one.charCodeAt(0)).buffer);

test.each([
  ['Windows-1252', windows, '<p>café</p>'],
  ['UTF-16', utf16, '<p>ja</p>'],
])('reads %s and remarks on it', (_, content, body) => {
  expect(read(content)).toMatchObject({ body, remarks: ['encoding'] });
  expect(bodyOf(content)).toBe(body);
});

test('reads UTF-8 with a byte order mark without a remark', () => {
  expect(read(bytes(`\ufeff${HEAD}x`))).toMatchObject({ body: 'x', remarks: [] });
});

test('goes on reading UTF-8 after a post in another encoding', () => {
  read(windows);
  expect(read(bytes(`${HEAD}é`)).body).toBe('é');
});

test('cuts a title that is longer than any list could show', () => {
  expect(read(bytes(`---\ntitle: "${'a'.repeat(3_000_000)}"\n---\nTekst`)).title).toHaveLength(2000);
});

test('takes title and date from the file name where the post has none, and remarks on it', () => {
  expect(read(bytes('---\nlayout: post\n---\nx'))).toMatchObject({
    article: 'post:krant/_posts/2019-10-27-een_titel.md',
    title: 'een titel',
    date: Date.UTC(2019, 9, 27),
    remarks: ['no-link', 'no-title', 'date-from-name'],
  });
});

test('tells the day of a file name from its words, whatever stands between', () => {
  const post = read(bytes('---\nlayout: post\n---\nx'), '_posts/2019-10-27 Een titel.md');
  expect([post.title, post.date]).toEqual(['Een titel', Date.UTC(2019, 9, 27)]);
});

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['#!/bin/sh\n', 'no-front-matter'],
  ['---\na: 1\n', 'front-matter-open'],
  ['---\na: "1\n---\n', 'front-matter-broken'],
  ['---\na: 1\n---\n\0', 'not-text'],
])('refuses %j', (text, reason) => {
  expect(reasonOf(bytes(text))).toBe(reason);
});

test('never takes a prototype from a field', () => {
  const post = read(bytes('---\n__proto__: {title: "x"}\nconstructor: y\n---\nx'), '_posts/a.md');
  expect([post.title, ({} as { title?: string }).title]).toEqual(['a', undefined]);
});

test.each(['https://', 'javascript:alert(1)', 'nos.nl/l/1', 'https:nos.nl'])('takes %s for no link', (link) => {
  expect(read(bytes(`---\nexterne_link: "${link}"\nfeature_image: "${link}"\n---\nx`))).toMatchObject({ link: null, picture: null });
});

const HTML = '<p>Dit is <a href="https://x.nl/a" title="een lange titel" class="x y z">een link</a> in een tekst van negen woorden.</p>';
test.each<[string, string | null, string]>([
  ['aantal: 19\nunieke: 17', 'words', 'its words with their tags'],
  ['aantal: 11\nunieke: 10', 'words', 'its words as they are seen'],
  ['woorden: 300\nunieke: 200', 'words', 'named words'],
  ['aantal: 30\nunieke: 28', 'unsure', 'perhaps the words of a text that was longer'],
  ['aantal: 30\nunieke: 50', 'unsure', 'no pair of numbers'],
  ['aantal: 300\nunieke: 200', 'views', 'neither'],
  ['aantal: 10', null, 'no pair'],
])('takes %j for %s: %s', (fields, are, _why) => {
  expect(read(bytes(`---\n${fields}\n---\n${HTML}`)).numbersAre).toBe(are);
});

test('reads categories as Jekyll does: a list, words with spaces between, or one word', () => {
  const of = (field: string) => read(bytes(`---\n${field}\n---\nx`)).categories;
  expect(of('categories:\n- Kunst &amp; cultuur \n- sport')).toEqual(['Kunst & cultuur', 'sport']);
  expect(of('categories: binnenland politiek')).toEqual(['binnenland', 'politiek']);
  expect(of('category: Tech en media')).toEqual(['Tech en media']);
});

test('reads a summary that is written as HTML', () => {
  expect(read(bytes('---\ndescription: "<p>Een <b>vette</b> dijk.</p>"\n---\nx')).description).toBe('Een vette dijk.');
  expect(read(bytes(`---\ndescription: ${'woord '.repeat(9000)}\n---\nx`)).description).toHaveLength(2000);
  expect(read(bytes('---\ndescription: 3 < 4 &amp; 5\n---\nx')).description).toBe('3 < 4 & 5');
});

test('finds the article of a link that is written as in HTML', () => {
  const link = (address: string) => read(bytes(`---\nexterne_link: "${address}"\n---\nx`)).article;
  expect(link('https://krant.example/x?id=1&amp;p=2')).toBe(link('https://krant.example/x?id=1&p=2'));
});

test('takes a post that links to the first page of a site for an article of its own', () => {
  const post = read(bytes('---\nexterne_link: "https://nos.nl/"\n---\nx'));
  expect(post).toMatchObject({ article: 'post:krant/_posts/2019-10-27-een_titel.md', link: 'https://nos.nl/', publisher: 'NOS' });
});

test('knows a post without `externe_link` by the address that Jekyll calls canonical', () => {
  const linked = (fields: string) => read(bytes(`---\n${fields}\n---\nx`)).article;
  expect(linked('canonical_url: https://nos.nl/l/2')).toBe('nos:2');
  expect(linked('externe_link: ""\ncanonical_url: https://nos.nl/l/2')).toBe('nos:2');
  expect(linked('externe_link: https://nos.nl/l/1\ncanonical_url: https://nos.nl/l/2')).toBe('nos:1');
});

test('names the publisher of the page that a link leads to by way of another site', () => {
  const post = read(bytes('---\nexterne_link: https://web.archive.org/web/2021/https://nos.nl/l/1\n---\nx'));
  expect(post).toMatchObject({ article: 'nos:1', publisher: 'NOS' });
});

test('reads front matter that ends as a YAML document does', () => {
  expect(read(bytes('---\ntitle: Dijk\n...\n<p>Tekst</p>'))).toMatchObject({ title: 'Dijk', body: '<p>Tekst</p>' });
});
