// The pages as the reader meets them: the popup from its opening until it stands still, beside one that is empty; the archive page
// while one types and scrolls. In the built extension, in Chromium.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openChromium } from '../browsers/chromium.mjs';
import { playNos } from '../browsers/nos.mjs';
import { median, p95, shown } from './numbers.mjs';
import { countLongTasks, followSearch, watchPage } from './pages-watch.mjs';

/** @typedef {Awaited<ReturnType<typeof openChromium>>} Running */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../../bench/contestant.ts').BenchQuery} Query */
/** @typedef {import('./report.mjs').Row} Row */

const DIST = join(import.meta.dirname, '../../dist/chrome');
const EMPTY = '<!doctype html><meta charset="utf-8"><title>Terugblik</title><main data-state="empty">Terugblik</main>';
/** The least that a popup can do: one script, which asks for its tab and what is kept of it and writes two words. */
const LEAST = {
  'least.html':
    '<!doctype html><meta charset="utf-8"><title>Terugblik</title><script type="module" async src="least.js"></script><body></body>',
  'least.js': `
const tab = Number(new URLSearchParams(location.search).get('tab'));
const name = 'context:' + tab;
Promise.all([chrome.tabs.get(tab), chrome.storage.session.get(name)]).then(([{ url }, kept]) => {
  const main = document.createElement('main');
  main.dataset.state = kept[name].state;
  main.textContent = url + ' ' + kept[name].state;
  document.body.append(main);
});
`,
};
/** Between the keys of one who types fast, in milliseconds. */
const BETWEEN_KEYS = 90;
const SCROLLED = 1000;

/** @param {Query} query @param {number} i */
const addressOf = (query, i) => `/artikel/${9_100_000 + i}-${query.words[0].replace(/\W/g, '')}`;

/**
 * @param {{ bundle: import('./bundles.mjs').Measured, queries: Query[], runs: number }} what
 * @returns {Promise<Row[]>}
 */
