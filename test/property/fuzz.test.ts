import '../archive/quiet.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flawOf, mutatedBy } from './fuzz.ts';

const SEEDS = new URL('../fuzz-seeds/', import.meta.url);
/** Seeds that once found something, as `npm run fuzz` keeps them. */
const kept = existsSync(SEEDS)
  ? readdirSync(SEEDS)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(new URL(name, SEEDS), 'utf8')).seed as number)
  : [];

test.each([...kept, ...Array.from({ length: 70 }, (_, i) => i)])(
  'imports a bundle of changed bytes, or says why not: seed %d',
  async (seed) => {
    const mutated = mutatedBy(seed);
    if (mutated) expect(await flawOf(mutated.bytes), mutated.source).toBeNull();
  },
);
