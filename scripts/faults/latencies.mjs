// How long questions take while the archive is worked on, in another page of the same browser.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openOptions } from './pages.mjs';

/** @typedef {import('../browsers/open.mjs').Running} Running */

/**
 * Asks one question after the other until told to stop, and notes how long each took. Runs in a page.
 * @param {string} thread address of the lookups' script @param {readonly string[]} keys
 */
function keepAsking(thread, keys) {
  const worker = new Worker(new URL(thread, location.href), { type: 'module' });
  const state = { isAsking: true, took: /** @type {number[]} */ ([]) };
  /** @type {any} */ (globalThis).asking = state;
  let asked = 0;
  const ask = () => {
    const started = performance.now();
    const filters = { publisher: null, category: null, from: null, to: null, offset: 0, limit: 20, sort: 'relevance' };
    const isSearch = ++asked % 2 === 0;
    const given = isSearch ? [{ ...filters, text: 'dijk' }] : [keys[asked % keys.length], null];
    worker.addEventListener(
      'message',
      () => {
        state.took.push(performance.now() - started);
        if (state.isAsking) setTimeout(ask, 20);
        else worker.terminate();
      },
      { once: true },
    );
    worker.postMessage({ id: asked, name: isSearch ? 'search' : 'article', given });
  };
  ask();
}

/** @param {number[]} took */
function summary(took) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return `${sorted.length} questions, median ${at(0.5)}, p95 ${at(0.95)}, at most ${at(1)} ms`;
}

/**
 * Does some work while questions are asked.
 * @param {Running} running @param {string} extension folder of the build @param {readonly string[]} keys
 * @param {(page: import('puppeteer-core').Page) => Promise<unknown>} work in a page of options
 * @returns {Promise<string>} how long the questions took
 */
export async function askDuring(running, extension, keys, work) {
  const thread = readdirSync(join(extension, 'assets')).find((name) => /^lookup-worker.*\.js$/.test(name));
  const asking = await running.open('archive.html');
  await asking.evaluate(keepAsking, `/assets/${thread}`, keys);
  const page = await openOptions(running);
  // In the background it would be let wait.
  await asking.bringToFront();
  // The first question opens the database.
  await asking.evaluate(() => {
    /** @type {any} */ (globalThis).asking.took.length = 0;
  });
  await work(page);
  const took = await asking.evaluate(() => {
    const { asking } = /** @type {any} */ (globalThis);
    asking.isAsking = false;
    return asking.took;
  });
  await asking.close();
  await page.close();
  return summary(took);
}
