import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPost } from '../../../src/archive/bundle/post.ts';
import { type ArticleToWrite, postFile, rfc2822 } from '../../../src/archive/bundle/post-file.ts';

const ARCHIVES = new URL('../../../../shared/archive/', import.meta.url);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const article = (change: Partial<ArticleToWrite> = {}): ArticleToWrite => ({
  title: 'Dijk bij Oosterveen krijgt nieuwe bekleding',
  date: Date.parse('2019-10-27T20:12:49Z'),
  categories: ['nieuws'],
  link: 'https://nos.nl/l/123',
  picture: 'https://nos.nl/data/image/a.jpg',
  publisher: 'NOS',
  text: [
    { kind: 'paragraph', text: 'De dijk krijgt klei & gras.' },
    { kind: 'heading', text: 'Waarom nu' },
    { kind: 'paragraph', text: 'Het water stijgt.' },
  ],
  ...change,
});

test('writes an article as the archiver does', () => {
  const { path, bytes } = postFile(article());
  expect(path).toBe('_posts/2019-10-27-dijk_bij_oosterveen_krijgt_nieuwe_bekleding.md');
  expect(text(bytes)).toBe(`---
layout: post
title: "Dijk bij Oosterveen krijgt nieuwe bekleding"
date: Sun, 27 Oct 2019 21:12:49 +0100
category: nieuws
externe_link: "https://nos.nl/l/123"
feature_image: "https://nos.nl/data/image/a.jpg"
aantal: 11
unieke: 11
bron: "NOS"
---

<p>De dijk krijgt klei &amp; gras.</p>
<h2>Waarom nu</h2>
<p>Het water stijgt.</p>
`);
});

describe('reading a written post', () => {
  test.each([
    ['quotes', `Hij zei: "ja" en 'nee'`],
    ['a backslash', 'C:\\nieuws'],
    ['a line break', 'Een\nkop'],
    ['markup', '<script>alert(1)</script> & meer'],
    ['YAML', '- a: {b} # c'],
    ['emoji', 'Storm 🌪️ op komst'],
  ])('gives back a title with %s', (_, title) => {
    const { path, bytes } = postFile(article({ title }));
    expect(readPost('Eigen archief', path, bytes).title).toBe(title.replace('\n', ' '));
  });

  test('gives back all else', () => {
    const { path, bytes } = postFile(article({ categories: ['binnenland', 'economie'] }));
    const post = readPost('Eigen archief', path, bytes);
    expect(post).toMatchObject({
      article: 'nos:123',
      date: article().date,
      categories: ['binnenland', 'economie'],
      publisher: 'NOS',
      remarks: [],
    });
    expect(post.paragraphs).toEqual(['De dijk krijgt klei & gras.', 'Waarom nu', 'Het water stijgt.']);
    expect(post.numbers).toEqual(post.words);
  });
});

test.each([
  ['summer', '2019-07-01T10:00:00Z', 'Mon, 01 Jul 2019 12:00:00 +0200'],
  ['winter', '2020-01-01T23:30:00Z', 'Thu, 02 Jan 2020 00:30:00 +0100'],
])('writes a date in Dutch %s time', (_, date, written) => {
  expect(rfc2822(Date.parse(date))).toBe(written);
});

test('names a very long title by its beginning', () => {
  expect(postFile(article({ title: 'a'.repeat(400) })).path.length).toBeLessThan(200);
});

describe.skipIf(!existsSync(new URL('2019-10-27-baghdadi.md', ARCHIVES)))('a real archiver’s post', () => {
  test('has the same front matter when it is written again', () => {
    const bytes = readFileSync(new URL('2019-10-27-baghdadi.md', ARCHIVES));
    const post = readPost('b', '_posts/a.md', bytes);
    const head = (file: string) => file.slice(0, file.indexOf('\n---\n'));
    const again = postFile({
      ...post,
      link: post.link ?? '',
      date: post.date ?? 0,
      text: post.paragraphs.map((one) => ({ kind: 'paragraph', text: one })),
    });
    const counted = /^(?:aantal|unieke): .*\n/gm;
    expect(head(text(again.bytes)).replace(counted, '')).toBe(head(text(bytes)).replace(counted, ''));
  });

  test('has the file name that its title and day give', () => {
    const files = Object.entries(unzipSync(readFileSync(new URL('leestmeer-2k.zip', ARCHIVES)))).filter(
      ([path]) => path.endsWith('.md') && path.includes('/_posts/'),
    );
    const other = files.filter(([path, bytes]) => {
      const post = readPost('b', path, bytes);
      return post.date !== null && postFile(article({ title: post.title, date: post.date })).path !== path.replace(/^[^/]*\//, '');
    });
    // Days that the archiver took from the hour of saving, and entities that it left in names.
    expect(other.length / files.length).toBeLessThan(0.05);
    expect(files.length).toBeGreaterThan(1600);
  });
});
