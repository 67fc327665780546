import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listed, open, readAll, refusalOf } from './reading.ts';
import { paxField, type TarEntry, tarOf } from './tar-fixture.ts';
import { bytes, fileOf, joined, post } from './zip-fixture.ts';

const gzipped = (content: Uint8Array) => gzipSync(content) as Uint8Array<ArrayBuffer>;
const THREE: TarEntry[] = ['a', 'b', 'c'].map((name) => ({ name: `krant-main/_posts/${name}.md`, data: post(name) }));
const ALL_THREE = ['a', 'b', 'c'].map((name) => [`_posts/${name}.md`, post(name)]);
const name = 'krant-main/_posts/x.md';

const FORMS: [string, (content: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>][] = [
  ['a tar', (content) => content],
  ['a tar.gz', gzipped],
];

describe.each(FORMS)('%s', (_, pack) => {
  const openTar = (entries: readonly TarEntry[]) => open(fileOf(pack(tarOf(entries)), 'download'));

  test('counts all files, and reads as posts those under a _posts folder', async () => {
    const bundle = await openTar([
      { name: 'pax_global_header', type: 'g', data: paxField('comment', 'abc') },
      { name: 'krant-main/', type: '5' },
      ...THREE,
      { name: 'krant-main/img/x.png', data: new Uint8Array(3000) },
    ]);
    expect(bundle).toMatchObject({ name: 'krant', entries: 4, posts: 3, identity: expect.stringMatching(/^download \d+ 1$/) });
    expect(await readAll(bundle)).toEqual(ALL_THREE);
  });

  test('lists the posts without a CRC, as often as asked', async () => {
    const bundle = await openTar(THREE);
    for (let i = 0; i < 2; i++) expect(await listed(bundle)).toEqual(ALL_THREE.map(([path]) => ({ path, crc: null })));
  });

  test('reads from a given post on, and passes over what is not wanted', async () => {
    const bundle = await openTar([...THREE, THREE[0] as TarEntry]);
    expect(await readAll(bundle, 1, ({ path }) => path !== '_posts/b.md')).toEqual([
      ['_posts/b.md', '!unwanted'],
      ALL_THREE[2],
      ['_posts/a.md', '!twice'],
    ]);
  });

  test('can be left in the midst of reading', async () => {
    const bundle = await openTar(THREE);
    for await (const read of bundle.read(0, () => true)) {
      expect(read.entry.path).toBe('_posts/a.md');
      break;
    }
    expect(await readAll(bundle)).toEqual(ALL_THREE);
  });

  test('reads long names of pax and of GNU', async () => {
    const long = `krant-main/_posts/${'lang_'.repeat(40)}één.md`;
    const bundle = await openTar([
      { name: 'PaxHeader/x', type: 'x', data: paxField('path', long) },
      { name, data: post('pax') },
      { name: '././@LongLink', type: 'L', data: `${long}2\0` },
      { name, data: post('gnu') },
    ]);
    expect(await readAll(bundle)).toEqual([
      [long.slice('krant-main/'.length), post('pax')],
      [`${long.slice('krant-main/'.length)}2`, post('gnu')],
    ]);
  });

  test('takes away the ./ that tar puts before a path', async () => {
    const bundle = await openTar(THREE.map((entry) => ({ ...entry, name: `./${entry.name}` })));
    expect([bundle.name, await readAll(bundle)]).toEqual(['krant', ALL_THREE]);
  });

  test.each<[string, TarEntry, string]>([
    ['no bytes', { name }, 'empty'],
    ['5 MB', { name, data: new Uint8Array(5 * 1024 * 1024) }, 'too-large'],
    ['a way out of the bundle', { name: 'krant-main/_posts/../x.md', data: 'x' }, 'bad-name'],
    ['an absolute name', { name: '/krant-main/_posts/x.md', data: 'x' }, 'bad-name'],
    ['a hard link', { name, type: '1' }, 'link'],
    ['a symbolic link', { name, type: '2' }, 'link'],
  ])('names an entry with %s, and reads the others', async (_, entry, reason) => {
    const [first, second, third] = THREE as [TarEntry, TarEntry, TarEntry];
    const read = await readAll(await openTar([first, entry, second, third]));
    expect([read[1]?.[1], [read[0], ...read.slice(2)]]).toEqual([`!${reason}`, ALL_THREE]);
  });

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['cut off in a body', tarOf(THREE).slice(0, 512 + 10), 'damaged-bundle'],
    ['cut off between two entries', tarOf(THREE).slice(0, 1024), 'damaged-bundle'],
    ['with a broken header', tarOf([...THREE, { name, data: 'x', says: { checksum: 1 } }]), 'damaged-bundle'],
    ['with a size beyond its end', tarOf([...THREE, { name, data: 'x', says: { size: 10 ** 9 } }]), 'damaged-bundle'],
    ['without posts', tarOf([{ name: 'krant/a.md', data: 'x' }]), 'no-posts'],
  ])('is refused when it is one %s', async (_, content, reason) => {
    expect(await refusalOf(fileOf(pack(content)))).toBe(reason);
  });
});

