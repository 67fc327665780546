// Named steps, one after the other, each with how it ended and how long it took.
import { spawnSync } from 'node:child_process';

/** @type {string[]} */
const told = [];

/** @param {string} name @param {string[]} command of npx @returns {boolean} whether it passed */
export function step(name, ...command) {
  console.log(`\n── ${name}: ${command.join(' ')}`);
  const began = Date.now();
  const passed = spawnSync('npx', command, { stdio: 'inherit' }).status === 0;
  told.push(`${passed ? 'passed' : 'FAILED'}  ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${name}`);
  return passed;
}

/** Tells of all steps at once, as what they said themselves is far above by then. */
export const tellSteps = () => console.log(`\n${told.join('\n')}`);

/** What is known in seconds: `npm run check` and `npm test` begin with it. @returns {boolean[]} */
export const firstSteps = () => [
  step('types', 'tsc'),
  step('lint and format', 'biome', 'check'),
  step('dead code and dependencies', 'knip'),
];
