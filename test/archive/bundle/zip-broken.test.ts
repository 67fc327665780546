import { describe, expect, test } from 'vitest';
import { open, readAll, refusalOf } from './reading.ts';
import { bytes, fileOf, joined, packed, post, type Written, zipOf } from './zip-fixture.ts';

const whole = (name: string): Written => ({ name: `_posts/${name}.md`, data: post(name) });
const MB = 1024 * 1024;

/** Reads an entry that stands between two whole posts, which must come out whatever it is. */
async function reasonFor(entry: Written): Promise<string> {
  const bundle = await open(fileOf(zipOf([whole('voor'), entry, whole('na')])));
  const read = await readAll(bundle);
  expect(read.length).toBe(bundle.posts);
  expect([read[0], read.at(-1)]).toEqual([
    ['_posts/voor.md', post('voor')],
    ['_posts/na.md', post('na')],
  ]);
  return read[1]?.[1] ?? '';
}

const data = post('x', 'Tekst die zich laat inpakken. '.repeat(20));
const name = '_posts/x.md';

test.each<[string, Written, string]>([
  ['a size that is too small', { name, data, says: { size: data.length - 1 } }, 'wrong-size'],
  ['a size that is too large', { name, data, says: { size: data.length + 1 } }, 'wrong-size'],
  ['a stored size that is not so', { name, data, method: 0, says: { size: 9 } }, 'wrong-size'],
  ['a bomb that says to be small', { name, data: new Uint8Array(20 * MB), says: { size: 100 } }, 'wrong-size'],
  ['a packed size that reaches into the next entry', { name, data, says: { packed: 150 } }, 'overlap'],
  ['a packed size that is too small', { name, data, says: { packed: 20 } }, 'damaged'],
  ['a packed size beyond the end', { name, data, method: 0, says: { packed: 3 * MB, size: 3 * MB } }, 'beyond-end'],
  ['a place within another body', { name, data, says: { offset: 4 } }, 'damaged'],
  ['the place of another entry', { name, data, says: { offset: 0 } }, 'overlap'],
  ['a place where nothing begins', { name, data, says: { offset: 99 } }, 'damaged'],
  ['a wrong CRC', { name, data, says: { crc: 1 } }, 'wrong-crc'],
  ['a wrong CRC of a stored post', { name, data, method: 0, says: { crc: 1 } }, 'wrong-crc'],
  ['encryption', { name, data, flags: 1 }, 'encrypted'],
  ['an unknown method', { name, data, method: 14 }, 'compression'],
  ['30 MB', { name, data: new Uint8Array(30 * MB) }, 'too-large'],
  ['a size of 4 GB that is not there', { name, data, says: { size: 0xfffffffe, packed: 0xfffffffe } }, 'too-large'],
  ['no bytes', { name }, 'empty'],
  ['a name that is there already', { ...whole('voor'), data }, 'twice'],
  ['a way out of the bundle', { name: '_posts/../../x.md', data }, 'bad-name'],
  ['an absolute name', { name: '/_posts/x.md', data }, 'bad-name'],
  ['a drive', { name: 'C:/_posts/x.md', data }, 'bad-name'],
  ['a drive with backslashes', { name: 'C:\\_posts\\x.md', data, system: 0 }, 'bad-name'],
  ['a NUL in its name', { name: '_posts/x\0.md', data }, 'bad-name'],
  ['a name of 65,535 bytes', { name: `_posts/${'x'.repeat(65_525)}.md`, data }, 'long-name'],
  ['a symbolic link', { name, data: '../elders.md', mode: 0o120777 }, 'link'],
])('names an entry with %s, and reads the others', async (_, entry, reason) => {
  expect(await reasonFor(entry)).toBe(`!${reason}`);
});

test('names an entry whose stream is broken as damaged', async () => {
  const broken = zipOf([{ name, data: new Uint8Array(90).fill(0xff) }, whole('na')]);
  broken.fill(0xff, 30 + name.length, 30 + name.length + 3);
  expect((await readAll(await open(fileOf(broken))))[0]).toEqual([name, '!damaged']);
});

test('takes an entry without a name for a file that is no post', async () => {
  const bundle = await open(fileOf(zipOf([{ name: '', data }, whole('na')])));
  expect([bundle.entries, bundle.posts]).toEqual([2, 1]);
});

