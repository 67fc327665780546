// What an answer costs in an extension whose background was stopped, beside a message that is answered at once.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newProfile, openBench, openBrowser } from './browser.mjs';
import { SITE } from './built.mjs';
import { median, p95, shown } from './numbers.mjs';

const MANIFEST = {
  manifest_version: 3,
  name: 'Terugblik bench',
  version: '1',
  background: { service_worker: 'background.js', type: 'module' },
  permissions: ['unlimitedStorage', 'storage'],
};

/**
 * Does something with the archive of an extension in a browser of its own.
 * @template Result
 * @param {string | null} bundle the file of what is imported first
 * @param {(bench: Awaited<ReturnType<typeof openBench>>, browser: import('puppeteer-core').Browser) => Promise<Result>} act
 */
export async function withinExtension(bundle, act) {
  const extension = mkdtempSync(join(tmpdir(), 'terugblik-bench-extension-'));
  cpSync(SITE, extension, { recursive: true });
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(MANIFEST));
  const profile = await newProfile('chromium');
  const browser = await openBrowser('chromium', profile, { extension });
  try {
    const { host } = new URL((await browser.waitForTarget(isBackground)).url());
    const bench = await openBench(browser, `chrome-extension://${host}/index.html`, 'ours');
    if (bundle) await bench.take(bundle);
    return await act(bench, browser);
  } finally {
    await browser.close();
    await profile.remove();
    rmSync(extension, { recursive: true, force: true });
  }
}

const isBackground = (/** @type {import('puppeteer-core').Target} */ target) => target.type() === 'service_worker';

/**
 * Asks an extension's background. @param {Awaited<ReturnType<typeof openBench>>} bench @param {unknown} message
 * @returns {Promise<any>}
 */
export const answerOf = (bench, message) =>
  bench.page.evaluate((one) => /** @type {any} */ (globalThis).bench.answer(one), /** @type {any} */ (message));

/**
 * @param {{ bundle: import('./bundles.mjs').Measured, queries: import('../../bench/contestant.ts').BenchQuery[], runs: number }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export const measureExtension = ({ bundle, queries, runs }) =>
  withinExtension(bundle.path, async (bench, browser) => {
    const stop = async () => (await browser.targets().find(isBackground)?.worker())?.close();
    const ask = (/** @type {unknown} */ message) =>
      bench.page.evaluate((one) => /** @type {any} */ (globalThis).bench.message(one), /** @type {any} */ (message));
    /** @type {Record<string, number[]>} */
    const times = { bare: [], lookup: [], related: [] };
    for (let run = 0; run < runs * 2; run++) {
      for (const kind of ['bare', 'lookup', 'related']) {
        await stop();
        await new Promise((resolve) => setTimeout(resolve, 150));
        times[kind]?.push(await ask({ kind, query: queries[run % queries.length] }));
      }
    }
    const bare = times.bare ?? [];
    const rows = Object.entries(times).map(([kind, all]) => ({
      figure: `stopped background, ${kind}, ms`,
      value: shown(median(all)),
      note: `p95 ${shown(p95(all))}, ${all.length} times`,
    }));
    for (const kind of ['lookup', 'related']) {
      rows.push({
        figure: `stopped background, ${kind} over the bare message, ms`,
        value: shown(median(times[kind] ?? []) - median(bare)),
        note: '',
      });
    }
    return rows;
  });
