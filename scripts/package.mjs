// Writes the packages for the stores: terugblik-VERSION-chrome.zip, -firefox.zip and -source.zip. One commit gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, sourceFiles, zipOf } from './build/pack.mjs';

const ROOT = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));

execFileSync(process.execPath, [join(import.meta.dirname, 'build.mjs')], { cwd: ROOT, stdio: 'inherit' });
rmSync(join(ROOT, 'packages'), { recursive: true, force: true });
mkdirSync(join(ROOT, 'packages'));
for (const kind of ['chrome', 'firefox', 'source']) {
  const folder = kind === 'source' ? ROOT : join(ROOT, 'dist', kind);
  const bytes = zipOf(folder, kind === 'source' ? sourceFiles(ROOT) : filesIn(folder));
  const name = `packages/terugblik-${version}-${kind}.zip`;
  writeFileSync(join(ROOT, name), bytes);
  console.log(`${name}  ${(bytes.length / 1000).toFixed(0)} kB  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