test('reads a device name as any other', async () => {
  expect(await readAll(await open(fileOf(zipOf([{ name: '_posts/CON.md', data }]))))).toEqual([['_posts/CON.md', data]]);
});

test('lets a bad name not cost the others their root folder', async () => {
  const bundle = await open(
    fileOf(
      zipOf(
        [
          { name: 'krant/_posts/a.md', data },
          { name: '../_posts/x.md', data },
        ],
        {},
      ),
      'a.zip',
    ),
  );
  expect([bundle.name, await readAll(bundle)]).toEqual([
    'krant',
    [
      ['_posts/a.md', data],
      ['../_posts/x.md', '!bad-name'],
    ],
  ]);
});

test('shows a name that is too long in short', async () => {
  const bundle = await open(fileOf(zipOf([{ name: `_posts/${'x'.repeat(60_000)}`, data }])));
  expect((await readAll(bundle))[0]?.[0]).toMatch(/^_posts\/x+…$/);
  expect((await readAll(bundle))[0]?.[0].length).toBe(1024);
});

test('unpacks a text that many entries share only once', async () => {
  const kernel = zipOf([whole('a'), ...['b', 'c', 'd'].map((one) => ({ ...whole(one), data: post('a'), says: { offset: 0 } }))]);
  const read = await readAll(await open(fileOf(kernel)));
  expect(read.map(([, text]) => text).sort()).toEqual(['!overlap', '!overlap', '!overlap', post('a')]);
});

test('reads on past 30,000 empty entries', async () => {
  const empty = Array.from({ length: 30_000 }, (_, i) => ({ name: `_posts/leeg-${i}.md`, method: 0 }));
  const read = await readAll(await open(fileOf(zipOf([...empty, whole('na')]))));
  expect(read.filter(([, text]) => text === '!empty').length).toBe(30_000);
  expect(read.at(-1)).toEqual(['_posts/na.md', post('na')]);
}, 30_000);

describe('a ZIP as a whole', () => {
  const zip = zipOf([whole('a'), whole('b')]);
  const directory = zip.length - 22 - 2 * (46 + '_posts/a.md'.length);
  const changed = (at: number, ...values: number[]) => {
    const copy = zip.slice();
    copy.set(values, at);
    return copy;
  };

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['cut off in a body', zip.slice(0, 40), 'damaged-bundle'],
    ['cut off in its directory', zip.slice(0, directory + 30), 'damaged-bundle'],
    ['cut off in its end record', zip.slice(0, -3), 'damaged-bundle'],
    ['with a broken entry in its directory', changed(directory + 57, 0x51), 'damaged-bundle'],
    ['with a name longer than its directory', changed(directory + 57 + 28, 0xff), 'damaged-bundle'],
    ['that says to hold another number of entries', changed(zip.length - 12, 3), 'damaged-bundle'],
    ['that is a part of several', changed(zip.length - 18, 1), 'damaged-bundle'],
    ['without any entry', zipOf([]), 'no-posts'],
    ['without posts', zipOf([{ name: 'map/a.md', data }]), 'no-posts'],
  ])('is refused when it is one %s', async (_, content, reason) => {
    expect(await refusalOf(fileOf(content))).toBe(reason);
  });

  test('reads what is left when its first bytes are gone', async () => {
    const bundle = await open(fileOf(zip.slice(10)));
    expect((await readAll(bundle)).map(([, text]) => text)).toEqual(['!beyond-end', post('b')]);
  });

  test('never reads as much as a directory size says that is not there', async () => {
    const end = joined(packed([0x06054b50, 4], [0, 4], [1, 2], [1, 2], [0xfffffff0, 4], [0xfffffff0, 4], [0, 2]));
    expect(await refusalOf(fileOf(joined(bytes('PK\x03\x04'), end)))).toBe('damaged-bundle');
  });

  test('is refused when the file can no longer be read', async () => {
    class Gone extends File {
      override slice(start?: number, end?: number): Blob {
        const slice = super.slice(start, end);
        slice.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
        return slice;
      }
    }
    expect(await refusalOf(new Gone([zip], 'a.zip'))).toBe('unreadable-file');
  });
});
