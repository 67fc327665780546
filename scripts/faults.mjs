// Strikes work on the archive in real browsers at random moments, and sees to it that the archive answers exactly as before or
// exactly as after, that nothing without a name is left on the disk, and that the work can be done again; then fills the disk.
// npm run test:faults -- --runs 20 --browser chromium --way 'tab closed' --work import --seed 1
// npm run test:faults -- --runs 0    only full disks
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { playNos } from './browsers/nos.mjs';
import { openBrowser } from './browsers/open.mjs';
import { randomFrom, writeBundle } from './faults/bundle.mjs';
import { casesOf } from './faults/cases.mjs';
import { FULL, fillDisk } from './faults/disk-full.mjs';
import { askDuring } from './faults/latencies.mjs';
import { importSample, importWhole, openOptions, remove, swept } from './faults/pages.mjs';
import { WAYS } from './faults/ways.mjs';
import { WORKS } from './faults/works.mjs';

/** @typedef {import('./browsers/open.mjs').Running} Running */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    browser: { type: 'string', multiple: true },
    way: { type: 'string', multiple: true },
    work: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'terugblik-faults-'));
// A build of its own, so that building meanwhile changes nothing.
cpSync(join(import.meta.dirname, '../dist'), join(folder, 'dist'), { recursive: true });
const nos = await playNos({});

/** @param {string} name @param {string} profile @returns {Promise<Running>} */
async function launch(name, profile) {
  // Puppeteer puts the preferences of a profile back when its Firefox has ended: until then the next can't start with it.
  const isBehind = () => ['prefs.js', 'user.js'].some((file) => existsSync(join(profile, `${file}.puppeteer`)));
  for (let i = 0; isBehind() && i < 200; i++) await new Promise((resolve) => setTimeout(resolve, 25));
  const extension = join(folder, 'dist', name === 'firefox' ? 'firefox' : 'chrome');
  return openBrowser(name, { ...nos, profile, extension });
}

/** Written once. @type {Map<string, string>} */
const written = new Map();
/** @param {string} file @param {import('./faults/bundle.mjs').Contents} contents */
function bundle(file, contents) {
  const path = written.get(file) ?? writeBundle(folder, file, contents, randomFrom(Number(values.seed)));
  written.set(file, path);
  return path;
}

/** @param {string} name @param {string} wayName @param {string} workName */
async function tryWay(name, wayName, workName) {
  const way = /** @type {import('./faults/ways.mjs').Way} */ (WAYS[wayName]);
  const work = /** @type {import('./faults/works.mjs').Work} */ (WORKS[workName]);
  // The moments and the posts are the same for the same seed, whatever else is tried.
  const random = randomFrom(Number(values.seed));
  const before = work.before.map((contents, i) => bundle(`${workName}-${i}`, contents));
  const path = work.chosen && bundle(workName, work.chosen);
  const profile = mkdtempSync(join(folder, `${name}-`));
  let running = await launch(name, profile);
  const tally = { tried: 0, failed: 0, old: 0, new: 0, resumable: 0, whole: 0 };
  try {
    const extension = join(folder, 'dist', name === 'firefox' ? 'firefox' : 'chrome');
    const { prepare, strike, restore } = casesOf(
      // Where a case fails after the browser was started anew, that one is to be closed.
      { extension, launch: async () => (running = await launch(name, profile)) },
      work,
    );
    const prepared = await prepare(running, before, path);
    tally.whole = Math.round(prepared.whole);
    for (; tally.tried < Number(values.runs); tally.tried++) {
      const moment = random(prepared.whole);
      try {
        const after = await strike(running, prepared, way, moment);
        running = after.running;
        tally[after.told]++;
        if (after.resumable) tally.resumable++;
      } catch (error) {
        tally.failed++;
        console.error(`  ${name}, ${workName}, ${wayName} after ${moment} ms of ${Math.round(prepared.whole)}: ${error}`);
        await running.close().catch(() => undefined);
        running = await launch(name, profile);
        await restore(running);
      }
    }
    return tally;
  } finally {
    await running.close().catch(() => undefined);
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Prints how long questions take meanwhile. @param {string} name */
async function timeQuestions(name) {
  const profile = mkdtempSync(join(folder, `${name}-`));
  const extension = join(folder, 'dist', name === 'firefox' ? 'firefox' : 'chrome');
  const running = await launch(name, profile);
  const first = await openOptions(running);
  await importSample(first);
  await first.close();
  const long = /** @type {import('./faults/bundle.mjs').Contents} */ (WORKS['long import']?.chosen);
  /** @type {Record<string, (page: import('puppeteer-core').Page) => Promise<unknown>>} */
  const works = {
    nothing: () => new Promise((resolve) => setTimeout(resolve, 2000)),
    'an import': (page) => importWhole(page, bundle('long import', long)),
    'a removal': (page) => remove(page, 'krant'),
    'its sweep': swept,
  };
  for (const [work, act] of Object.entries(works))
    console.log(`${name}, during ${work}: ${await askDuring(running, extension, ['nos:9000001', 'nos:9000002'], act)}`);
  await running.close();
}

/** @param {string} name */
async function tryBrowser(name) {
  let failed = 0;
  for (const full of values.way || values.work ? [] : FULL) {
    try {
      console.log(`${name}, ${full.name}: ${await fillDisk(name, full, folder, join(folder, 'dist'), nos)}`);
    } catch (error) {
      failed++;
      console.error(`  ${name}, ${full.name}: ${error}`);
    }
  }
  if (!values.way && !values.work) await timeQuestions(name);
  if (Number(values.runs) === 0) return failed;
  for (const work of values.work ?? Object.keys(WORKS)) {
    for (const way of values.way ?? Object.keys(WAYS)) {
      const started = performance.now();
      const tally = await tryWay(name, way, work);
      failed += tally.failed;
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(
        `${name}, ${work}, ${way}: ${tally.tried} moments of ${tally.whole} ms, ${tally.failed} failed; ${tally.old} times as before, ${tally.new} as after, ${tally.resumable} could go on; ${seconds} s`,
      );
    }
  }
  return failed;
}

// Ended from outside, it goes at once, and its browsers with it.
process.on('SIGTERM', () => process.exit(1));
console.log(`seed ${values.seed}`);
// Each waits for a disk and a process most of the time.
const failures = await Promise.all((values.browser ?? ['chromium', 'firefox']).map(tryBrowser));
nos.close();
rmSync(folder, { recursive: true, force: true });
process.exit(failures.some((failed) => failed > 0) ? 1 : 0);
