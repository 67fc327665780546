import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';

const TITLE = 'Werk aan dijk bij Oosterveen begint eerder';
const text = 'Het waterschap begint eerder met de versterking van de dijk bij Oosterveen, die na de storm was verzakt. ';
const ARTICLES = { '/l/9100001': { title: TITLE, paragraphs: [text.repeat(4), text.repeat(2)] } };
const ADDRESS = 'https://nos.nl/l/9100001';
const KEY = 'nos:9100001';
const OWN = 'Eigen archief';

/** What the pages of the extension call. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: Record<'local' | 'session', { get(names: null): Promise<object>; set(items: object): Promise<void> }>;
  tabs: { query(which: object): Promise<{ id: number; url?: string; active: boolean }[]> };
  windows: {
    create(which: object): Promise<{ id: number; incognito: boolean; tabs?: { id: number }[] }>;
    remove(id: number): Promise<void>;
  };
};

/** All that the extension keeps: both storages as text, and what stands in each store of its database. Runs in a page. */
async function kept() {
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('terugblik'));
  const reading = database.transaction(['manifest', 'visits', 'blocks']);
  const [manifest, visits, blocks] = await Promise.all([
    settled(reading.objectStore('manifest').getAll()),
    settled(reading.objectStore('visits').getAllKeys()),
    settled(reading.objectStore('blocks').getAll()),
  ]);
  database.close();
  return {
    bundles: (manifest[0]?.bundles ?? []).map(({ name }: { name: string }) => name) as string[],
    visits: visits.map(String),
    bytes: blocks.reduce((sum, { byteLength }) => sum + byteLength, 0) as number,
    local: JSON.stringify(await chrome.storage.local.get(null)),
    session: JSON.stringify(await chrome.storage.session.get(null)),
  };
}

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let ours: Awaited<ReturnType<typeof running.open>>;
  const look = () => ours.evaluate(kept);

  beforeAll(async () => {
    nos = await playNos(ARTICLES);
    running = await openBrowser(name, nos);
    await running.allowPrivate();
    ours = await running.open('options.html');
    await importSample(ours);
    // All that keeps something of what is read.
    await ours.evaluate(() => chrome.storage.local.set({ settings: { visits: true, keepRead: true, marks: true } }));
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  /** What the popup of a tab says. */
  async function popupOf(tab: number, keep = false) {
    const popup = await running.open(`popup.html?tab=${tab}`);
    await popup.waitForSelector('main:not([data-state="loading"])');
    if (keep) {
      await popup.click('[data-action="keep"]');
      await popup.waitForFunction(() => !/^(?:Laden|Loading|)…?$/.test(document.querySelector('[data-part="kept"]')?.textContent ?? ''));
    }
    const said = await popup.$eval('main', (main) => `${main.dataset.state}: ${main.textContent}`);
    await popup.close();
    return said;
  }

  test('looks an article up in a private window, and keeps nothing of it', async () => {
    const before = await look();
    const opened = await ours.evaluate((url) => chrome.windows.create({ url, incognito: true }), ADDRESS);
    expect(opened.incognito).toBe(true);
    const tab = opened.tabs?.[0]?.id ?? -1;
    // As long as makes a visit of it, and a while more.
    await new Promise((resolve) => setTimeout(resolve, 6500));
    expect(await popupOf(tab, true)).toMatch(/^related: .*Oosterveen/);
    const { session: _, ...during } = await look();
    expect(during).toEqual({ bundles: before.bundles, visits: [], bytes: before.bytes, local: before.local });
    await ours.evaluate((id) => chrome.windows.remove(id), opened.id);
    await vi.waitFor(async () => expect((await look()).session).not.toContain('9100001'), 5000);
    expect((await look()).local).not.toContain('9100001');
  }, 60_000);

  test('keeps the same article of another window, where that is switched on', async () => {
    const page = await running.browser.newPage();
    await page.goto(ADDRESS);
    await page.bringToFront();
    await vi.waitFor(
      async () => {
        const now = await look();
        expect(now.visits).toEqual([KEY]);
        expect(now.bundles).toContain(OWN);
      },
      { timeout: 15_000, interval: 300 },
    );
  }, 60_000);

  test('gives nothing back of it once it is erased, in no place, and its space is free', async () => {
    const tab = await ours.evaluate(
      async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('https://nos.nl/'))?.id ?? -1,
    );
    expect(await popupOf(tab)).toMatch(/^archived: /);
    const full = await look();
    const page = await running.open('options.html');
    await page.bringToFront();
    await (await page.waitForSelector('[data-action="erase-visits"]'))?.click();
    await vi.waitFor(async () => expect((await look()).visits).toEqual([]), 5000);
    await vi.waitFor(async () => expect((await look()).session).not.toMatch(/"times"/), 5000);
    await page.evaluate((own) => {
      const item = [...document.querySelectorAll('[data-part="bundles"] li')].find((one) => one.querySelector('h3')?.textContent === own);
      item?.querySelector<HTMLElement>('[data-action="remove"]')?.click();
    }, OWN);
    await page.waitForSelector('[data-part="removed"] li');
    // A page that is left can no longer undo it; the next one sweeps.
    await page.close();
    const next = await running.open('options.html');
    await vi.waitFor(async () => expect((await look()).bytes).toBeLessThan(full.bytes), 5000);
    expect(await next.$$eval('[data-part="bundles"] h3', (all) => all.map((one) => one.textContent))).not.toContain(OWN);
    await next.close();
    expect((await look()).bundles).not.toContain(OWN);
    expect(await popupOf(tab)).toMatch(/^related: /);
    const reader = await running.open(`archive.html?article=${KEY}`);
    await reader.waitForSelector('main[data-state="ready"]');
    expect(await reader.$('[data-part="article"] [data-part="title"]')).toBeNull();
    await reader.close();
    const search = await running.open(`archive.html?q=${encodeURIComponent(`"${TITLE}"`)}`);
    await search.waitForSelector('main[data-state="ready"]');
    expect(await search.$$eval('[data-part="results"] li a', (links) => links.length)).toBe(0);
    await search.close();
  }, 60_000);
});
