// What the content scripts cost the pages that they run in: time of the main thread, as Chromium's own trace has it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openChromium } from '../browsers/chromium.mjs';
import { playNos } from '../browsers/nos.mjs';
import { median, p95, shown } from './numbers.mjs';

/** @typedef {Awaited<ReturnType<typeof openChromium>>} Running */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, args?: { data?: { url?: string } } }} TraceEvent */
/** @typedef {{ from: number, to: number, thread: string }} Span */

/** More of them would slow down what is measured. */
const CATEGORIES = ['devtools.timeline', 'toplevel'];
const LINKS = 300;
const FIRST_ID = 9_300_000;
/** A page is done with after this many milliseconds: the script, what it waits for, and the answer on it. */
const SETTLED = 700;
const SENTENCE = 'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen, zegt dijkgraaf Wiersma.';
const TITLE = 'Dijk bij Oosterveen krijgt nieuwe bekleding';

const links = Array.from(
  { length: LINKS },
  (_, i) => `<li><a href="/artikel/${FIRST_ID + i}-bericht"><h2>Bericht ${i} over de dijk</h2><p>${SENTENCE}</p></a></li>`,
).join('\n');
const frame = (/** @type {string} */ head, /** @type {string} */ body) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>NOS</title><link rel="icon" href="data:,">${head}</head><body><nav><ul>${'<li><a href="/nieuws">Nieuws</a></li>'.repeat(40)}</ul></nav>${body}</body></html>`;
const items = Array.from({ length: 40 }, (_, i) =>
  i % 8 === 7
    ? { type: 'image', title: 'Beeld', formats: Array(60).fill({ url: '/a.jpg', width: 1 }) }
    : { type: 'text', text: `<p>${SENTENCE.repeat(2)}</p>` },
);
/** An article of 40 paragraphs as the site builds them: with its data twice, 1,500 elements around it, and sixty kB of data. */
const article = frame(
  `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'NewsArticle', url: `https://nos.nl/l/${FIRST_ID}`, headline: TITLE, datePublished: '2026-03-02T09:05:00Z' }] })}</script>`,
  `<main><article><h1>${TITLE}</h1>${`<p>${SENTENCE.repeat(2)} <a href="/l/1">Dijk</a></p>`.repeat(40)}</article>
  <section><ul>${'<li><a href="/l/2"><h3>Een ander</h3><span><i></i></span></a></li>'.repeat(250)}</ul></section></main>
  <script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { data: { id: FIRST_ID, type: 'article', title: TITLE, items, more: Array(300).fill({ type: 'link', title: SENTENCE }) } } } })}</script>`,
);
const PAGES = {
  '/nieuws': { html: frame('', `<main><h1>Nieuws</h1><ul>${links}</ul></main>`) },
  [`/artikel/${FIRST_ID}-dijk`]: { html: article },
};

/**
 * @param {{ runs: number }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureContent({ runs }) {
  const nos = await playNos(PAGES);
  const running = await openChromium(nos);
  try {
    await takeInArticles(running);
    const rows = [];
    for (const [figure, path] of /** @type {const} */ ([
      ['content script on a page that is no article', '/nieuws'],
      ['content script on an article', `/artikel/${FIRST_ID}-dijk`],
    ])) {
      rows.push(...rowsOf(figure, await repeated(running, runs * 3, path)));
    }
    await chooseMarks(running);
    rows.push(...rowsOf(`marks, ${LINKS} archived links scrolled through`, await repeated(running, runs, '/nieuws', scrollDown)));
    return rows;
  } finally {
    await running.close();
    nos.close();
  }
}

/** A task is also the page's own: it parses, styles and lays out in the same ones. @param {string} figure @param {ReturnType<typeof costOf>[]} seen */
function rowsOf(figure, seen) {
  const times = seen.map(({ ours }) => ours);
  const { longest } = seen.toSorted((a, b) => b.longest.all - a.longest.all)[0] ?? { longest: { all: 0, ours: 0 } };
  return [
    { figure: `${figure}, ms of the main thread`, value: shown(median(times)), note: `p95 ${shown(p95(times))}, ${times.length} times` },
    {
      figure: `${figure}, most of it in one task, ms`,
      value: shown(Math.max(...seen.map(({ most }) => most))),
      note: `the longest task that it ran in took ${shown(longest.all)}, of that ${shown(longest.ours)} its own`,
    },
  ];
}

/** Loads a page some times, after one that warms up, and gives what the scripts took each time. @param {Running} running @param {number} times @param {string} path @param {(page: Page) => Promise<void>} [then] */
async function repeated(running, times, path, then = async () => undefined) {
  const page = await running.browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  await page.bringToFront();
  const seen = [];
  for (let i = 0; i <= times; i++) {
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(`https://nos.nl${path}`);
    await then(page);
    await pause(SETTLED);
    const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
    if (i > 0) seen.push(costOf(trace.traceEvents));
  }
  await page.close();
  return seen;
}

