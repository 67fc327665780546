import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const documents = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md') && path !== 'docs/benchmarks.md',
);
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
