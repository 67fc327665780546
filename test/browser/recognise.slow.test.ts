import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';
import type { Context, PageArticle } from '../../src/article/answers.ts';
import { htmlOf, NOS_FIXTURES, OTHER_FIXTURES } from '../page/fixtures.ts';

const EVIL = '</h1><img src=x onerror="globalThis.hacked = 1"><script>globalThis.hacked = 2</script>';
const TEXT = 'Het waterschap versterkt de dijk bij Oosterveen.';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
const pageOf = (head: string, body: string) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>NOS</title>${head}</head><body>${body}</body></html>`;
const BODY = `<main><h1>Dijk</h1><p>${TEXT}</p></main>`;

/** Pages that mean harm or are broken, all of article 9000001, with the title that they have. */
const HOSTILE: Record<string, { html: string; title: string }> = {
  'broken-data': {
    title: 'Dijk',
    html: pageOf(
      `<script type="application/ld+json">{"@type":"NewsArticle",</script><script type="application/ld+json">{"@graph":[null,3,{"@type":{}}]}</script>`,
      `${BODY}<script id="__NEXT_DATA__" type="application/json">{"props":</script>`,
    ),
  },
  'other-id': {
    title: 'Dijk',
    html: pageOf(
      `<link rel="canonical" href="https://nos.nl/l/9000006"><meta property="og:url" content="https://nos.nl/l/9000006">${linked({ '@type': 'NewsArticle', url: 'https://nos.nl/l/9000006', headline: 'Een ander' })}`,
      `${BODY}<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"data":{"id":9000006,"title":"Een ander"}}}}</script>`,
    ),
  },
  'evil-title': {
    title: EVIL,
    html: pageOf(
      linked({ '@type': 'NewsArticle', headline: EVIL, articleBody: EVIL, keywords: [EVIL] }),
      `<main><h1>${escaped(EVIL)}</h1><p>${escaped(EVIL)} ${TEXT}</p><p>Het waterschap begint met de dijk bij Oosterveen, zegt dijkgraaf Wiersma.</p></main>`,
    ),
  },
  // What the page redefined must not reach the content script, which lives in a world of its own.
  'poisoned-world': {
    title: 'Dijk',
    html: pageOf(
      '<script>Array.prototype.map = JSON.parse = Document.prototype.querySelectorAll = () => { throw new Error("poisoned"); };</script>',
      `<form id="terugblik"></form><a id="terugblikReadable"></a><a id="browser"></a>
      ${['body', 'title', 'documentElement', 'querySelector', 'querySelectorAll', 'cloneNode'].map((one) => `<img name="${one}">`).join('')}${BODY}`,
    ),
  },
  'five-megabytes': {
    title: 'Dijk',
    html: pageOf(
      '<style>div { display: none }</style>',
      `<main><h1>Dijk</h1><p>${TEXT}</p>${`<div><div><p>${TEXT.repeat(4)}</p><ul><li><a href="/l/9000006">Een ander</a></li></ul></div></div>`.repeat(18_000)}</main>`,
    ),
  },
};
const hostilePath = (name: string) => `/artikel/9000001-${name}`;
const PAGES = Object.fromEntries([
  ...[...NOS_FIXTURES, ...OTHER_FIXTURES].map(({ name, address }) => [new URL(address).pathname, { html: htmlOf(name) }]),
  ...Object.entries(HOSTILE).map(([name, { html }]) => [hostilePath(name), { html }]),
]);
const OTHER_HOSTS = ['jeugdjournaal.nl', 'ad.nl', 'nu.nl', 'telegraaf.nl'];

/** Runs in the popup, given as text. */
const READ = `(document) => ({
  state: document.querySelector('main').dataset.state,
  title: document.querySelector('[data-part="title"]')?.textContent,
  foreign: document.querySelectorAll('img[src="x"], script:not([src])').length,
  hacked: 'hacked' in document.defaultView,
})`;

/** What the pages of the extension call. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<Context> };
  storage: { session: { get(name: string): Promise<Record<string, { article: PageArticle } | undefined>> } };
  tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
};

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let ours: Awaited<ReturnType<typeof running.open>>;
  let page: Awaited<ReturnType<typeof running.open>>;
  let tab: number;
  /** What reached the console of the pages, and what these opened. */
  const complaints: string[] = [];

  beforeAll(async () => {
    nos = await playNos(PAGES, OTHER_HOSTS);
    running = await openBrowser(name, nos);
    ours = await running.open('options.html');
    await importSample(ours);
    page = await running.browser.newPage();
    await page.goto('https://nos.nl/teletekst');
    tab = await ours.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('https://nos.nl/'))?.id ?? -1);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  /** The article that the background was told of or found, once it is that of an address. */
  const keptArticle = (address: string) =>
    vi.waitFor(async () => {
      const kept = await ours.evaluate(async (of) => (await chrome.storage.session.get(`article:${of}`))[`article:${of}`]?.article, tab);
      expect(kept?.address).toBe(address);
      return kept;
    }, 5000);
  const context = () => ours.evaluate((of) => chrome.runtime.sendMessage({ name: 'context', request: { tab: of } }), tab);

  test.each(NOS_FIXTURES)('reads of $name the article whole, and nothing else', async ({ address, article }) => {
    await page.goto(address);
    if (article) expect(await keptArticle(address)).toEqual(article);
    else expect(await context()).toMatchObject({ state: 'not-article' });
  });

  test.each(OTHER_FIXTURES)('reads of $address the same on a click', async ({ address, article }) => {
    await page.goto(address);
    // Once is enough, as a stop takes a second: what wakes it is the same for all.
    if (address === OTHER_FIXTURES[0]?.address) await running.stopBackground();
    const { state } = await running.readPopup(page, READ);
    if (article) expect(await keptArticle(address)).toEqual(article);
    else expect(state).toBe('not-article');
  });

  test.each(Object.entries(HOSTILE))('answers on a page with %s, of which nothing is run', async (name, { title }) => {
    complaints.length = 0;
    const address = `https://nos.nl${hostilePath(name)}`;
    await page.goto(address);
    const kept = await keptArticle(address);
    expect(kept).toMatchObject({ key: 'nos:9000001', title, published: null });
    expect(kept?.paragraphs[0]).toContain(TEXT);
    // Until it is made, that of the page before stands: all these pages have one article.
    await vi.waitFor(async () => expect(await context()).toMatchObject({ state: 'archived', article: { title } }), 5000);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('shows a hostile title as text', async () => {
    const address = `https://courant.example${hostilePath('evil-title')}`;
    await page.goto(address);
    const seen = await running.readPopup(page, READ);
    expect(seen).toEqual({ state: 'related', title: EVIL, foreign: 0, hacked: false });
  });
});
