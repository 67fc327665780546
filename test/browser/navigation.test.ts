import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openChromium } from '../../scripts/browsers/chromium.mjs';
import { openFirefox } from '../../scripts/browsers/firefox.mjs';
import { playNos } from '../../scripts/browsers/nos.mjs';

const ARCHIVED = 'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding';
const NEXT = 'Bosma rijdt weer na gebroken sleutelbeen';
const RELATED = 'Werk aan dijk bij Oosterveen begint eerder';
const story = [
  'Het waterschap begint eerder met de versterking van de dijk bij Oosterveen, die na de storm van 2006 was verzakt en die bij hoog water niet meer veilig zou zijn geweest.',
  'Dijkgraaf Wiersma is blij voor de bewoners van Oosterveen. “We hebben lang gewacht”, zegt hij, “maar nu gaat het dan ook echt gebeuren, en daar ben ik heel blij mee.”',
  'Bewoners drongen jarenlang op nieuwe bekleding van de dijk aan. De rechter gaf hun eind vorig jaar gelijk, waarna het algemeen bestuur van het waterschap met ruime meerderheid instemde.',
];
const ARTICLES = {
  '/artikel/9000001-dijk': { title: 'Dijk', paragraphs: ['De dijk.'] },
  // Pages of another site: one that says what it is, one that does not, a front page, and a list.
  '/2019/dijk': {
    html: `<!doctype html><meta charset="utf-8"><title>Courant</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"${RELATED}"}</script>
      <h1>${RELATED}</h1>${story.map((text) => `<p>${text}</p>`).join('')}`,
  },
  '/zonder-opmaak': {
    html: `<!doctype html><meta charset="utf-8"><title>${RELATED}</title><div id="a"><h2>${RELATED}</h2>${[...story, ...story].map((text) => `<p>${text}</p>`).join('')}</div>`,
  },
  // Prepares the next article before the reader goes there, where the browser can.
  '/artikel/9000001-voor': {
    html: `<!doctype html><meta charset="utf-8"><title>Dijk</title><main><h1>Dijk</h1><p>De dijk.</p></main>
      <script type="speculationrules">{"prerender":[{"source":"list","urls":["/l/9100002"],"eagerness":"immediate"}]}</script>`,
  },
  '/l/9100002': { title: NEXT, paragraphs: ['Wielrenster Tineke Bosma rijdt de Ronde van het Veen.'] },
  '/lijst': { html: '<!doctype html><title>Sport</title><h1>Sport</h1><ul><li><a href="/a">Kanopolo</a></li></ul>' },
  '/l/9100005': {
    html: `<!doctype html><meta charset="utf-8"><title>${RELATED}</title><style>div { display: none }</style><main><h1>${RELATED}</h1>${`<div><div><p>${story[0]}</p><ul><li><a href="/l/1">Iets anders</a></li></ul></div></div>`.repeat(20_000)}</main>`,
  },
  // Its text comes later than its address, as on a slow line.
  '/l/9100001': { title: NEXT, paragraphs: ['Wielrenster Tineke Bosma rijdt de Ronde van het Veen.'], delay: 600 },
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
  tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
};

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Awaited<ReturnType<typeof playNos>>;
  let running: Awaited<ReturnType<typeof openChromium>> | Awaited<ReturnType<typeof openFirefox>>;
  let ours: Awaited<ReturnType<typeof running.open>>;
  let page: Awaited<ReturnType<typeof running.open>>;
  let tab: number;

  beforeAll(async () => {
    nos = await playNos(ARTICLES);
    running = name === 'Chromium' ? await openChromium(nos) : await openFirefox(nos);
    ours = await running.open('options.html');
    await (await ours.waitForSelector('button[data-action="sample"]'))?.click();
    await ours.waitForSelector('[data-part="report"][data-state="done"]');
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

  test('reads pages of other sites on a click, also by their look alone, and tells what is none', async () => {
    const other = await running.browser.newPage();
    const popupAt = async (path: string) => {
      await other.goto(`https://courant.example${path}`);
      return running.readPopup(other, READ);
    };
    for (const path of ['/2019/dijk', '/zonder-opmaak']) {
      const seen = await popupAt(path);
      expect(seen).toMatchObject({ state: 'related', title: RELATED });
      expect(seen.related[0]).toMatch(/dijk/i);
    }
    await running.stopBackground();
    expect(await popupAt('/lijst')).toMatchObject({ state: 'not-article' });
    await other.close();
  }, 40_000);

  if (name === 'Chromium') {
    test('reads a page of megabytes', async () => {
      const large = await running.browser.newPage();
      await large.goto('https://nos.nl/l/9100005');
      expect(await running.readPopup(large, READ)).toMatchObject({ state: 'related', title: RELATED });
      await large.close();
    }, 40_000);

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
