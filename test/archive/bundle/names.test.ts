import { buf as crc32 } from 'crc-32';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleName, isPostPath, nameProblem, RootFinder, tidyPath } from '../../../src/archive/bundle/names.ts';
import { zipName } from '../../../src/archive/bundle/zip-name.ts';
import { bytes, joined, packed } from './zip-fixture.ts';

const NONE = new Uint8Array(0);
const UTF8 = 0x0800;
const [DOS, UNIX] = [0, 3];

describe('a name in a ZIP', () => {
  test('is given back as written in UTF-8, by its flag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(DOS, UNIX), (name, system) => {
        expect(zipName(bytes(name), NONE, UTF8, system)).toBe(system === DOS ? name.replaceAll('\\', '/') : name);
      }),
    );
  });

  test('is code page 437 without the flag, one character a byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (name) => {
        const text = zipName(name, NONE, 0, DOS);
        expect(text.length).toBe(name.length);
        expect([...text].filter((one) => one.charCodeAt(0) < 0x80 && one !== '/').length).toBe(
          name.filter((byte) => byte < 0x80 && byte !== 0x2f && byte !== 0x5c).length,
        );
      }),
    );
    expect(zipName(Uint8Array.of(0x63, 0x61, 0x66, 0x82, 0x80, 0xff), NONE, 0, DOS)).toBe('caféÇ\u00a0');
  });

  test('is UTF-8 without the flag where a Unix wrote it and it is valid', () => {
    expect(zipName(bytes('café'), NONE, 0, UNIX)).toBe('café');
    expect(zipName(Uint8Array.of(0x82), NONE, 0, UNIX)).toBe('é');
    expect(zipName(bytes('café'), NONE, 0, DOS)).toBe('caf├⌐');
  });

  test('is that of the Unicode path field, if the field belongs to it', () => {
    const name = Uint8Array.of(0x82);
    const field = (crc: number) =>
      joined(
        packed([0x5455, 2], [1, 2]),
        Uint8Array.of(9),
        packed([0x7075, 2], [8, 2]),
        Uint8Array.of(1),
        packed([crc >>> 0, 4]),
        bytes('ж…'.slice(0, 1)),
        Uint8Array.of(0x61),
      );
    expect(zipName(name, field(crc32(name)), 0, DOS)).toBe('жa');
    expect(zipName(name, field(7), 0, DOS)).toBe('é');
  });

  test('survives extra fields that are cut off', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), (name, extra) => zipName(name, extra, 0, UNIX).length >= 0));
  });
});

test.each([
  ['_posts/a.md', true],
  ['x/_posts/y/a.md', true],
  ['my_posts/a.md', false],
  ['_posts', false],
  ['a/_posts.md', false],
  ['_posts/doe.sh', true],
  ['_posts/.DS_Store', false],
  ['__MACOSX/_posts/a.md', false],
  ['_posts/Thumbs.db', false],
  ['_posts/a.md~', false],
  ['_posts/a.md.bak', false],
  ['krant/node_modules/thema/_posts/hello-world.md', false],
  ['krant/vendor/bundle/ruby/2.7.0/gems/jekyll-4.2.0/lib/site_template/_posts/welcome-to-jekyll.md', false],
  ['krant/.history/_posts/a_20210601.md', false],
  ['krant/vendor/_posts/a.md', true],
  ['../_posts/a.md', true],
])('tells whether %s should be a post', (path, should) => {
  expect(isPostPath(path)).toBe(should);
});

test.each([
  ['./a/./b//c', 'a/b/c'],
  ['../a', '../a'],
  ['/a//b', '/a/b'],
  ['a/', 'a/'],
  ['a../b', 'a../b'],
])('tidies %s', (path, tidy) => {
  expect(tidyPath(path)).toBe(tidy);
});

test.each([
  ['a/b.md', null],
  ['a..b/c…d.md', null],
  ['', 'bad-name'],
  ['a/../b', 'bad-name'],
  ['/a', 'bad-name'],
  ['c:/a', 'bad-name'],
  ['a\nb', 'bad-name'],
  ['x'.repeat(1025), 'long-name'],
])('judges the name %j', (path, problem) => {
  expect(nameProblem(path)).toBe(problem);
});

test.each<[string[], string]>([
  [['a/x', 'a/y/z'], 'a'],
  [['a/x', 'ab/y'], ''],
  [['a/x', 'readme.md'], ''],
  [['_posts/a.md'], ''],
  [['a/x', '__MACOSX/a/._x', '/b', '../c'], 'a'],
  [[], ''],
  [['a/a/_posts/x.md', 'a/a/readme.md'], 'a/a'],
  [['a/a/_posts/x.md', 'a/readme.md'], 'a'],
  [['a/b/_posts/x.md', 'a/b/readme.md'], 'a'],
  [['.DS_Store', '._a', 'a/.DS_Store', 'a/a/_posts/x.md', 'a/Thumbs.db'], 'a/a'],
])('finds the root of %j', (paths, root) => {
  const finder = new RootFinder();
  for (const path of paths) finder.see(path);
  expect(finder.root).toBe(root);
});

test.each([
  ['leestmeer-master', 'leestmeer'],
  ['leestmeer-67k.zip', 'leestmeer-67k'],
  ['krant-main (2).zip', 'krant'],
  ['krant-0123456789abcdef0123456789abcdef01234567', 'krant'],
  ['krant.tar.gz', 'krant'],
  ['krant-v1.2.tgz', 'krant'],
  ['krant-master-0123456789abcdef0123456789abcdef01234567', 'krant'],
  ['Krant (2018)', 'Krant (2018)'],
  ['krant-2019.10.zip', 'krant-2019.10'],
])('calls the bundle %s by the name %s', (name, called) => {
  expect(bundleName(name)).toBe(called);
});
