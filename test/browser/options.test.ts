import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';
import { post } from '../archive/archives.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

describe.each(['Chromium', 'Firefox'])('the options page in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let page: Awaited<ReturnType<typeof running.open>>;
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-options-'));

  beforeAll(async () => {
    nos = await playNos({});
    running = await openBrowser(name, nos);
    page = await running.open('options.html');
    await page.waitForSelector('[data-part="preferences"]');
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
    rmSync(folder, { recursive: true });
  });

  /** Writes an archive of the posts with these numbers, and gives its path. */
  function archiveOf(...numbers: number[]): string {
    const files = numbers.map((number) => [
      `krant-master/_posts/2019-1-${number}-bericht.md`,
      post(`Bericht ${number}`, { link: `https://nos.nl/l/${number}`, aantal: 7, unieke: 7 }),
    ]);
    const path = join(folder, `krant-${numbers.join('-')}.zip`);
    writeFileSync(path, zipSync(Object.fromEntries(files)));
    return path;
  }
  async function choose(path: string, selector = 'input[type=file]') {
    const input = (await page.waitForSelector(`${selector}:not([disabled])`)) as Awaited<ReturnType<typeof page.$<'input'>>>;
    await input?.uploadFile(path);
    return ended();
  }
  /** Waits for a report that was not there before the click, and gives its counts. */
  async function ended() {
    await page.waitForSelector('[data-part="report"][data-state="done"]', { timeout: 30_000 });
    return page.evaluate(() => ({
      missing: document.querySelector('[data-action="mirror"]') !== null,
      offers: [...document.querySelectorAll<HTMLElement>('.offer button')].map((one) => one.dataset.action),
      ...Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('[data-count]')].map((one) => [one.dataset.count, Number(one.textContent)]),
      ),
    }));
  }
  const bundles = () =>
    page.$$eval('[data-part="bundles"] li', (items) =>
      items.map((one) => `${one.querySelector('h3')?.textContent}: ${one.querySelector('p')?.textContent?.split(' ')[0]}`),
    );
  const hasBundles = (...expected: string[]) => vi.waitFor(async () => expect(await bundles()).toEqual(expected), 5000);
  const click = (selector: string) => page.click(selector);
  /** Records on the disk. */
  const records = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('terugblik');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('blocks').objectStore('blocks').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  async function reopen() {
    await page.close();
    page = await running.open('options.html');
    await page.bringToFront();
    await page.waitForSelector('[data-part="preferences"]');
  }

  test('speaks the chosen language at once', async () => {
    await click('input[name="language"][value="en"]');
    await vi.waitFor(async () => expect(await page.$eval('h1', (one) => one.textContent)).toBe('Settings'), 5000);
    await click('input[name="language"][value="nl"]');
    await vi.waitFor(async () => expect(await page.$eval('h1', (one) => one.textContent)).toBe('Instellingen'), 5000);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl');
  }, 30_000);

  test('speaks the language that is chosen in another tab', async () => {
    const other = await running.open('options.html');
    const choose = async (language: string) => {
      await other.bringToFront();
      await (await other.waitForSelector(`input[name="language"][value="${language}"]`))?.click();
    };
    const heading = () => page.$eval('h1', (one) => one.textContent);
    await choose('en');
    await vi.waitFor(async () => expect(await heading()).toBe('Settings'), 5000);
    await choose('nl');
    await vi.waitFor(async () => expect(await heading()).toBe('Instellingen'), 5000);
    await other.close();
    await page.bringToFront();
  }, 30_000);

  test('takes out what a newer copy no longer has, when asked', async () => {
    expect(await choose(archiveOf(1, 2, 3, 4))).toMatchObject({ added: 4, offers: [] });
    expect(await choose(archiveOf(1, 2, 3))).toMatchObject({ unchanged: 3, removed: 0, offers: ['mirror', 'apart'] });
    await click('button[data-action="mirror"]');
    await page.waitForSelector('.offer button[data-action="mirror"]', { hidden: true });
    expect(await ended()).toMatchObject({ removed: 1, offers: ['apart'] });
    await hasBundles('krant: 3');
  }, 60_000);

  test('keeps an update apart after all, and makes the bundle what it was', async () => {
    expect(await choose(archiveOf(1, 2, 3, 5, 6), '[data-part="bundles"] input[data-action="update"]')).toMatchObject({ added: 2 });
    await hasBundles('krant: 5');
    await click('button[data-action="apart"]');
    await page.waitForSelector('button[data-action="merge"]');
    await hasBundles('krant: 3', 'krant (2): 5');
  }, 60_000);

  test('merges them after all', async () => {
    await click('button[data-action="merge"]');
    await page.waitForSelector('button[data-action="apart"]');
    await hasBundles('krant: 5');
  }, 60_000);

  test('keeps the reader’s word for what the numbers count', async () => {
    expect(await page.$eval('[data-part="bundles"] select', (one) => one.value)).toBe('');
    await page.select('[data-part="bundles"] select', 'views');
    await reopen();
    await page.waitForSelector('[data-part="bundles"] li');
    expect(await page.$eval('[data-part="bundles"] select', (one) => one.value)).toBe('views');
  }, 30_000);

  test('saves a bundle as a ZIP', async () => {
    await click('button[data-action="export"]');
    await page.waitForFunction(() =>
      /5 teksten staan in de ZIP/.test(document.querySelector('[data-part="bundles"] li')?.textContent ?? ''),
    );
  }, 30_000);

  test('brings a removed bundle back, whole', async () => {
    const before = await records();
    await click('button[data-action="remove"]');
    await hasBundles();
    await click('button[data-action="undo"]');
    await hasBundles('krant: 5');
    expect(await records()).toBe(before);
  }, 30_000);

  test('keeps a removal though the page is closed at once, and frees its space', async () => {
    await click('button[data-action="remove"]');
    await hasBundles();
    await reopen();
    await vi.waitFor(async () => expect(await records()).toBe(0), 5000);
    expect(await bundles()).toEqual([]);
    expect(await page.$('[data-part="lost"]')).toBeNull();
  }, 30_000);

  test('shows an interrupted import, and gives it up', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('terugblik');
          opening.onsuccess = () => {
            const journal = {
              identity: 'x',
              bundle: 'krant',
              started: 0,
              documents: 1,
              indexes: [],
              count: 1,
              entries: 45,
              total: 118,
              state: {},
            };
            const transaction = opening.result.transaction('imports', 'readwrite');
            transaction.objectStore('imports').put(journal);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await reopen();
    await page.waitForSelector('[data-part="interrupted"]');
    expect(await page.$eval('[data-part="interrupted"]', (one) => one.textContent)).toContain('45 van 118');
    await click('button[data-action="discard"]');
    await page.waitForSelector('[data-part="interrupted"]', { hidden: true });
  }, 30_000);

  test('says that the browser cleared the archive', async () => {
    await choose(archiveOf(1, 2));
    await hasBundles('krant: 2');
    await page.evaluate(() => void indexedDB.deleteDatabase('terugblik'));
    await reopen();
    await page.waitForSelector('[data-part="lost"]');
    await click('button[data-action="forget-lost"]');
    await page.waitForSelector('[data-part="lost"]', { hidden: true });
  }, 30_000);

  test('welcomes the reader, and imports there too', async () => {
    const welcome = await running.open('welcome.html');
    await welcome.bringToFront();
    await importSample(welcome);
    await welcome.waitForFunction(() => document.querySelector('.ready')?.textContent !== '');
    await welcome.evaluate(AXE);
    const found = await welcome.evaluate(async () => {
      const { violations } = await axe.run({ resultTypes: ['violations'], preload: false });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(found).toEqual([]);
    await welcome.close();
  }, 60_000);
});
