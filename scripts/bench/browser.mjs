// A real browser on a profile that outlives it: what is measured after a restart was written by another process.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from '../browsers/find.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ path: string, remove(): Promise<void>, size(): Promise<number> }} Profile */

const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );
const PREFS = {
  // Its clocks are coarse else, and pages at rest are made slower.
  'privacy.reduceTimerPrecision': false,
  'dom.min_background_timeout_value': 4,
  'browser.sessionstore.resume_from_crash': false,
};
/** Where each browser keeps IndexedDB and the origin private file system, within a profile. */
const STORAGE = { chromium: ['Default/IndexedDB', 'Default/File System'], firefox: ['storage/default'] };

/** @param {BrowserName} name @returns {Promise<Profile>} */
export async function newProfile(name) {
  const path = await mkdtemp(join(tmpdir(), 'terugblik-bench-'));
  return {
    path,
    /** Bytes that the archive in it takes. */
    async size() {
      const sizes = await Promise.all(STORAGE[name].map((folder) => sizeOf(join(path, folder))));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}

/** @param {string} folder @returns {Promise<number>} */
async function sizeOf(folder) {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])) {
    if (entry.isFile())
      sum += await stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return sum;
}

/**
 * @param {BrowserName} name
 * @param {Profile} profile
 * @param {{ extension?: string, args?: string[] }} [options]
 */
export function openBrowser(name, profile, { extension, args = [] } = {}) {
  const common = {
    executablePath: browserOrInstall(name),
    headless: true,
    userDataDir: profile.path,
    protocolTimeout: 0,
    defaultViewport: null,
  };
  if (name === 'firefox') return puppeteer.launch({ ...common, browser: 'firefox', extraPrefsFirefox: PREFS });
  return puppeteer.launch({
    ...common,
    browser: 'chrome',
    pipe: true,
    args: [...FLAGS, ...args],
    ...(extension ? { enableExtensions: [extension] } : {}),
  });
}

/**
 * Opens a page of the bench and starts a contestant in it.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {string} contestant
 */
export async function openBench(browser, address, contestant) {
  const [first] = await browser.pages();
  const page = first?.url() === 'about:blank' ? first : await browser.newPage();
  await page.goto(address);
  await page.evaluate((name) => /** @type {any} */ (globalThis).bench.start(name), contestant);
  return {
    page,
    /** @param {import('../../bench/site/worker.ts').WorkerRequest} request @returns {Promise<any>} */
    call: (request) => page.evaluate((one) => /** @type {any} */ (globalThis).bench.call(one), /** @type {any} */ (request)),
    /** Imports a bundle. @param {string} bundle @returns {Promise<import('../../bench/contestant.ts').Imported>} */
    async take(bundle) {
      const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('input'));
      await input.uploadFile(bundle);
      const posts = `/posts?bundle=${encodeURIComponent(bundle)}`;
      return page.evaluate((from) => /** @type {any} */ (globalThis).bench.take(from), posts);
    },
  };
}

/**
 * Does something with a contestant in a browser of its own.
 * @template Result
 * @param {BrowserName} name
 * @param {Profile} profile
 * @param {string} address
 * @param {string} contestant
 * @param {(bench: Awaited<ReturnType<typeof openBench>>, browser: import('puppeteer-core').Browser) => Promise<Result>} act
 */
export async function within(name, profile, address, contestant, act) {
  const browser = await openBrowser(name, profile);
  try {
    return await act(await openBench(browser, address, contestant), browser);
  } finally {
    await browser.close();
  }
}
