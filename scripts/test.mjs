// Everything that is tested, one after the other; ends with the sum over all of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserOrInstall } from './browsers/find.mjs';
import { firstSteps, step, tellSteps } from './steps.mjs';

browserOrInstall('chromium');
browserOrInstall('firefox');

const steps = [...firstSteps(), step('build and packages', 'node', 'scripts/package.mjs'), step('sizes', 'size-limit')];
const counts = { passed: steps.filter(Boolean).length, failed: steps.filter((passed) => !passed).length, skipped: 0 };

const folder = mkdtempSync(join(tmpdir(), 'terugblik-test-'));
const results = join(folder, 'results.json');
// The main job is done by the packages.
process.env.TERUGBLIK_PACKAGES = 'packages';
const passed = step('tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`);
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

tellSteps();
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
