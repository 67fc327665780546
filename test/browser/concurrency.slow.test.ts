import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { type Contents, FIRST_ARTICLE, randomFrom, writeBundle } from '../../scripts/faults/bundle.mjs';
import { copyDatabase, readNames } from '../../scripts/faults/disk.mjs';
import { answersOf, choose, ended, importSample, importWhole, openOptions, remove, shown, swept } from '../../scripts/faults/pages.mjs';

const ARTICLES = { '/artikel/9000001-dijk': { title: 'Dijk', paragraphs: ['De dijk.'] } };
const DIST = join(import.meta.dirname, '../../dist');
/** Three copies make as many segments; with a fourth they are merged. */
const COPIES = [300, 600, 900, 901];
/** Long enough for something else to be done meanwhile; each tells something else. */
const LONG = { posts: 3000, words: 100 };
const ASKED = { keys: ['nos:9000001', `nos:${FIRST_ARTICLE}`, `nos:${FIRST_ARTICLE + 900}`], words: ['dijk', 'woord1a'] };

/** What the pages of the extension call. */
declare const chrome: { tabs: { query(which: object): Promise<{ id: number; url?: string }[]> } };

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  type Page = Awaited<ReturnType<typeof running.open>>;
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-concurrency-'));
  const bundle = (file: string, contents: Contents) => writeBundle(folder, file, contents, randomFrom(1));
  const copies = COPIES.map((posts) => bundle(`copy-${posts}`, { posts, words: 100 }));
  const answers = answersOf(join(DIST, name === 'Chromium' ? 'chrome' : 'firefox'));

  beforeAll(async () => {
    nos = await playNos(ARTICLES);
    running = await openBrowser(name, nos);
    const page = await openOptions(running);
    await importSample(page);
    await page.close();
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
    rmSync(folder, { recursive: true });
  });

  /** Asks the archive over and over while something is done to it, and gives each other answer once, in their order. */
  async function answersDuring(asking: Page, work: () => Promise<void>): Promise<string[]> {
    const seen = [await answers(asking, ASKED)];
    const look = async () => {
      const now = await answers(asking, ASKED);
      if (now !== seen.at(-1)) seen.push(now);
    };
    let isDone = false;
    const working = work().finally(() => {
      isDone = true;
    });
    while (!isDone) await look();
    await working;
    await look();
    return seen;
  }
  const isWhole = async (page: Page) => {
    const { unnamed, missing, waiting } = await swept(page);
    expect({ unnamed, missing, waiting }).toEqual({ unnamed: [], missing: [], waiting: 0 });
  };

  test('answers as before until an import, a merge or a removal is done, and as after from then on', async () => {
    const working = await openOptions(running);
    const asking = await running.open('archive.html');
    for (const copy of copies) expect(await answersDuring(asking, () => importWhole(working, copy))).toHaveLength(2);
    expect((await working.evaluate(readNames)).segments).toBe(2);
    expect(await answersDuring(asking, () => remove(working, 'krant'))).toHaveLength(2);
    await working.close();
    await asking.close();
  }, 120_000);

  test('lets the second of two windows that import wait, says so, and does both', async () => {
    const first = await openOptions(running);
    const second = await openOptions(running);
    await choose(first, bundle('long', LONG));
    await shown(first, '[role=progressbar]:not([aria-valuenow="0"])');
    await second.click('button[data-action="sample"]');
    const told = () => second.$eval('[role=progressbar]', (bar: Element) => bar.getAttribute('aria-valuetext'));
    await vi.waitFor(async () => expect(await told()).toMatch(/ander venster|another window/i), 5000);
    expect((await ended(first)).end).toBe('done');
    expect((await ended(second)).end).toBe('done');
    await isWhole(second);
    await first.close();
    await second.close();
  }, 120_000);

  test('shows the popup while an import runs', async () => {
    const page = await running.browser.newPage();
    await page.goto('https://nos.nl/artikel/9000001-dijk');
    const options = await openOptions(running);
    const tab = await options.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('https://nos.nl/'))?.id);
    await choose(options, bundle('changed', { ...LONG, changed: 2 }));
    await running.stopBackground();
    const popup = await running.open(`popup.html?tab=${tab}`);
    await popup.waitForSelector('main:not([data-state="loading"])');
    expect(await popup.$eval('main', (main) => main.dataset.state)).toBe('archived');
    await popup.close();
    expect((await ended(options)).end).toBe('done');
    await options.close();
    await page.close();
  }, 120_000);

  test('loses nothing when another window brings the database up to date while an import runs', async () => {
    const importing = await openOptions(running);
    const other = await openOptions(running);
    const before = await answers(other, ASKED);
    const path = bundle('again', { ...LONG, posts: 3001 });
    await choose(importing, path);
    await shown(importing, '[role=progressbar]:not([aria-valuenow="0"])');
    // As a newer version of the extension would. No page that has the database open holds it up.
    expect(await other.evaluate(upgrade)).toBe('upgraded');
    const { end } = await ended(importing);
    expect((await other.evaluate(readNames)).missing).toEqual([]);
    await importing.close();
    // What it holds then, in a database of the version that this one knows.
    await other.evaluate(copyDatabase, 'terugblik', 'kept');
    await other.evaluate(forget, 'terugblik');
    const next = await openOptions(running);
    await vi.waitFor(async () => expect(await next.evaluate(isMade)).toBe(true), 5000);
    await next.evaluate(copyDatabase, 'kept', 'terugblik');
    expect((await answers(next, ASKED)) === before).toBe(end !== 'done');
    await importWhole(next, path);
    await isWhole(next);
  }, 120_000);
});

/** Opens the database as a later version. Runs in a page, as do the others. */
const upgrade = () =>
  new Promise<string>((resolve) => {
    const opening = indexedDB.open('terugblik', 1000);
    opening.onerror = () => resolve(String(opening.error));
    opening.onsuccess = () => {
      opening.result.close();
      resolve('upgraded');
    };
  });

const forget = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });

/** Whether the extension has made its database. */
const isMade = async () => (await indexedDB.databases()).some(({ name, version = 1 }) => name === 'terugblik' && version > 1);
