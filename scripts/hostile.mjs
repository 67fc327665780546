// Imports every hostile bundle, and prints the worst time and memory of each family: npm run test:hostile
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import 'fake-indexeddb/auto';
import { build } from 'vite';

/** More than this is a fault, on an idle machine: milliseconds. */
const LONGEST = 2000;
const [built, family] = process.argv.slice(2);

/** The most memory that this process has taken since it was last asked, where the system tells (Linux); else since it began. */
function mostMemory() {
  try {
    const most = Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
    writeFileSync('/proc/self/clear_refs', '5');
    return most;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** One family, in a process of its own. @param {any} families @param {number} index */
async function measure({ FAMILIES, importHostile }, index) {
  const [name, make] = FAMILIES[index];
  const bundles = make(300_000);
  const worst = { time: 0, slowest: '', memory: 0, largest: '', peak: 0 };
  for (const bundle of bundles) {
    globalThis.gc?.();
    mostMemory();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    await importHostile(bundle);
    const time = performance.now() - started;
    const peak = mostMemory();
    const memory = peak - before;
    worst.peak = Math.max(worst.peak, peak);
    if (time > worst.time) Object.assign(worst, { time, slowest: bundle.what });
    if (memory > worst.memory) Object.assign(worst, { memory, largest: bundle.what });
    if (time > LONGEST) console.log(`  ${bundle.what}: ${Math.round(time)} ms`);
  }
  const { time, slowest, memory, largest, peak } = worst;
  const mb = (/** @type {number} */ bytes) => Math.round(bytes / 1024 / 1024);
  console.log(
    `${name}: ${bundles.length} bundles; at most ${Math.round(time)} ms (${slowest}), ${mb(memory)} MB more than before (${largest}), ${mb(peak)} MB in all`,
  );
  process.exitCode = time > LONGEST ? 1 : 0;
}

if (built) {
  await measure(await import(pathToFileURL(built).href), Number(family));
} else {
  // Tests and sources are TypeScript, which has to be built first.
  const outDir = mkdtempSync(join(tmpdir(), 'terugblik-hostile-'));
  await build({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'test/archive/hostile/families.ts', outDir, rolldownOptions: { output: { entryFileNames: 'families.mjs' } } },
  });
  const path = join(outDir, 'families.mjs');
  const { FAMILIES } = await import(pathToFileURL(path).href);
  for (const index of FAMILIES.keys()) {
    const child = fork(fileURLToPath(import.meta.url), [path, String(index)], { execArgv: ['--expose-gc'] });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    process.exitCode ||= code;
  }
  rmSync(outDir, { recursive: true });
}
