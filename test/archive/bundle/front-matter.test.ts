import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/archive/bundle/front-matter.ts';

const reasonOf = (post: string) => {
  try {
    readFrontMatter(post);
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
  return null;
};

test('reads the fields it knows and gives the rest as body', () => {
  const { fields, body } = readFrontMatter('---\r\ntitle: "A: b"\r\ndate: 2019-10-27\r\naantal: 635\r\n---\r\n<p>x</p>');
  expect(fields).toMatchObject({ title: 'A: b', date: '2019-10-27', aantal: 635 });
  expect(body).toBe('<p>x</p>');
});

test.each(['---js\n{x:1}\n---\n', '---constructor\na: 1\n---\n', '---json\n{"title":"a"}\n---\n', '#!/bin/sh\n'])(
  'never picks an engine by name: %j',
  (post) => {
    expect(reasonOf(post)).toBe('no-front-matter');
  },
);

test('names a head that is not closed, and one that is no YAML', () => {
  expect(reasonOf('---\ntitle: a\n')).toBe('front-matter-open');
  expect(reasonOf('---\ntitle: "a\n---\nbody')).toBe('front-matter-broken');
  expect(reasonOf('---\n- a\n- b\n---\nbody')).toBe('front-matter-broken');
});

test.each([
  'Rutte: geen extra geld voor wegen',
  '@premier reageert',
  '%korting op alles',
  '- live - Storm: code rood',
  "Wat: 's nachts",
  '112: brand',
  "'s Avonds in de stad",
  "'Kabinet gevallen' zegt bron",
  '"Nee", zegt de premier',
])('reads a title that should have stood in quotes: %s', (title) => {
  const { fields, body } = readFrontMatter(`---\r\nlayout: post\r\ntitle:  ${title} \r\ncategories:\r\n- a\r\naantal: 635\r\n---\r\nx`);
  expect(fields).toMatchObject({ title, categories: ['a'], aantal: 635 });
  expect(body).toBe('x');
});

test.each([
  [`"Hij zei "nee""`, 'Hij zei "nee"'],
  [`'Zo'n dag'`, "Zo'n dag"],
])('reads a title whose quotes end too soon: %s', (written, title) => {
  expect(readFrontMatter(`---\ntitle: ${written}\nbron: NOS\n---\n`).fields).toMatchObject({ title, bron: 'NOS' });
});

test('reads a post that Jekyll’s importer of WordPress wrote, whose excerpt is an object of Ruby', () => {
  const head = '---\ntitle: a\nexcerpt: !ruby/object:Hpricot::Doc\n  options: {}\nbron: NOS\n---\n';
  expect(readFrontMatter(head).fields).toMatchObject({ title: 'a', excerpt: undefined, bron: 'NOS' });
});

test('lets a field of a wrong type cost the field, not the post', () => {
  expect(readFrontMatter('---\ntitle: a\naantal: veel\nbron: [x]\n---\n').fields).toMatchObject({ title: 'a', aantal: undefined });
});

test.each(['007', '20:30', 'on', 'True', '0x1F', '1_000', '1e3', '12.50'])(
  'takes %s as the title that it is, not as a number or a yes',
  (title) => {
    expect(readFrontMatter(`---\ntitle: ${title}\n---\n`).fields.title).toBe(title);
  },
);

test.each(['', '~', 'null'])('takes a title %j for none', (title) => {
  expect(readFrontMatter(`---\ntitle: ${title}\n---\n`).fields.title).toBeUndefined();
});

test.each([
  ['635', 635],
  ['"635"', 635],
  ['0635', 635],
  ['635.0', 635],
  ['12_345', 12345],
  ['-3', undefined],
  ['6.35', undefined],
  ['1e3', undefined],
  ['99999999999999999999', undefined],
])('counts %s as %s', (written, count) => {
  expect(readFrontMatter(`---\ntitle: a\naantal: ${written}\n---\n`).fields.aantal).toBe(count);
});

test.each(['!!int 635', '!!str 635', '!!float 635.0'])('reads a value that names its type: %s', (written) => {
  expect(readFrontMatter(`---\ntitle: a\naantal: ${written}\n---\n`).fields.aantal).toBe(635);
});

test('takes the last of two fields of one name, as Jekyll does', () => {
  expect(readFrontMatter('---\ntitle: a\nbron: NOS\ntitle: b\n---\n').fields).toMatchObject({ title: 'b', bron: 'NOS' });
});

test('is done at once with a head that is none, however long its lines', () => {
  const started = performance.now();
  expect(reasonOf(`---\ntitle: "a\nbron:${' '.repeat(500_000)}\n${'a'.repeat(500_000)}\n---\n`)).toBe('front-matter-broken');
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each(['\n', '\r\n', ' \n', '# niets\n'])('reads a head of 100,000 lines %j to its end', (line) => {
  expect(readFrontMatter(`---\ntitle: a\n${line.repeat(100_000)}bron: NOS\n---\n`).fields).toMatchObject({ title: 'a', bron: 'NOS' });
});
