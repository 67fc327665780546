import { gzipSync, zipSync } from 'fflate';
import { paxField, type TarEntry, tarOf } from '../bundle/tar-fixture.ts';
import { bytes, joined, post, type Written, zipOf } from '../bundle/zip-fixture.ts';
import type { Hostile } from './hostile.ts';

const MB = 1024 * 1024;
const GOOD = { name: 'krant-master/_posts/goed.md', data: post('Goed bericht') };
const name = 'krant-master/_posts/kwaad.md';
const data = post('Kwaad', '<p>Tekst die zich laat inpakken. </p>'.repeat(20));

/** One that stands beside a good post; `reason` is the report's, or null where it comes in too. */
type Lie<Entry> = [what: string, entry: Entry | Entry[], reason: string | null];

/** Names that lead out of the bundle, or that no file can have. */
const BAD_NAMES: [string, string][] = [
  ['krant-master/_posts/../../../etc/passwd.md', 'bad-name'],
  ['../_posts/a.md', 'bad-name'],
  ['krant-master/_posts/../x', 'bad-name'],
  ['/etc/_posts/a.md', 'bad-name'],
  ['//server/share/_posts/a.md', 'bad-name'],
  ['C:/_posts/a.md', 'bad-name'],
  ['c:_posts/_posts/a.md', 'bad-name'],
  ['krant-master/_posts/a\0.md', 'bad-name'],
  ['krant-master/_posts/a\n.md', 'bad-name'],
  ['krant-master/_posts/a\x7f.md', 'bad-name'],
  [`krant-master/_posts/${'x'.repeat(1100)}.md`, 'long-name'],
  [`krant-master/_posts/${'y/'.repeat(600)}a.md`, 'long-name'],
];
/** Strange names that a file can have: nothing is written to a disk by them. */
const ODD_NAMES = [
  ...['CON', 'PRN', 'AUX', 'NUL', 'COM1', 'LPT9', 'con.txt', 'CLOCK$'].map((device) => `${device}.md`),
  'a\u202egpj.md',
  '<script>alert(1)<\u2215script>.md',
  '%2e%2e%2fetc.md',
  ' .md',
  '__proto__',
  'constructor.md',
  '💥.md',
  'a:b.md',
];

const ZIP_LIES: Lie<Written>[] = [
  ...[1, 2, 100, -1, -2, -100].map(
    (off): Lie<Written> => [`a size ${off} off`, { name, data, says: { size: data.length + off } }, 'wrong-size'],
  ),
  ['a size of 0', { name, data, says: { size: 0 } }, 'empty'],
  ['a size of 4 GB', { name, data, says: { size: 0xfffffffe } }, 'too-large'],
  ['a stored size of 4 GB', { name, data, method: 0, says: { size: 0xfffffffe, packed: 0xfffffffe } }, 'too-large'],
  ['a stored size that is less', { name, data, method: 0, says: { size: 9 } }, 'wrong-size'],
  ['a packed size of 0', { name, data, says: { packed: 0 } }, 'wrong-size'],
  ['a packed size of 5', { name, data, says: { packed: 5 } }, 'damaged'],
  ['a packed size that reaches into the directory', { name, data, says: { packed: 160 } }, 'overlap'],
  ['a packed size beyond the end', { name, data, method: 0, says: { packed: 3 * MB, size: 3 * MB } }, 'beyond-end'],
  ['a wrong CRC', { name, data, says: { crc: 1 } }, 'wrong-crc'],
  ['a CRC of 0', { name, data, says: { crc: 0 } }, 'wrong-crc'],
  ['the place of the good post', { name, data, says: { offset: 0 } }, 'overlap'],
  ['a place within the good post', { name, data, says: { offset: 7 } }, 'damaged'],
  ['a place in the void', { name, data, says: { offset: 0xfffffff0 } }, 'beyond-end'],
  ...[0x1, 0x40, 0x2000].map((flags): Lie<Written> => [`encryption by flag ${flags}`, { name, data, flags }, 'encrypted']),
  ...[1, 6, 9, 12, 14, 20, 93, 95, 98, 99, 0xffff].map(
    (method): Lie<Written> => [`method ${method}`, { name, data, method }, 'compression'],
  ),
  ['a bomb of 20 MB', { name, data: new Uint8Array(20 * MB) }, 'too-large'],
  ['a bomb that says to be small', { name, data: new Uint8Array(20 * MB), says: { size: 100 } }, 'wrong-size'],
  ['a bomb that says to be of a packed size', { name, data: new Uint8Array(20 * MB), says: { size: 4 * MB } }, 'wrong-size'],
  ['a bomb in a ZIP', { name, data: zipSync({ 'a.md': new Uint8Array(20 * MB) }) }, 'not-text'],
  ['a bomb in a ZIP in a ZIP', { name, data: zipSync({ 'a.zip': zipSync({ 'a.md': new Uint8Array(20 * MB) }) }) }, 'not-text'],
  ['nothing in it', { name }, 'empty'],
  ['a symbolic link', { name, data: '/etc/passwd', mode: 0o120777 }, 'link'],
  [
    'its own name twice',
    [
      { name, data },
      { name, data: post('Tweede') },
    ],
    'twice',
  ],
  [
    'a name twice, once with ./',
    [
      { name, data },
      { name: `./${name}`, data: post('Tweede') },
    ],
    'twice',
  ],
  [
    'a name twice, by backslashes',
    [
      { name, data },
      { name: name.replaceAll('/', '\\'), system: 0, data },
    ],
    'twice',
  ],
  ['no name', { name: '', data }, null],
  ['a name of 65,535 bytes', { name: `krant-master/_posts/${'x'.repeat(65_515)}`, data }, 'long-name'],
  ['a name that is no UTF-8', { name: joined(bytes('krant-master/_posts/'), Uint8Array.of(0xff, 0xc0, 0x80)), flags: 0x0800, data }, null],
  ['extra fields without end', { name, data, extra: new Uint8Array(60_000).fill(0xff) }, null],
  ['a field for zip64 that is cut off', { name, data, extra: Uint8Array.of(1, 0, 24, 0, 1), says: { size: 0xffffffff } }, 'too-large'],
  ...BAD_NAMES.map(([bad, reason]): Lie<Written> => [`the name ${JSON.stringify(bad.slice(0, 50))}`, { name: bad, data }, reason]),
  ...ODD_NAMES.map((odd): Lie<Written> => [`the name ${JSON.stringify(odd)}`, { name: `krant-master/_posts/${odd}`, data }, null]),
];

