import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const STORE_READERS = ['archive/store', 'archive/index', 'archive/language', 'article'];
const SCREEN = ['messages', 'settings', 'archive/lookup', 'background/context', 'screens/shared', 'article'];

/** Which folders a folder may import besides itself; the longest name that fits a file counts. */
const RULES: Record<string, string[]> = {
  article: [],
  settings: [],
  'archive/language': [],
  'archive/deflate': [],
  'archive/bundle': ['archive/deflate', 'article'],
  'archive/index': ['archive/deflate', 'archive/language', 'article'],
  'archive/store': ['archive/index', 'article'],
  'archive/import': ['archive/bundle', 'archive/store', 'archive/index', 'archive/language', 'article'],
  'archive/lookup': [...STORE_READERS, 'archive/bundle'],
  'page/detect': ['article'],
  'page/content': ['page/detect', 'messages', 'settings', 'article'],
  messages: ['article'],
  'archive/export': ['archive/bundle', 'archive/store', 'archive/index', 'archive/language', 'article'],
  'background/capture': ['settings', 'archive/lookup', 'archive/import', 'archive/bundle', 'archive/store', 'article'],
  'background/follow': ['background/capture', 'settings', 'archive/import', 'archive/bundle', 'archive/store', 'article'],
  background: ['messages', 'settings', 'archive/lookup', 'archive/import', 'archive/store', 'article'],
  'screens/shared': ['settings', 'archive/lookup', 'article'],
  'screens/popup': SCREEN,
  'screens/archive': SCREEN,
  'screens/changes': SCREEN,
  'screens/options': [...SCREEN, 'archive/import', 'archive/bundle', 'archive/export', 'archive/store'],
  'screens/welcome': ['settings', 'screens/options', 'screens/shared'],
};

const folderOf = (path: string) =>
  Object.keys(RULES)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];

test('imports go only where the folder rules allow', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const broken: string[] = [];
  for (const file of files) {
    const from = folderOf(file);
    if (!from) broken.push(`${file}: its folder has no rule`);
    for (const [, target = ''] of readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import\(|import) '([^']+)'/g)) {
      if (target === 'idb' && from !== 'archive/store') broken.push(`${file}: only archive/store may import idb`);
      if (!target.startsWith('.')) continue;
      const path = relative(SRC, join(dirname(join(SRC, file)), target));
      const allowed = [from, ...(RULES[from ?? ''] ?? [])];
      if (!path.startsWith('..') && !allowed.some((folder) => path.startsWith(`${folder}/`)))
        broken.push(`${file}: may not import ${path}`);
    }
  }
  expect(files.length).toBeGreaterThan(40);
  expect(broken).toEqual([]);
});

/** What is set up when a file is: it and all that it imports, but for what is imported by `import()`, at its first call. */
function setUpWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!file.startsWith(SRC)) return found;
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import (?!type\b)|\} from )[^;]*?'([^']+)';$/gm))
    if (/^\..*\.tsx?$|^[^.]/.test(target)) setUpWith(target.startsWith('.') ? join(dirname(file), target) : target, found);
  return found;
}

test('a background that starts for a popup sets up nothing of imports', () => {
  const found = [...setUpWith(join(SRC, 'background/main.ts'))].map((file) => relative(SRC, file));
  expect(found).toContain('archive/lookup/lookup.ts');
  expect(found.filter((file) => /archive\/import|capture\/keep\.ts|gray-matter|js-yaml|fflate|modern-tar/.test(file))).toEqual([]);
});

test('text has the size that readers set in their browser: no font is measured in pixels, but in --px of tokens.css', () => {
  const sheets = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(5);
  expect(sheets.filter((path) => /font(?:-size)?:[^;]*\dpx/.test(readFileSync(join(SRC, path), 'utf8')))).toEqual([]);
});

test('what ships evaluates no code', () => {
  for (const browser of ['chrome', 'firefox']) {
    const dist = join(SRC, '../dist', browser);
    const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(readFileSync(join(dist, script), 'utf8'), script).not.toMatch(/\beval\(|new Function\b/);
  }
});

test.each([
  ['src', 250],
  ['scripts', 250],
  ['bench', 250],
  // A list of cases may be long.
  ['test', 350],
])('no file of %s is longer than %i lines', (folder, most) => {
  const root = join(SRC, '..', folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:tsx?|mjs|css)$/.test(path));
  expect(files.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > most + 1)).toEqual([]);
});
