// Strikes imports in real browsers at random moments, and sees to it that the archive is whole afterwards and that the
// import can be done again. npm run test:faults -- --runs 20 --browser chromium --way 'tab closed' --seed 1
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from './browsers/chromium.mjs';
import { openFirefox } from './browsers/firefox.mjs';
import { playNos } from './browsers/nos.mjs';
import { POSTS, writeBundle } from './faults/bundle.mjs';
import { WAYS } from './faults/ways.mjs';

/** @typedef {import('./faults/ways.mjs').Running} Running */
/** @typedef {import('./faults/ways.mjs').Page} Page */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    browser: { type: 'string' },
    way: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const LONGEST = 180_000;
let state = Number(values.seed) >>> 0;
/** Whole numbers below a bound: the moments and the posts are the same for the same seed. @param {number} below */
const random = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const folder = mkdtempSync(join(tmpdir(), 'terugblik-faults-'));
const bundle = join(folder, 'groot.zip');
writeBundle(bundle, random);
const nos = await playNos({});

/** @param {string} name @param {string} profile @returns {Promise<Running>} */
const launch = (name, profile) => (name === 'firefox' ? openFirefox({ ...nos, profile }) : openChromium({ ...nos, profile }));

/** @param {Running} running */
async function openOptions(running) {
  const page = await running.open('options.html');
  await page.bringToFront();
  await page.waitForSelector('[data-part="preferences"]');
  return page;
}

/** Begins to import the bundle. @param {Page} page */
async function choose(page) {
  const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
    await page.waitForSelector('input[type=file]:not([data-input]):not([disabled])')
  );
  await input.uploadFile(bundle);
  await page.waitForSelector('[role=progressbar]');
}

/** The posts that a finished import tells of; an error where it did not finish. @param {Page} page */
async function finished(page) {
  await page.waitForSelector('[data-part="report"]', { timeout: LONGEST });
  const { end, posts } = await page.$eval('[data-part="report"]', (report) => ({
    end: /** @type {HTMLElement} */ (report).dataset.state,
    posts: Number(report.querySelector('[data-count="posts"]')?.textContent?.replace(/\D/g, '')),
  }));
  if (end !== 'done' || posts !== POSTS) throw new Error(`the import ended as ${end} with ${posts} posts`);
}

/** Whether the archive has an article. @param {Running} running @param {string} key */
async function has(running, key) {
  const page = await running.open(`archive.html?article=${key}`);
  await page.waitForSelector('main[data-state="ready"]', { timeout: 20_000 });
  const found = (await page.$('[data-part="article"] [data-part="title"]')) !== null;
  await page.close();
  return found;
}

/** How many imports wait to go on, by the disk. @param {Page} page @returns {Promise<number>} */
const waiting = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('terugblik');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('imports').objectStore('imports').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

/** Takes the large bundle out again. @param {Page} page */
async function takeOut(page) {
  await page.evaluate(() => {
    const items = [...document.querySelectorAll('[data-part="bundles"] li')];
    const large = items.find((one) => one.querySelector('h3')?.textContent === 'groot');
    /** @type {HTMLElement | null | undefined} */ (large?.querySelector('button[data-action="remove"]'))?.click();
  });
  await page.waitForFunction(() => ![...document.querySelectorAll('[data-part="bundles"] h3')].some((one) => one.textContent === 'groot'));
  await page.close();
}

/**
 * Strikes one import, and brings it to its end.
 * @param {string} name @param {string} profile @param {Running} before @param {import('./faults/ways.mjs').Way} way @param {number} moment
 * @returns {Promise<{ running: Running, offered: boolean }>}
 */
async function strikeOnce(name, profile, before, way, moment) {
  let running = before;
  let page = await openOptions(running);
  await choose(page);
  await new Promise((resolve) => setTimeout(resolve, moment));
  await way.strike(running, page);
  let offered = false;
  if (!way.kept) {
    if (way.restarts) running = await launch(name, profile);
    if (!(await has(running, 'nos:9000001'))) throw new Error('the old archive does not answer');
    page = await openOptions(running);
    offered = (await waiting(page)) > 0;
    if (offered) await page.waitForSelector('[data-part="interrupted"]', { timeout: 10_000 });
    await choose(page);
  }
  await finished(page);
  if ((await waiting(page)) > 0) throw new Error('an import still waits to go on');
  for (const key of ['nos:9000001', 'nos:8000000', `nos:${8_000_000 + POSTS - 1}`])
    if (!(await has(running, key))) throw new Error(`${key} is not in the archive`);
  await page.bringToFront();
  await takeOut(page);
  return { running, offered };
}

/** @param {string} name @param {string} wayName */
async function tryWay(name, wayName) {
  const way = /** @type {import('./faults/ways.mjs').Way} */ (WAYS[wayName]);
  const profile = mkdtempSync(join(folder, `${name}-`));
  let running = await launch(name, profile);
  const tally = { runs: 0, failed: 0, offered: 0 };
  try {
    const page = await openOptions(running);
    await page.click('button[data-action="sample"]');
    await page.waitForSelector('[data-part="report"][data-state="done"]', { timeout: 30_000 });
    await page.waitForSelector('[data-part="bundles"] li');
    const started = performance.now();
    await choose(page);
    await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, { timeout: LONGEST });
    await finished(page);
    const whole = performance.now() - started;
    await takeOut(page);
    for (; tally.runs < Number(values.runs); tally.runs++) {
      // In turns in the later half, where there is something to go on with, and in the earlier one.
      const moment = Math.round((whole * (1 - (tally.runs % 2)) + random(whole)) / 2);
      try {
        const after = await strikeOnce(name, profile, running, way, moment);
        running = after.running;
        if (after.offered) tally.offered++;
        console.log(`  after ${moment} ms of ${Math.round(whole)}${after.offered ? ', offered to go on' : ''}`);
      } catch (error) {
        tally.failed++;
        console.error(`${name}, ${wayName} after ${moment} ms of ${Math.round(whole)}: ${error}`);
        await running.close().catch(() => undefined);
        return tally;
      }
    }
  } finally {
    await running.close().catch(() => undefined);
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
  return tally;
}

let failed = 0;
for (const name of values.browser ? [values.browser] : ['chromium', 'firefox']) {
  for (const way of values.way ? [values.way] : Object.keys(WAYS)) {
    const started = performance.now();
    const tally = await tryWay(name, way);
    failed += tally.failed;
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${name}, ${way}: ${tally.runs} times, ${tally.failed} failed, ${tally.offered} offered to go on, ${seconds} s`);
  }
}
nos.close();
rmSync(folder, { recursive: true, force: true });
process.exit(failed > 0 ? 1 : 0);
