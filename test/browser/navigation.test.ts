import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';

const ARCHIVED = 'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding';
const NEXT = 'Bosma rijdt weer na gebroken sleutelbeen';
const ARTICLES = {
  '/artikel/9000001-dijk': { title: 'Dijk', paragraphs: ['De dijk.'] },
  // Prepares the next article before the reader goes there, where the browser can.
  '/artikel/9000001-voor': {
    html: `<!doctype html><meta charset="utf-8"><title>Dijk</title><main><h1>Dijk</h1><p>De dijk.</p></main>
      <script type="speculationrules">{"prerender":[{"source":"list","urls":["/l/9100002"],"eagerness":"immediate"}]}</script>`,
  },
  '/l/9100002': { title: NEXT, paragraphs: ['Wielrenster Tineke Bosma rijdt de Ronde van het Veen.'] },
  // Its text comes later than its address, as on a slow line.
  '/l/9100001': { title: NEXT, paragraphs: ['Wielrenster Tineke Bosma rijdt de Ronde van het Veen.'], delay: 600 },
  // So late that it is announced before.
  '/l/9100003': { title: NEXT, paragraphs: ['Wielrenster Tineke Bosma rijdt de Ronde van het Veen.'], delay: 3500 },
  '/nieuws': { title: 'Nieuws', paragraphs: ['Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding.'] },
};

/** Runs in the popup, given as text. */
const READ = `(document) => ({
  state: document.querySelector('main').dataset.state,
  title: document.querySelector('[data-part="title"]')?.textContent,
  related: [...document.querySelectorAll('[data-part="related"] li a[href]')].map((link) => link.textContent),
})`;

