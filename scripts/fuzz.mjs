// Imports bundles of changed bytes for as long as asked, and keeps the seeds of those that break something.
// npm run fuzz -- --seconds 600 --seed 1
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import 'fake-indexeddb/auto';
import { build } from 'vite';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const root = join(import.meta.dirname, '..');
const seeds = join(root, 'test/fuzz-seeds');
const first = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const end = performance.now() + Number(values.seconds) * 1000;

// Tests and sources are TypeScript, which has to be built first.
const outDir = mkdtempSync(join(tmpdir(), 'terugblik-fuzz-'));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: { ssr: 'test/property/fuzz.ts', outDir, rolldownOptions: { output: { entryFileNames: 'fuzz.mjs' } } },
});
const { flawOf, mutatedBy } = await import(pathToFileURL(join(outDir, 'fuzz.mjs')).href);

let tried = 0;
let broken = 0;
let longest = 0;
for (let seed = first; performance.now() < end; seed++) {
  const mutated = mutatedBy(seed);
  if (!mutated) continue;
  const started = performance.now();
  const flaw = await flawOf(mutated.bytes).catch((/** @type {unknown} */ error) => String(error));
  longest = Math.max(longest, performance.now() - started);
  tried++;
  if (flaw === null) continue;
  broken++;
  console.log(`seed ${seed}, a ${mutated.source}: ${flaw}`);
  mkdirSync(seeds, { recursive: true });
  writeFileSync(join(seeds, `${seed}.json`), `${JSON.stringify({ seed, source: mutated.source, flaw }, null, 2)}\n`);
}
rmSync(outDir, { recursive: true });
console.log(`${tried} bundles from seed ${first} on, ${broken} broke something, the longest took ${Math.round(longest)} ms`);
process.exit(broken > 0 ? 1 : 0);