/** How long the extension's scripts ran on the main thread of a page, and in which tasks, in milliseconds. @param {TraceEvent[]} events */
function costOf(events) {
  const complete = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const scripts = complete.filter(isOurs).map(spanOf);
  if (scripts.length === 0) throw new Error('the trace has nothing of the content script');
  const ours = outermost([...scripts, ...complete.filter((event) => isAwaited(event, scripts)).map(spanOf)]);
  const tasks = complete
    .filter(({ name }) => /RunTask$/.test(name))
    .map(spanOf)
    .map((task) => ({ all: lengthOf(task), ours: sumOf(ours.filter((span) => isWithin(span, task))) }))
    .filter((task) => task.ours > 0)
    .toSorted((a, b) => b.all - a.all);
  return { ours: sumOf(ours), longest: tasks[0] ?? { all: 0, ours: 0 }, most: Math.max(...tasks.map((task) => task.ours)) };
}

const lengthOf = (/** @type {Span} */ { from, to }) => (to - from) / 1000;
const sumOf = (/** @type {Span[]} */ spans) => spans.reduce((sum, span) => sum + lengthOf(span), 0);
const isWithin = (/** @type {Span} */ one, /** @type {Span} */ other) =>
  one.thread === other.thread && one.from >= other.from && one.to <= other.to;

/** Whether an event is one of a script of the extension that runs in a page: its worker runs elsewhere. @param {TraceEvent} event */
const isOurs = ({ args }) => /^chrome-extension:\/\/.*\/(?:content|reading|marks)\.js$/.test(args?.data?.url ?? '');

/**
 * Whether an event is the rest of a script behind an `await`. The trace doesn't tell of which script, but the pages here have none of their own.
 * @param {TraceEvent} event @param {Span[]} scripts
 */
const isAwaited = (event, scripts) => event.name === 'RunMicrotasks' && scripts.some(({ thread }) => thread === spanOf(event).thread);

/** @param {TraceEvent} event @returns {Span} */
const spanOf = ({ ts, dur = 0, pid, tid }) => ({ from: ts, to: ts + dur, thread: `${pid}:${tid}` });

/** Spans that lie within no other. @param {Span[]} spans */
function outermost(spans) {
  const ordered = spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
  return ordered.filter((span, i) => !ordered.slice(0, i).some((one) => one.thread === span.thread && one.to >= span.to));
}

/** Scrolls through a page by screens, as it takes a mark a moment to come. @param {Page} page */
async function scrollDown(page) {
  const screens = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / innerHeight));
  for (let i = 0; i < screens; i++) {
    await page.evaluate(() => scrollBy(0, innerHeight));
    await pause(120);
  }
}

/** Imports the articles that the overview links to. @param {Running} running */
async function takeInArticles(running) {
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-bench-content-'));
  const files = Array.from({ length: LINKS }, (_, i) => {
    const path = join(folder, `2019-10-27-bericht_${i}.md`);
    const front = `title: "Bericht ${i}"\ndate: Sun, 27 Oct 2019 21:12:49 +0100\nexterne_link: "https://nos.nl/artikel/${FIRST_ID + i}"`;
    writeFileSync(path, `---\n${front}\n---\n<p>${SENTENCE} ${i}</p>\n`);
    return path;
  });
  const page = await running.open('options.html');
  const input = await page.waitForSelector('input[type=file]:not([data-input])');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(...files);
  await page.waitForSelector('[data-part="report"][data-state="done"]');
  await page.close();
  rmSync(folder, { recursive: true });
}

/** @param {Running} running */
async function chooseMarks(running) {
  const page = await running.open('options.html');
  await page.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: { marks: true } }));
  await pause(500);
  await page.close();
}
