import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
const documents = ['README.md', 'CONTRIBUTING.md', ...inDocs].filter((path) => path.endsWith('.md') && path !== 'docs/benchmarks.md');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test.each(documents)('%s names files that are there', (path) => {
  const named = [...read(path).matchAll(/`((?:src|test|docs|scripts|bench|public)\/[\w./-]+)`/g)].map(([, name = '']) => name);
  const linked = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, name = '']) => join(path, '..', name));
  expect([...named, ...linked].filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
});

test.each(documents)('%s names scripts that are there', (path) => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('CONTRIBUTING sends nobody to more than three files of code for a change', () => {
  const [, table = ''] = read('CONTRIBUTING.md').split('## What to touch for what');
  const rows = [...table.matchAll(/^\| (?!change|-)(.+?) \| (.+) \|$/gm)].map(([, change, files = '']) => [
    change,
    files.match(/`\w+\/[^`]+`/g),
  ]);
  expect(rows.length).toBeGreaterThanOrEqual(20);
  expect(rows.filter(([, files]) => (files?.length ?? 0) > 3)).toEqual([]);
});

test('the bundle format names every field that is read, and every reason to skip a file', () => {
  const format = read('docs/bundle-format.md');
  const [, fields = ''] = /interface FrontMatter \{([^}]+)\}/.exec(read('src/archive/bundle/front-matter.ts')) ?? [];
  const [, reasons = ''] = /type SkipReason =([^;]+);/.exec(read('src/archive/bundle/unreadable-post.ts')) ?? [];
  const known = [...fields.matchAll(/(\w+):/g), ...reasons.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
  expect(known.length).toBeGreaterThan(25);
  expect(known.filter((name) => !format.includes(`\`${name}\``))).toEqual([]);
});

test.each(['nl', 'en'])('the text for the stores in %s has the summary that the browser shows, short enough for both', (language) => {
  const { appDescription } = JSON.parse(read(`public/_locales/${language}/messages.json`));
  const [, summary = ''] = /## (?:Samenvatting|Summary)\n(.+)\n/.exec(read(`docs/store/${language}.md`)) ?? [];
  expect(summary).toBe(appDescription.message);
  expect(summary.length).toBeLessThanOrEqual(132);
});