/** What the pages of the extension call. */
declare const chrome: {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  permissions: { remove(which: { origins: string[] }): Promise<boolean> };
  runtime: { getManifest(): { host_permissions: string[] } };
  storage: { session: { get(name: null): Promise<object> } };
  tabs: { query(which: object): Promise<{ id: number; url?: string }[]>; discard(tab: number): Promise<{ id: number }> };
};

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let ours: Awaited<ReturnType<typeof running.open>>;
  let page: Awaited<ReturnType<typeof running.open>>;
  let tab: number;

  beforeAll(async () => {
    nos = await playNos(ARTICLES);
    running = await openBrowser(name, nos);
    ours = await running.open('options.html');
    await importSample(ours);
    page = await running.browser.newPage();
    await page.goto('https://nos.nl/artikel/9000001-dijk');
    tab = await ours.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('https://nos.nl/'))?.id ?? -1);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  const badge = () => ours.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
  const go = (path: string) => page.evaluate(`void go('${path}')`);
  const popup = () => running.readPopup(page, READ);

  test('shows the article that the reader went on to, and the first again, with the background stopped at every step', async () => {
    await vi.waitFor(async () => expect(await badge()).toBe('2'), 5000);
    await running.stopBackground();
    await go('/l/9100001');
    const seen = await popup();
    expect(seen).toMatchObject({ state: 'related', title: NEXT });
    expect(seen.related[0]).toMatch(/Bosma/);
    expect(await badge()).toBe('');
    await running.stopBackground();
    await page.evaluate('history.back()');
    await vi.waitFor(async () => expect(await badge()).toBe('2'), 5000);
    await running.stopBackground();
    expect(await popup()).toMatchObject({ state: 'archived', title: ARCHIVED });
  }, 30_000);

  test('shows the first article when the reader is back before the other is drawn', async () => {
    await go('/l/9100001');
    await page.evaluate('history.back()');
    // The other's text comes meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await badge()).toBe('2');
    expect(await popup()).toMatchObject({ state: 'archived', title: ARCHIVED });
  }, 30_000);

  test('shows an article that comes late, and not what the page showed before it', async () => {
    await page.goto('https://nos.nl/nieuws');
    await go('/l/9100003');
    const open = await running.open(`popup.html?tab=${tab}`);
    await open.waitForSelector('main[data-state="none"]', { timeout: 10_000 });
    await open.waitForSelector('main[data-state="related"]', { timeout: 10_000 });
    expect(await open.$eval('[data-part="title"]', (one) => one.textContent)).toBe(NEXT);
    await open.close();
    await page.goto('https://nos.nl/artikel/9000001-dijk');
  }, 30_000);

  test('goes on with the page while the popup is open', async () => {
    const open = await running.open(`popup.html?tab=${tab}`);
    const title = () => open.$eval('[data-part="title"]', (one) => one.textContent);
    await open.waitForSelector('main[data-state="archived"]');
    await go('/l/9100001');
    await open.waitForSelector('main[data-state="related"]', { timeout: 10_000 });
    expect(await title()).toBe(NEXT);
    await page.evaluate('history.back()');
    await open.waitForSelector('main[data-state="archived"]', { timeout: 10_000 });
    expect(await title()).toBe(ARCHIVED);
    await open.close();
  }, 30_000);

  test('shows the article of a page that comes back from the page cache', async () => {
    await page.goto('https://nos.nl/l/9100001');
    await vi.waitFor(async () => expect(await badge()).toBe(''), 5000);
    // Puppeteer's own goBack waits for a load, which a page from the cache does not have.
    await page.evaluate('void setTimeout(() => history.back())');
    await vi.waitFor(async () => expect(await badge()).toBe('2'), 5000);
    expect(await page.$eval('html', (html) => html.dataset.persisted)).toBe('true');
    expect(await popup()).toMatchObject({ state: 'archived', title: ARCHIVED });
  }, 30_000);

  if (name === 'Chromium') {
    test('announces an article that was prepared before only when the reader is there', async () => {
      await page.goto('https://nos.nl/artikel/9000001-voor');
      await vi.waitFor(async () => expect(await badge()).toBe('2'), 5000);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(await badge()).toBe('2');
      await page.evaluate("void setTimeout(() => { location.href = '/l/9100002'; })");
      await vi.waitFor(async () => expect(await badge()).toBe(''), 5000);
      expect(await popup()).toMatchObject({ state: 'related', title: NEXT });
    }, 30_000);
  }

  if (name === 'Chromium') {
    test('keeps an article that the browser puts to sleep under the number that its tab has then, and no longer under the other', async () => {
      const asleep = await running.browser.newPage();
      await asleep.goto('https://nos.nl/artikel/9000001-dijk?slaap');
      await ours.bringToFront();
      const find = async () => (await chrome.tabs.query({})).find(({ url }) => url?.endsWith('?slaap'))?.id ?? -1;
      const awake = await ours.evaluate(find);
      const kept = () => ours.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
      await vi.waitFor(async () => expect(await kept()).toContain(`context:${awake}`), 5000);
      const { id } = await ours.evaluate((tab) => chrome.tabs.discard(tab), awake);
      const context = await running.open(`popup.html?tab=${id}`);
      await context.waitForSelector('main[data-state="archived"]');
      expect(id).not.toBe(awake);
      await vi.waitFor(async () => expect(await kept()).not.toContain(`article:${awake}`), 5000);
      await context.close();
    }, 30_000);
  }

  // Chromium grants at installation what the manifest asks for.
  if (name === 'Firefox') {
    test('asks for permission to read NOS pages, and shows the article once it is given', async () => {
      await ours.evaluate(() => chrome.permissions.remove({ origins: chrome.runtime.getManifest().host_permissions }));
      const unread = await running.browser.newPage();
      await unread.goto('https://nos.nl/artikel/9000001-dijk');
      // Without the permission its address is not to be seen; it is the tab that was opened last.
      const newest = await ours.evaluate(async () => Math.max(...(await chrome.tabs.query({})).map(({ id }) => id)));
      const open = await running.open(`popup.html?tab=${newest}`);
      await open.waitForSelector('main[data-state="permission"]');
      await open.click('main button');
      await open.waitForSelector('main[data-state="archived"]', { timeout: 10_000 });
    }, 30_000);
  }
});
