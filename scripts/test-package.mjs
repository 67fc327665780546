// Holds the packages against what the stores ask: the same bytes from another folder, by the steps in the README of the source
// package; nothing for the linter of the Firefox store to say; the main job done by the packages themselves in both browsers.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpack } from './browsers/package.mjs';

const ROOT = join(import.meta.dirname, '..');
const WEB_EXT = 'web-ext@10.7.0';
const folder = mkdtempSync(join(tmpdir(), 'terugblik-elsewhere-'));
let failed = 0;

/** @param {string} what @param {boolean} holds */
function tell(what, holds) {
  console.log(`${holds ? 'passed' : 'FAILED'}: ${what}`);
  if (!holds) failed++;
}

execFileSync('npm', ['run', 'package'], { cwd: ROOT, stdio: 'inherit' });
const packages = readdirSync(join(ROOT, 'packages')).sort();

const lint = spawnSync('npx', ['--yes', WEB_EXT, 'lint', '--source-dir', 'dist/firefox', '--no-config-discovery', '--output', 'json'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const { errors, warnings, notices } = JSON.parse(lint.stdout.slice(lint.stdout.indexOf('{'))).summary;
tell(`${WEB_EXT} lint: ${errors} errors, ${warnings} warnings, ${notices} notices`, errors + warnings + notices === 0);

unpack(join(ROOT, 'packages', packages.find((name) => name.endsWith('-source.zip')) ?? ''), folder);
const [, steps] = /## The packages\n(?:.*\n)*? {4}(.+)\n/.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];
if (!steps) throw new Error('The README of the source package does not tell how to build.');
console.log(`In a folder of its own: ${steps}`);
execFileSync(steps, { cwd: folder, stdio: 'inherit', shell: true });
for (const name of packages)
  tell(`${name}: the same bytes`, readFileSync(join(ROOT, 'packages', name)).equals(readFileSync(join(folder, 'packages', name))));
rmSync(folder, { recursive: true });

const job = spawnSync('npx', ['vitest', 'run', 'test/browser/main-job.test.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, TERUGBLIK_PACKAGES: 'packages' },
});
tell('the main job on the packages in both browsers', job.status === 0);
process.exitCode = failed > 0 ? 1 : 0;
