import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../../scripts/browsers/chromium.mjs';
import { playNos } from '../../scripts/browsers/nos.mjs';

const ABOUT_THE_DIKE = {
  title: 'Werk aan dijk bij Oosterveen begint eerder',
  paragraphs: [
    'Het waterschap begint eerder met de versterking van de dijk bij Oosterveen.',
    'Dijkgraaf Wiersma is blij voor de bewoners.',
  ],
};
let nos: Awaited<ReturnType<typeof playNos>>;
let chromium: Awaited<ReturnType<typeof openChromium>>;

beforeAll(async () => {
  nos = await playNos({
    '/artikel/9000001-elke-slug': { title: 'Dijk', paragraphs: ['De dijk.'] },
    '/l/9100001': ABOUT_THE_DIKE,
  });
  chromium = await openChromium({ port: nos.port });
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  nos?.close();
});

async function popupOn(address: string, stopped = false) {
  const page = await chromium.browser.newPage();
  await page.goto(address);
  if (stopped) await chromium.stopBackground();
  const popup = await chromium.popup(page);
  await popup.waitForSelector('main:not([data-state="loading"])');
  const seen = await popup.evaluate(() => ({
    state: document.querySelector('main')?.dataset.state,
    title: document.querySelector('[data-part="title"]')?.textContent,
    stats: document.querySelector('[data-part="stats"]')?.textContent,
    versions: document.querySelectorAll('[data-part="versions"] li a[href]').length,
    related: [...document.querySelectorAll('[data-part="related"] li a[href]')].map((link) => link.textContent ?? ''),
  }));
  await popup.close().catch(() => undefined);
  await page.close();
  return seen;
}

test('says that there is no archive yet', async () => {
  expect(await popupOn('https://nos.nl/artikel/9000001-elke-slug')).toMatchObject({ state: 'no-archive' });
}, 60_000);

test('imports the sample archive and reports it', async () => {
  const options = await chromium.browser.newPage();
  await options.goto(`${chromium.base}/options.html`);
  await options.click('button[data-action="sample"]');
  await options.waitForSelector('[data-part="report"]', { timeout: 30_000 });
  const seen = await options.evaluate(() => ({
    state: document.querySelector<HTMLElement>('[data-part="report"]')?.dataset.state,
    posts: document.querySelector('[data-count="posts"]')?.textContent,
    articles: document.querySelector('[data-count="articles"]')?.textContent,
    versioned: document.querySelector('[data-count="versioned"]')?.textContent,
  }));
  expect(seen).toEqual({ state: 'done', posts: '39', articles: '37', versioned: '2' });
  await options.close();
}, 60_000);

test.each([false, true])(
  'shows an archived article in the toolbar popup (background stopped: %s)',
  async (stopped) => {
    const seen = await popupOn('https://nos.nl/artikel/9000001-elke-slug', stopped);
    expect(seen).toMatchObject({
      state: 'archived',
      title: 'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding',
      versions: 2,
    });
    expect(seen.related.length).toBeGreaterThanOrEqual(4);
  },
  60_000,
);

test.each([false, true])(
  'shows what is related to an article that is not archived (background stopped: %s)',
  async (stopped) => {
    const seen = await popupOn('https://nos.nl/l/9100001', stopped);
    expect(seen.state).toBe('related');
    expect(seen.related.slice(0, 3).every((title) => /dijk/i.test(title))).toBe(true);
  },
  60_000,
);

test('says that a page is no article', async () => {
  expect(await popupOn('https://nos.nl/teletekst')).toMatchObject({ state: 'not-article' });
}, 60_000);