test.each([
  ['a zero byte', new Uint8Array(1)],
  ['three zero bytes', new Uint8Array(3)],
  ['zero bytes', new Uint8Array(512)],
  ['a few bytes of something else', bytes('ab')],
  ['something else', bytes('rommel')],
  ['much of something else', Uint8Array.from({ length: 100_000 }, (_, i) => (i * i * 31) >> 3)],
])('reads a tar.gz behind which %s stand, and tells so', async (_, behind) => {
  const noise = Uint8Array.from({ length: 40_000 }, (_, i) => (i * i * 31) >> 3);
  for (const entries of [THREE, [...THREE, { name: 'krant-main/x.bin', data: noise }]]) {
    const gz = gzipped(tarOf(entries));
    const bundle = await open(fileOf(joined(gz, behind)));
    expect([bundle.hasMoreBehind, await readAll(bundle)]).toEqual([true, ALL_THREE]);
    expect((await open(fileOf(gz))).hasMoreBehind).toBe(false);
    expect(
      await readAll(await open(fileOf(joined(gzipped(tarOf(entries).slice(0, 700)), gzipped(tarOf(entries).slice(700)), behind)))),
    ).toEqual(ALL_THREE);
  }
});

test('refuses a tar.gz that is damaged and behind which something stands', async () => {
  const stored = gzipSync(tarOf(THREE), { level: 0 }) as Uint8Array<ArrayBuffer>;
  stored[stored.indexOf(bytes('Tekst')[0] as number, 700)] = 0x21;
  expect(await refusalOf(fileOf(joined(stored, bytes('rommel'))))).toBe('damaged-bundle');
});

test('reads a gzip of several members', async () => {
  const tar = tarOf(THREE);
  const members = [0, 700, 1000, 2048].map((from, i, all) => gzipped(tar.slice(from, all[i + 1])));
  expect(await readAll(await open(fileOf(joined(...members))))).toEqual(ALL_THREE);
});

test.each([1, 8, 20, 200])('refuses a gzip of which the last %d bytes are missing', async (missing) => {
  const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31) >> 3);
  const gz = gzipped(tarOf([...THREE, { name, data: noise }]));
  expect(await refusalOf(fileOf(gz.slice(0, -missing)))).toBe('damaged-bundle');
});

test('refuses a gzip of which a byte was changed that still unpacks', async () => {
  const stored = gzipSync(tarOf(THREE), { level: 0 }) as Uint8Array<ArrayBuffer>;
  const at = stored.indexOf(bytes('Tekst')[0] as number, 700);
  stored[at] = 0x21;
  expect(await refusalOf(fileOf(stored))).toBe('damaged-bundle');
});

test('refuses a gzip of something else than a tar', async () => {
  expect(await refusalOf(fileOf(gzipped(bytes('x'.repeat(2000)))))).toBe('not-a-bundle');
  expect(await refusalOf(fileOf(gzipped(bytes('kort'))))).toBe('not-a-bundle');
});

test('gives up a gzip that unpacks to far more than any archive of texts', async () => {
  const bomb = gzipped(tarOf([...THREE, { name: 'krant-main/x.bin', data: new Uint8Array(130 * 1024 * 1024) }]));
  const started = performance.now();
  expect(await refusalOf(fileOf(bomb))).toBe('damaged-bundle');
  expect(performance.now() - started).toBeLessThan(10_000);
}, 30_000);

test('unpacks a bomb piece by piece and passes it over', async () => {
  const bundle = await open(fileOf(gzipped(tarOf([{ name, data: new Uint8Array(20 * 1024 * 1024) }, ...THREE]))));
  expect((await readAll(bundle))[0]).toEqual(['_posts/x.md', '!too-large']);
}, 30_000);
