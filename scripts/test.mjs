// Types, lint and tests, one after the other; ends with the sum over all of them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserOrInstall } from './browsers/find.mjs';

const counts = { passed: 0, failed: 0, skipped: 0 };
const run = (command, ...args) => spawnSync('npx', [command, ...args], { stdio: 'inherit' }).status === 0;

browserOrInstall('chromium');
browserOrInstall('firefox');

for (const [name, ...command] of [
  ['types', 'tsc'],
  ['lint and format', 'biome', 'check'],
  ['build', 'node', 'scripts/build.mjs'],
]) {
  const passed = run(...command);
  console.log(`${name}: ${passed ? 'passed' : 'failed'}`);
  counts[passed ? 'passed' : 'failed']++;
}

const folder = mkdtempSync(join(tmpdir(), 'terugblik-test-'));
const results = join(folder, 'results.json');
const passed = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`);
try {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
} catch {
  counts.failed++;
}
if (!passed && counts.failed === 0) counts.failed++;
rmSync(folder, { recursive: true });

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
