import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isPostPath, nameProblem } from '../../../src/archive/bundle/names.ts';
import { listed, open, readAll } from './reading.ts';
import { bytes, fileOf, post, type Written, type ZipOptions, zipOf } from './zip-fixture.ts';

const openZip = (entries: readonly Written[], options?: ZipOptions) => open(fileOf(zipOf(entries, options)));
const THREE: Written[] = ['a', 'b', 'c'].map((name) => ({ name: `krant-master/_posts/${name}.md`, data: post(name) }));
const ALL_THREE = ['a', 'b', 'c'].map((name) => [`_posts/${name}.md`, post(name)]);

test('counts all files, and as posts those under a _posts folder', async () => {
  const bundle = await openZip([
    { name: 'krant-master/' },
    { name: 'krant-master/_posts/' },
    { name: 'krant-master/_posts/a.md', data: post('a') },
    { name: 'krant-master/archief/_posts/2011/b.md', data: post('b') },
    { name: 'krant-master/_posts/.DS_Store', data: 'x' },
    { name: 'krant-master/img/x.png', data: 'x' },
    { name: 'krant-master/my_posts/c.md', data: post('c') },
    { name: '__MACOSX/krant-master/_posts/._a.md', data: 'x' },
  ]);
  expect(bundle).toMatchObject({ name: 'krant', entries: 6, posts: 2, identity: expect.stringMatching(/^krant-master\.zip \d+ 1$/) });
  expect((await readAll(bundle)).map(([path]) => path)).toEqual(['_posts/a.md', 'archief/_posts/2011/b.md']);
});

test('takes the name of the file when there is no root folder', async () => {
  const bundle = await openZip([{ name: '_posts/a.md', data: post('a') }]);
  expect([bundle.name, await readAll(bundle)]).toEqual(['krant', [['_posts/a.md', post('a')]]]);
});

test('gives the deflate stream as it stands in the file, and none of a stored post', async () => {
  const bundle = await openZip([
    { name: '_posts/a.md', data: post('a') },
    { name: '_posts/b.md', data: post('b'), method: 0 },
  ]);
  const streams: (Uint8Array | null)[] = [];
  for await (const read of bundle.read(0, () => true)) if (read.kind === 'post') streams.push(read.deflated?.slice() ?? null);
  expect(streams.map((stream) => stream && inflateSync(stream))).toEqual([bytes(post('a')), null]);
});

test('lists paths and CRCs in the order of reading', async () => {
  const bundle = await openZip(THREE);
  expect((await listed(bundle)).map(({ path }) => path)).toEqual(['_posts/a.md', '_posts/b.md', '_posts/c.md']);
  expect((await listed(bundle)).every(({ crc }) => crc !== null && crc > 0)).toBe(true);
});

test('reads from a given post on, and knows what stood before', async () => {
  const bundle = await openZip([...THREE, { name: 'krant-master/_posts/a.md', data: post('a') }]);
  expect(await readAll(bundle, 2)).toEqual([ALL_THREE[2], ['_posts/a.md', '!twice']]);
});

test('does not unpack what is not wanted', async () => {
  const broken = { name: 'krant-master/_posts/d.md', data: post('d'), says: { crc: 7 } };
  const bundle = await openZip([...THREE, broken]);
  expect(await readAll(bundle, 0, ({ crc }) => crc !== 7)).toEqual([...ALL_THREE, ['_posts/d.md', '!unwanted']]);
});

test.each<[string, Written[], ZipOptions]>([
  ['with an end record of zip64', THREE, { zip64: true }],
  ['with sizes and places in zip64 extra fields', THREE.map((entry) => ({ ...entry, zip64: true })), { zip64: true }],
  ['with data before it', THREE, { before: bytes('#!/bin/sh\nexit\n') }],
  ['with data before it, zip64', THREE, { before: bytes('MZ...'), zip64: true }],
  ['with data before it, offsets repaired', THREE, { before: bytes('MZ...'), repaired: true }],
  ['with a comment', THREE, { comment: bytes('0123456789abcdef') }],
  ['with a comment that looks like an end record', THREE, { comment: zipOf([]) }],
  ['whose directory stands in another order', THREE, { order: [2, 0, 1] }],
])('reads a ZIP %s', async (_, entries, options) => {
  expect(await readAll(await openZip(entries, options))).toEqual(ALL_THREE);
});

test('reads more entries than 16 bits count, without zip64', async () => {
  const entries = Array.from({ length: 65_540 }, (_, i) => ({ name: `_posts/${i}.md`, method: 0 }));
  const bundle = await openZip(entries);
  expect([bundle.entries, bundle.posts, (await listed(bundle)).length]).toEqual([65_540, 65_540, 65_540]);
}, 30_000);

test('reads bodies that lie farther apart than the window is wide', async () => {
  const noise = Uint8Array.from({ length: 1_200_000 }, (_, i) => (i * i * 31) & 0xff);
  const entries = THREE.flatMap((entry, i) => [{ name: `krant-master/img/${i}.bin`, data: noise, method: 0 }, entry]);
  expect(await readAll(await openZip(entries))).toEqual(ALL_THREE);
});

test('gives back whatever was zipped, in any order of its directory', async () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !text.includes('/') && isPostPath(`_posts/${text}`) && nameProblem(text) === null);
  const file = fc.record({
    name,
    data: fc.uint8Array({ minLength: 1, maxLength: 3000 }),
    method: fc.constantFrom(0, 8),
    zip64: fc.boolean(),
  });
  const files = fc.uniqueArray(file, { selector: (one) => one.name, minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), fc.uint8Array({ maxLength: 40 }), fc.nat(), async (some, zip64, before, seed) => {
      const order = some.map((_, i) => i).sort((a, b) => ((a + seed) % some.length) - ((b + seed) % some.length));
      const zip = zipOf(
        some.map((one) => ({ ...one, name: `map/_posts/${one.name}` })),
        { zip64, before, order },
      );
      const found: [string, Uint8Array][] = [];
      for await (const read of (await open(fileOf(zip))).read(0, () => true)) {
        if (read.kind === 'post') found.push([read.entry.path, read.bytes.slice()]);
      }
      expect(found).toEqual(some.map((one) => [`_posts/${one.name}`, one.data]));
    }),
    { numRuns: 60 },
  );
});

describe('a million entries', () => {
  test('are never held all at once', async () => {
    const zip = zipOf(Array.from({ length: 20_000 }, (_, i) => ({ name: `_posts/${i}.md`, data: post(String(i)), method: 0 })));
    const sizes: number[] = [];
    class Watched extends File {
      override slice(start = 0, end = this.size): Blob {
        sizes.push(Math.min(end, this.size) - start);
        return super.slice(start, end);
      }
    }
    const bundle = await open(new Watched([zip], 'a.zip'));
    for await (const read of bundle.read(0, () => true)) if (read.kind !== 'post') throw new Error(read.entry.path);
    expect(zip.length).toBeGreaterThan(3_000_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024);
    expect(sizes.length).toBeLessThan(20);
  }, 30_000);
});