const TAR_LIES: Lie<TarEntry>[] = [
  ['nothing in it', { name }, 'empty'],
  ['20 MB', { name, data: new Uint8Array(20 * MB) }, 'too-large'],
  ['a hard link', { name, type: '1' }, 'link'],
  ['a symbolic link', { name, type: '2' }, 'link'],
  ...['3', '4', '6'].map((type): Lie<TarEntry> => [`a device or pipe of type ${type}`, { name, type }, null]),
  [
    'its own name twice',
    [
      { name, data },
      { name, data: post('Tweede') },
    ],
    'twice',
  ],
  [
    'a pax header of 1 MB',
    [
      { name: 'PaxHeader', type: 'x', data: paxField('comment', 'x'.repeat(MB)) },
      { name, data },
    ],
    null,
  ],
  [
    'a pax path of 100 kB',
    [
      { name: 'PaxHeader', type: 'x', data: paxField('path', `krant-master/_posts/${'x'.repeat(100_000)}`) },
      { name, data },
    ],
    'long-name',
  ],
  [
    'a pax path that leads out',
    [
      { name: 'PaxHeader', type: 'x', data: paxField('path', '../../_posts/x.md') },
      { name, data },
    ],
    'bad-name',
  ],
  [
    'a pax path of a prototype',
    [
      { name: 'PaxHeader', type: 'x', data: paxField('__proto__', 'x') },
      { name, data },
    ],
    null,
  ],
  [
    'a GNU name of 70 kB',
    [
      { name: '././@LongLink', type: 'L', data: `krant-master/_posts/${'x'.repeat(70_000)}\0` },
      { name, data },
    ],
    'long-name',
  ],
  ...BAD_NAMES.filter(([bad]) => bad.length < 90 && !bad.includes('\0')).map(
    ([bad, reason]): Lie<TarEntry> => [`the name ${JSON.stringify(bad)}`, { name: bad, data }, reason],
  ),
  ...ODD_NAMES.map((odd): Lie<TarEntry> => [`the name ${JSON.stringify(odd)}`, { name: `krant-master/_posts/${odd}`, data }, null]),
];

const asZip = (what: string, [, entry, reason]: Lie<Written>, zip64: boolean): Hostile => {
  const entries = [entry].flat().map((one) => (zip64 ? { ...one, zip64: true } : one));
  return { what, file: zipOf([GOOD, ...entries], { zip64 }), good: true, reason };
};

/** ZIPs and tars with one lie in each, beside a good post. */
export function lyingArchives(): Hostile[] {
  const gzipped = (tar: Uint8Array) => gzipSync(tar) as Uint8Array<ArrayBuffer>;
  return [
    ...ZIP_LIES.map((lie) => asZip(`a ZIP with ${lie[0]}`, lie, false)),
    // An entry that its numbers stand in zip64 fields for can say more than four bytes do.
    ...ZIP_LIES.filter(([what]) => !/zip64|bomb|void|name|extra/.test(what)).map((lie) => asZip(`a zip64 with ${lie[0]}`, lie, true)),
    ...TAR_LIES.map(([what, entry, reason]) => ({
      what: `a tar with ${what}`,
      file: tarOf([GOOD, ...[entry].flat()]),
      good: true,
      reason,
    })),
    ...TAR_LIES.slice(0, 8).map(([what, entry, reason]) => ({
      what: `a tar.gz with ${what}`,
      file: gzipped(tarOf([...[entry].flat(), GOOD])),
      good: true,
      reason,
    })),
    { what: 'a ZIP with data behind it', file: zipOf([GOOD], { comment: new Uint8Array(5000) }), good: true, reason: null },
    { what: 'a ZIP in the comment of a ZIP', file: zipOf([GOOD], { comment: zipOf([GOOD, { name, data }]) }), good: true, reason: null },
    { what: 'a tar with data behind it', file: joined(tarOf([GOOD]), bytes('x'.repeat(3000))), good: null, reason: null },
  ];
}

/** A ZIP, a tar and a tar.gz cut off at many places. What is left is refused as a whole; the archive stays as it was. */
export function cutArchives(): Hostile[] {
  const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31) >> 3);
  const entries = [GOOD, { name, data: noise }];
  const forms = { ZIP: zipOf(entries), tar: tarOf(entries), 'tar.gz': gzipSync(tarOf(entries)) as Uint8Array<ArrayBuffer> };
  return Object.entries(forms).flatMap(([form, whole]) =>
    Array.from({ length: 35 }, (_, i): Hostile => {
      const length = Math.floor((whole.length * i) / 35);
      return { what: `a ${form} cut off after ${length} bytes`, file: whole.slice(0, length), good: null, reason: null };
    }),
  );
}
