import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { Libraries, libraryOf, licencesOf } from '../../scripts/build/licences.ts';
import { filesIn, sourceFiles, zipOf } from '../../scripts/build/pack.mjs';

const ROOT = join(import.meta.dirname, '../..');
const dist = (browser: string) => join(ROOT, 'dist', browser);

describe.each(['chrome', 'firefox'])('the package for %s', (browser) => {
  const folder = dist(browser);
  const files = filesIn(folder);

  test('is the same bytes each time, and holds what was built', () => {
    const bytes = zipOf(folder, files);
    expect(Buffer.from(zipOf(folder, filesIn(folder))).equals(bytes)).toBe(true);
    const unpacked = unzipSync(bytes);
    expect(Object.keys(unpacked)).toEqual(files);
    for (const file of files) expect(Buffer.from(unpacked[file] ?? []).equals(readFileSync(join(folder, file))), file).toBe(true);
  });

  test('tells nothing of the machine that built it', () => {
    for (const file of files) expect(readFileSync(join(folder, file), 'latin1'), file).not.toContain(ROOT);
  });

  test('writes no HTML into a page', () => {
    for (const file of files.filter((one) => one.endsWith('.js')))
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(
        /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/,
      );
  });

  test('holds the licence of every library that the code is built of', () => {
    // Those that are installed for others, of which nothing comes into the code: types, and what the build leaves out.
    const LEFT_OUT = ['typescript', '@types/trusted-types', 'dom-serializer', 'argparse', 'sprintf-js', 'esprima'];
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: true; version: string }>;
    };
    const installed = Object.entries(packages).filter(([path, { dev }]) => path && !dev && existsSync(join(ROOT, path)));
    const expected = installed
      .map(([path, { version }]) => [path.split('node_modules/').at(-1) ?? '', version] as const)
      .filter(([name]) => !LEFT_OUT.includes(name) && !name.startsWith('@typescript/'));
    const listed = [...readFileSync(join(folder, 'licences.txt'), 'utf8').matchAll(/^(\S+ \d+\.\d+\.\d+)\nLicence: /gm)];
    expect(listed.map(([, name]) => name).sort()).toEqual([...new Set(expected.map((one) => one.join(' ')))].sort());
  });
});

describe('licences', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-licences-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are those of the modules that were built, and of no others', async () => {
    const libraries = new Libraries();
    const entry = join(ROOT, 'src/archive/store/connection.ts');
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [libraries.plugin],
      build: { outDir: folder, lib: { entry, formats: ['es'], fileName: 'built' } },
    });
    expect([...libraries.folders]).toEqual([join(ROOT, 'node_modules/idb')]);
    expect(licencesOf(libraries.folders)).toContain('Copyright (c) 2016, Jake Archibald');
  });

  test('belong to the innermost library of a path', () => {
    expect(libraryOf('/a/node_modules/htmlparser2/node_modules/entities/dist/x.js')).toBe(
      '/a/node_modules/htmlparser2/node_modules/entities',
    );
    expect(libraryOf('/a/node_modules/@mozilla/readability/index.js?commonjs')).toBe('/a/node_modules/@mozilla/readability');
    expect(libraryOf('/a/src/popup.tsx')).toBeNull();
    expect(libraryOf('\0/a/node_modules/virtual')).toBeNull();
  });

  test('stop the build where one has no text', () => {
    expect(() => licencesOf([join(ROOT, 'test/build/library')])).toThrow('has no file with its licence');
  });
});

test('the sources are what git keeps, without what is made of them', () => {
  const files = sourceFiles(ROOT);
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package-lock.json', 'src/popup.html', '.gitignore']));
  expect(files.filter((file) => /^(?:node_modules|dist|packages|demo|screenshots)\//.test(file))).toEqual([]);
  expect(readdirSync(ROOT)).toContain('packages');
});
