// The fast half of the tests, for every few minutes of work: no browser, no build, and none of the archive and the screens, whose tests take
// their time.
import { firstSteps, step, tellSteps } from './steps.mjs';

const FAST = ['article', 'background', 'messages', 'page', 'settings'].map((folder) => `test/${folder}/`);
const SLOW = ['**/*archives.test.ts', '**/hostile.test.ts', '**/year.test.ts', '**/changes.test.ts'].flatMap((files) => [
  '--exclude',
  files,
]);

const passed = [...firstSteps(), step('fast tests', 'vitest', 'run', ...FAST, ...SLOW)];
tellSteps();
process.exitCode = passed.every(Boolean) ? 0 : 1;
