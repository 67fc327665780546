import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';

declare const chrome: { tabs: { query(which: object): Promise<{ id: number; url?: string }[]> } };

const WITH_PICTURES = `---
title: "Foto’s van de nieuwe sluis"
date: Fri, 13 Dec 2019 10:00:00 +0100
externe_link: "https://nos.nl/l/9300001"
feature_image: "https://nos.nl/lead.jpg"
---
<p>De sluis is klaar.</p><img src="https://nos.nl/body.jpg" alt="De sluis"><img src="https://nos.nl/small.gif" width="1" height="1">
<img src="https://feeds.feedburner.com/~r/nos/~4/x"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="data">`;

const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const picture = (_: unknown, response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'image/gif' }).end(Buffer.from(GIF, 'base64'));

describe.each(['Chromium', 'Firefox'])('the archive page in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let page: Awaited<ReturnType<typeof running.open>>;
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-pictures-'));

  beforeAll(async () => {
    nos = await playNos({
      '/artikel/9000001-dijk': { title: 'Dijk bij Oosterveen', paragraphs: ['De dijk is vandaag van iedereen.'] },
      '/lead.jpg': picture,
      '/body.jpg': picture,
    });
    running = await openBrowser(name, nos);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The results that are listed once the page has them for a text. */
  const listed = async (text: string) => {
    await page.waitForFunction(
      (one) => {
        const marks = [...document.querySelectorAll('[data-part="results"] mark')];
        return marks.length > 0 && marks.every((mark) => mark.textContent?.toLowerCase().includes(one));
      },
      {},
      text,
    );
    return page.$$eval('[data-part="results"] li a', (links) => links.map((link) => link.textContent));
  };
  const search = () => page.evaluate(() => location.search);

  test('says that there is nothing to search yet', async () => {
    page = await running.open('archive.html?q=dijk');
    await page.waitForSelector('main[data-state="ready"] a[href="options.html"]');
    await page.close();
  }, 30_000);

  test('lists the newest posts of an archive that was imported', async () => {
    const file = join(folder, 'sluis.md');
    writeFileSync(file, WITH_PICTURES);
    const options = await running.open('options.html');
    await importSample(options);
    const input = await options.waitForSelector('input[type=file]:not([data-input])');
    await (input as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(file);
    await options.waitForFunction(() => document.querySelectorAll('[data-part="bundles"] li').length === 2, { timeout: 30_000 });
    await options.close();

    page = await running.open('archive.html');
    await page.waitForSelector('main[data-state="ready"] [data-part="results"] li a');
    expect(await page.$eval('[data-part="results"] [role="status"]', ({ textContent }) => textContent)).toMatch(/^41 /);
  }, 90_000);

  test('finds while one types, from the keyboard alone, and opens what is chosen', async () => {
    await page.bringToFront();
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.matches('input[type="search"]'));
    await page.keyboard.type('dijk');
    const titles = await listed('dijk');
    expect(titles.length).toBeGreaterThan(3);
    expect(titles[0]).toMatch(/dijk/i);
    expect(await search()).toBe('?q=dijk');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-part="article"]');
    expect(await page.$eval('[data-part="title"]', ({ textContent }) => textContent)).toBe(titles[0]);
    expect(await search()).toMatch(/^\?q=dijk&article=nos%3A\d+$/);
  }, 30_000);

  test('goes back to the search, and forth to the article', async () => {
    await page.evaluate(() => history.back());
    await page.waitForSelector('[data-part="article"]', { hidden: true });
    expect(await search()).toBe('?q=dijk');
    expect((await listed('dijk')).length).toBeGreaterThan(3);
    await page.evaluate(() => history.forward());
    await page.waitForSelector('[data-part="article"]');
  }, 30_000);

  test('narrows a search, and widens it again on the way back', async () => {
    const before = (await listed('dijk')).length;
    await page.evaluate(() => history.back());
    await page.waitForSelector('[data-part="article"]', { hidden: true });
    await page.select('.filters select:last-child', 'politiek');
    await page.waitForFunction((count) => document.querySelectorAll('[data-part="results"] li').length !== count, {}, before);
    expect(await search()).toBe('?q=dijk&category=politiek');
    await page.evaluate(() => history.back());
    await page.waitForFunction((count) => document.querySelectorAll('[data-part="results"] li').length === count, {}, before);
    expect(await search()).toBe('?q=dijk');
    await page.close();
  }, 30_000);

  test('goes back to the search that was sent before', async () => {
    page = await running.open('archive.html');
    await page.waitForSelector('main[data-state="ready"] [data-part="results"] li a');
    await page.bringToFront();
    for (const text of ['dijk', 'sluis']) {
      await page.$eval('input[type="search"]', (field) => {
        field.focus();
        field.select();
      });
      await page.keyboard.type(text);
      await listed(text);
      await page.keyboard.press('Enter');
    }
    await page.evaluate(() => history.back());
    await listed('dijk');
    expect(await search()).toBe('?q=dijk');
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.search === '');
    await page.close();
  }, 30_000);

  test('leads on a narrow page back to where the list was and to what was read, also after a reload', async () => {
    page = await running.open('archive.html');
    await page.setViewport({ width: 380, height: 500 });
    await page.waitForSelector('main[data-state="ready"] [data-part="results"] li a');
    const opened = await page.$$eval('[data-part="results"] li a', (links) => {
      links[20]?.scrollIntoView({ block: 'center' });
      links[20]?.click();
      return links[20]?.textContent;
    });
    await page.waitForSelector('[data-part="article"] .body');
    await page.evaluate(() => {
      document.body.dataset.isOld = '';
      setTimeout(() => location.reload());
    });
    await page.waitForSelector('body:not([data-is-old]) main[data-state="ready"] [data-part="article"] .body');
    await page.click('.back a');
    await page.waitForFunction((title) => document.activeElement?.textContent === title, {}, opened);
    const { top, bottom } = await page.evaluate(() => (document.activeElement as Element).getBoundingClientRect().toJSON());
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(500);
    await page.close();
  }, 30_000);

  test('keeps the place of the keyboard where what had the focus goes', async () => {
    page = await running.open('archive.html?article=nos:9000001&from=2019-01-01');
    await page.setViewport({ width: 1160, height: 800 });
    await page.waitForSelector('[data-part="versions"] a');
    await page.bringToFront();
    const enter = async (selector: string) => {
      await page.$eval(selector, (one) => (one as HTMLElement).focus());
      await page.keyboard.press('Enter');
    };
    const isFocused = (selector: string) => page.waitForFunction((one) => document.activeElement?.matches(one), {}, selector);
    await enter('[data-part="versions"] li:first-child a');
    await page.waitForSelector('[data-part="versions"] li:first-child [aria-current]');
    await isFocused('[data-part="title"]');
    const other = await page.$eval('[data-part="article"] option:last-child', (one) => (one as HTMLOptionElement).value);
    await page.select('[data-part="article"] select', other);
    await page.waitForSelector('[data-part="diff"]');
    await enter('.actions a');
    await page.waitForSelector('[data-part="diff"]', { hidden: true });
    await isFocused('[data-part="title"]');
    await enter('.dates a');
    await page.waitForSelector('.dates a', { hidden: true });
    await isFocused('.dates input');
    await page.close();
  }, 30_000);

  test('loads pictures when they are asked for, and pixels never', async () => {
    page = await running.open('archive.html?article=nos:9300001');
    await page.waitForSelector('[data-part="article"] .body p');
    const remote = () => performance.getEntriesByType('resource').flatMap(({ name }) => (/^https?:/.test(name) ? [name] : []));
    expect(await page.evaluate(() => document.images.length)).toBe(0);
    expect(await page.evaluate(remote)).toEqual([]);
    await page.click('button[data-action="pictures"]');
    await page.waitForFunction(() => document.images.length === 2);
    expect(await page.$$eval('img', (images) => images.map(({ src }) => src))).toEqual([
      'https://nos.nl/lead.jpg',
      'https://nos.nl/body.jpg',
    ]);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('lead.jpg')));
    expect((await page.evaluate(remote)).filter((address) => !/\/(?:lead|body)\.jpg$/.test(address))).toEqual([]);
    await page.close();
  }, 30_000);

  test('compares with what a tab shows now', async () => {
    const article = await running.browser.newPage();
    await article.goto('https://nos.nl/artikel/9000001-dijk');
    const helper = await running.open('options.html');
    const tab = await helper.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.includes('nos.nl'))?.id);
    await helper.close();
    page = await running.open(`archive.html?tab=${tab}`);
    await page.waitForSelector('main[data-state="ready"] [data-part="diff"] ins');
    expect(await page.$eval('[data-part="diff"]', ({ textContent }) => textContent)).toContain('vandaag van iedereen');
    expect(await search()).toContain('article=nos%3A9000001');
    await Promise.all([page.close(), article.close()]);
  }, 60_000);
});
