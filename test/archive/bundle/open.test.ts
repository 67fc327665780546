import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundlesOf } from '../../../src/archive/bundle/open.ts';
import { readPost } from '../../../src/archive/bundle/post.ts';
import { chosen, open, readAll, refusalOf } from './reading.ts';
import { tarOf } from './tar-fixture.ts';
import { bytes, fileOf, joined, post, zipOf } from './zip-fixture.ts';

const entries = [{ name: 'krant/_posts/a.md', data: post('a') }];

test('makes a bundle of each archive file and of each folder, and one of the loose posts', () => {
  const files = [
    chosen(fileOf('', 'a.md')),
    chosen(fileOf('', 'x.zip')),
    chosen(fileOf('', 'a.md'), 'krant/_posts/a.md'),
    chosen(fileOf('', 'B.HTML')),
    chosen(fileOf('', 'y.tar.gz')),
    chosen(fileOf('', 'a.md'), 'gazet/_posts/a.md'),
    chosen(fileOf('', 'x.zip'), 'krant/x.zip'),
  ];
  const [a, x, krantA, b, y, gazetA, krantX] = files;
  expect(bundlesOf(files)).toEqual([[x], [y], [krantA, krantX], [gazetA], [a, b]]);
});

test.each([
  ['a ZIP', zipOf(entries)],
  ['a ZIP behind a program', zipOf(entries, { before: bytes('MZ') })],
  ['a tar', tarOf(entries)],
  ['a tar.gz', gzipSync(tarOf(entries)) as Uint8Array<ArrayBuffer>],
])('knows %s by its content, whatever its name', async (_, content) => {
  expect(await readAll(await open(fileOf(content, 'download.bin')))).toEqual([['_posts/a.md', post('a')]]);
});

test('takes a file of another name that begins as a post does for a loose post', async () => {
  expect(await readAll(await open(fileOf(post('a'), 'artikel.txt')))).toEqual([['artikel.txt', post('a')]]);
});

test.each([
  ['text', 'hello'],
  ['nothing', ''],
  ['a picture', '\x89PNG\r\n\x1a\n'],
  ['7z', joined(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf), new Uint8Array(100))],
])('refuses a file that holds %s', async (_, content) => {
  expect(await refusalOf(fileOf(content, 'a.zip'))).toBe('not-a-bundle');
});

describe.each([
  ['leestmeer-2k.zip', 1608],
  ['leestmeer-67k.zip', 67_101],
])('the real archive %s', (name, count) => {
  const place = new URL(`../../../../shared/archive/${name}`, import.meta.url);
  test.runIf(existsSync(place))(
    'gives every post, each of which can be read',
    async () => {
      const bundle = await open(new File([await readFile(place)], name));
      expect(bundle).toMatchObject({ name: 'leestmeer', entries: count, posts: count });
      let titles = 0;
      for await (const read of bundle.read(0, () => true)) {
        if (read.kind !== 'post') throw new Error(`${read.entry.path}: ${read.kind}`);
        if (readPost('leestmeer', read.entry.path, read.bytes).title) titles++;
      }
      expect(titles).toBe(count);
    },
    120_000,
  );
});