export async function measurePages({ bundle, queries, runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-bench-pages-'));
  const extension = join(folder, 'extension');
  cpSync(DIST, extension, { recursive: true });
  writeFileSync(join(extension, 'empty.html'), EMPTY);
  for (const [name, text] of Object.entries(LEAST)) writeFileSync(join(extension, name), text);
  const nos = await playNos(Object.fromEntries(queries.map((query, i) => [addressOf(query, i), query])));
  const running = await openChromium({ ...nos, extension });
  try {
    await takeIn(running, bundle.path, writePosts(folder, queries));
    const popups = await measurePopup(running, queries, runs);
    return [...popups, ...(await measureTyping(running, queries)), ...(await measureScrolling(running))];
  } finally {
    await running.close();
    nos.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The articles that the played site shows, as posts: so that these are archived. @param {string} folder @param {Query[]} queries */
const writePosts = (folder, queries) =>
  queries.map(({ title, paragraphs, published }, i) => {
    const path = join(folder, `2019-10-27-artikel_${i}.md`);
    const date = new Date(published ?? Date.UTC(2019, 9, 27)).toUTCString();
    const link = `https://nos.nl/artikel/${9_100_000 + i}`;
    const text = paragraphs.map((one) => `<p>${one.replaceAll('<', '&lt;')}</p>`).join('\n');
    writeFileSync(path, `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nexterne_link: "${link}"\nbron: NOS\n---\n${text}\n`);
    return path;
  });

/** @param {Running} running @param {string} bundle @param {string[]} posts */
async function takeIn(running, bundle, posts) {
  const page = await running.open('options.html');
  for (const [at, files] of [[bundle], posts].entries()) {
    const input = await page.waitForSelector('input[type=file]:not([data-input]):not([disabled])');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(...files);
    await page.waitForFunction((count) => document.querySelectorAll('[data-part="bundles"] li').length > count, { timeout: 0 }, at);
    await page.waitForSelector('[data-part="report"][data-state="done"]', { timeout: 0 });
  }
  await page.close();
}

/** @param {Running} running @param {Query[]} queries @param {number} runs @returns {Promise<Row[]>} */
async function measurePopup(running, queries, runs) {
  /** @type {Record<'empty' | 'least' | 'ready' | 'cold', number[]>} */
  const times = { empty: [], least: [], ready: [], cold: [] };
  let shift = 0;
  const note = async (/** @type {keyof typeof times} */ name, /** @type {string} */ path) => {
    const seen = await openWatched(running, path);
    times[name].push(seen.settled);
    shift = Math.max(shift, seen.shift);
  };
  for (const [i, query] of queries.slice(0, runs * 2).entries()) {
    const article = await running.browser.newPage();
    await article.goto(`https://nos.nl${addressOf(query, i)}`);
    const tab = await tabOf(running, article.url());
    const path = `popup.html?tab=${tab}`;
    await note('empty', 'empty.html');
    await note('least', `least.html?tab=${tab}`);
    await note('ready', path);
    await forgetContexts(running);
    await running.stopBackground();
    await pause(150);
    await note('cold', path);
    await article.close();
  }
  return [
    ...Object.entries({
      empty: 'empty',
      least: 'only asking for what is kept',
      ready: 'its context ready',
      cold: 'none ready, background stopped',
    }).map(([name, words]) => {
      const all = times[/** @type {keyof typeof times} */ (name)];
      return { figure: `popup, ${words}, ms`, value: shown(median(all)), note: `p95 ${shown(p95(all))}, ${all.length} times` };
    }),
    over('popup over an empty one, only asking for what is kept, ms', times.least, times.empty),
    over('popup over an empty one, its context ready, ms', times.ready, times.empty),
    over('popup over an empty one, none ready and background stopped, ms', times.cold, times.empty),
    { figure: 'popup, most layout shift after its first content', value: shown(shift), note: 'CLS' },
  ];
}

/** @param {string} figure @param {number[]} times @param {number[]} empty @returns {Row} */
const over = (figure, times, empty) => ({
  figure,
  value: shown(median(times) - median(empty)),
  note: `p95 ${shown(p95(times) - p95(empty))}`,
});

/** Opens a page of the extension and gives when it last changed, after that it was opened. @param {Running} running @param {string} path */
async function openWatched(running, path) {
  const page = await running.browser.newPage();
  await page.setViewport({ width: 380, height: 600 });
  await page.evaluateOnNewDocument(watchPage);
  await page.goto(`${running.base}/${path}`);
  const seen = await page.evaluate(() => /** @type {any} */ (globalThis).settled());
  await page.close();
  return /** @type {{ settled: number, shift: number }} */ (seen);
}

/** @param {Running} running @param {string} address @returns {Promise<number>} */
const tabOf = (running, address) =>
  within(
    running,
    async (/** @type {string} */ url) => {
      const { chrome } = /** @type {any} */ (globalThis);
      for (;;) {
        const tab = (await chrome.tabs.query({})).find((/** @type {{ url?: string }} */ one) => one.url === url);
        // Until the background has made its context.
        if (tab && (await chrome.storage.session.get(`context:${tab.id}`))[`context:${tab.id}`]) return tab.id;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    address,
  );

/** @param {Running} running */
const forgetContexts = (running) => within(running, () => /** @type {any} */ (globalThis).chrome.storage.session.clear(), '');

/** Does something in a page of the extension that is closed again. @param {Running} running @param {(given: string) => unknown} act @param {string} given */
async function within(running, act, given) {
  const page = await running.open('empty.html');
  const answer = await page.evaluate(act, given);
  await page.close();
  return /** @type {any} */ (answer);
}

/** Types two words, key after key, and gives how long after the last one their results stood. @param {Running} running @param {Query[]} queries */
async function measureTyping(running, queries) {
  const page = await openArchive(running, 'archive.html');
  /** @type {number[]} */
  const times = [];
  for (const { words } of queries) {
    await page.evaluate(followSearch);
    await page.keyboard.type(words.join(' '), { delay: BETWEEN_KEYS });
    times.push(await page.evaluate(() => /** @type {any} */ (globalThis).found()));
    await page.$eval('input[type="search"]', (input) => /** @type {HTMLInputElement} */ (input).select());
    await page.keyboard.press('Backspace');
    await pause(400);
  }
  await page.close();
  return [
    {
      figure: 'archive page, results after the last key, ms',
      value: shown(median(times)),
      note: `p95 ${shown(p95(times))}, ${times.length} times`,
    },
  ];
}

/** @param {Running} running */
async function measureScrolling(running) {
  const page = await openArchive(running, 'archive.html?q=de');
  await page.evaluate(countLongTasks);
  await page.mouse.move(200, 500);
  let results = 0;
  for (let i = 0; results < SCROLLED && i < 1000; i++) {
    await page.mouse.wheel({ deltaY: 600 });
    await pause(16);
    if (i % 10 === 0) results = await page.$$eval('[data-part="results"] li', (items) => items.length);
  }
  /** @type {number[]} */
  const tasks = await page.evaluate(() => /** @type {any} */ (globalThis).longTasks);
  await page.close();
  return [
    {
      figure: `archive page, tasks over 50 ms while ${results} results are scrolled`,
      value: String(tasks.length),
      note: `longest ${shown(Math.max(0, ...tasks))} ms`,
    },
  ];
}

/** @param {Running} running @param {string} path @returns {Promise<Page>} */
async function openArchive(running, path) {
  const page = await running.open(path);
  await page.setViewport({ width: 1160, height: 900 });
  await page.bringToFront();
  await page.waitForSelector('main[data-state="ready"] [data-part="results"] li');
  await page.waitForSelector('[data-part="months"], .months', { timeout: 5000 }).catch(() => undefined);
  await page.focus('input[type="search"]');
  await pause(500);
  return page;
}
