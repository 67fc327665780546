// Writes the packages for the stores: terugblik-VERSION-chrome.zip, -firefox.zip and -source.zip. One commit gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'packages');
/** Dates tell nothing of a package, and would make each one different. */
const DATE = '2020-01-01T12:00:00';

/** @param {string} folder @returns {string[]} every file under it, in one order on every machine */
function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
}

/** @param {string} name @param {string} folder @param {string[]} files */
function pack(name, folder, files) {
  const entries = Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file))]));
  const bytes = zipSync(entries, { mtime: DATE, level: 9, os: 3, attrs: 0o644 << 16 });
  const path = join(OUT, name);
  writeFileSync(path, bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  console.log(`${relative(ROOT, path)}  ${(bytes.length / 1000).toFixed(0)} kB  sha256 ${digest}`);
}

execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
for (const browser of ['chrome', 'firefox']) {
  const dist = join(ROOT, 'dist', browser);
  pack(`terugblik-${version}-${browser}.zip`, dist, filesIn(dist));
}
pack(`terugblik-${version}-source.zip`, ROOT, sourceFiles());

/** What git tracks, so that nothing of one machine comes along; in the unpacked source package everything that came with it. */
function sourceFiles() {
  if (!existsSync(join(ROOT, '.git')))
    return filesIn(ROOT).filter((file) => !/^(?:node_modules|dist|packages|demo|screenshots)[/\\]/.test(file));
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return tracked.filter((file) => file !== '' && existsSync(join(ROOT, file))).sort();
}
