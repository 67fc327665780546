// What a reader does on the options page, and what the archive tells afterwards.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswers, readNames } from './disk.mjs';

/** @typedef {import('../browsers/open.mjs').Running} Running */
/** @typedef {import('puppeteer-core').Page} Page */

const LONGEST = 120_000;

/**
 * Waits until something is on a page, which may stand behind another: asked from here, as Chromium draws no frames of such a
 * page, and Firefox lets its timers go once a second.
 * @param {Page} page @param {string} selector @param {number} [timeout] milliseconds
 */
export async function shown(page, selector, timeout = 30_000) {
  for (const last = Date.now() + timeout; ; ) {
    const found = await page.$(selector);
    if (found) return found;
    if (Date.now() > last) throw new Error(`${selector} was not shown`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @param {Running} running */
export async function openOptions(running) {
  const page = await running.open('options.html');
  await page.bringToFront();
  await shown(page, '[data-part="preferences"]');
  return page;
}

/** Begins to import a bundle. @param {Page} page @param {string} path */
export async function choose(page, path) {
  const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
    await shown(page, 'input[type=file]:not([data-input]):not([disabled])')
  );
  // The report of an import before stays until this one begins.
  await page.evaluate(() => document.querySelector('[data-part="report"]')?.setAttribute('data-old', ''));
  await input.uploadFile(path);
}

/** How an import that was begun ended. @param {Page} page @returns {Promise<{ end: string, text: string }>} */
export async function ended(page) {
  const report = '[data-part="report"]:not([data-old])';
  await shown(page, report, LONGEST);
  return page.$eval(report, (report) => ({
    end: /** @type {HTMLElement} */ (report).dataset.state ?? '',
    text: report.textContent ?? '',
  }));
}

/** @param {Page} page @param {string} path */
export async function importWhole(page, path) {
  await choose(page, path);
  const { end, text } = await ended(page);
  if (end !== 'done') throw new Error(`the import ended as ${end}: ${text}`);
}

/** Imports the archive that comes with the extension. @param {Page} page */
export async function importSample(page) {
  await (await shown(page, 'button[data-action="sample"]')).click();
  await shown(page, '[data-part="report"][data-state="done"]');
}

/** Takes a bundle out. @param {Page} page @param {string} name */
export async function remove(page, name) {
  await page.waitForFunction(
    (name) => [...document.querySelectorAll('[data-part="bundles"] h3')].some((one) => one.textContent === name),
    { polling: 50 },
    name,
  );
  await page.evaluate((name) => {
    const item = [...document.querySelectorAll('[data-part="bundles"] li')].find((one) => one.querySelector('h3')?.textContent === name);
    /** @type {HTMLElement | null | undefined} */ (item?.querySelector('button[data-action="remove"]'))?.click();
  }, name);
  await shown(page, '[data-part="removed"] li');
}

/** Waits until the page has swept at its start. @param {Page} page */
export async function swept(page) {
  let names = await page.evaluate(readNames);
  for (const until = Date.now() + 10_000; names.unnamed.length > 0 && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    names = await page.evaluate(readNames);
  }
  return names;
}

/** @param {string} extension the folder of the build @returns {(page: Page, asked: Parameters<typeof readAnswers>[1]) => Promise<string>} */
export function answersOf(extension) {
  const thread = readdirSync(join(extension, 'assets')).find((name) => /^lookup-worker.*\.js$/.test(name));
  return (page, asked) => page.evaluate(readAnswers, `/assets/${thread}`, asked);
}
