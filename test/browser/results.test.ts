import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';

declare const chrome: {
  tabs: { query(which: object): Promise<{ id: number; url?: string; active: boolean }[]>; remove(id: number): void };
};

const ROW = '.hits li:nth-child(2)';

describe.each(['Chromium', 'Firefox'])('a result of a search in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let page: Awaited<ReturnType<typeof running.open>>;

  beforeAll(async () => {
    nos = await playNos({});
    running = await openBrowser(name, nos);
    page = await running.open('options.html');
    await importSample(page);
    await page.close();
    page = await running.open('archive.html?q=dijk');
    await page.setViewport({ width: 1160, height: 800 });
    await page.waitForSelector('main[data-state="ready"] .hits p');
    // The last of what comes after the results.
    await page.waitForSelector('.leaf a');
    await page.bringToFront();
    // The mouse hits what was drawn last.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  /** Where the first line of a part of the row begins, somewhat in. */
  const startOf = (part: string) =>
    page.$eval(`${ROW} ${part}`, (one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const [first] = range.getClientRects();
      return { x: (first?.left ?? 0) + 6, y: (first?.top ?? 0) + (first?.height ?? 0) / 2 };
    });
  const search = () => page.evaluate(() => location.search);
  const isRead = async () => (await search()).includes('article=');
  /** The tabs with an article of the archive that are not in front, which are then closed. */
  const openedBeside = () =>
    page.waitForFunction(async () => {
      const tabs = (await chrome.tabs.query({})).filter(({ url, active }) => !active && url?.includes('article='));
      for (const { id } of tabs) chrome.tabs.remove(id);
      return tabs.length;
    });

  test('lets its text be selected by the mouse, which opens nothing', async () => {
    const { x, y } = await startOf('p');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 8 });
    await page.mouse.move(x + 120, y, { steps: 8 });
    await page.mouse.up();
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected.length).toBeGreaterThan(8);
    expect(await page.$eval(`${ROW} p`, (one) => one.textContent)).toContain(selected);
    expect(await isRead()).toBe(false);
    await page.mouse.click(700, 790);
  }, 30_000);

  test.each([
    ['its title', 'a'],
    ['its text', 'p'],
    ['its date', 'small'],
  ])(
    'opens at a click on %s, and is one link',
    async (_, part) => {
      const { x, y } = await startOf(part);
      await page.mouse.click(x, y);
      await page.waitForFunction(() => location.search.includes('article='));
      expect(await page.$$eval(`${ROW} a`, (links) => links.map((link) => link === document.activeElement))).toEqual([true]);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => !location.search.includes('article='));
    },
    30_000,
  );

  test.each(['a', 'p'])(
    'opens in a tab beside at a click with Ctrl, or of the middle button: %s',
    async (part) => {
      const { x, y } = await startOf(part);
      await page.keyboard.down('Control');
      await page.mouse.click(x, y);
      await page.keyboard.up('Control');
      expect(await (await openedBeside()).jsonValue()).toBe(1);
      await page.mouse.click(x, y, { button: 'middle' });
      expect(await (await openedBeside()).jsonValue()).toBe(1);
      expect(await isRead()).toBe(false);
    },
    30_000,
  );

  test('opens by the keyboard also where some of its text is selected', async () => {
    await page.$eval(`${ROW} p`, (one) => getSelection()?.selectAllChildren(one));
    await page.$eval(`${ROW} a`, (one) => (one as HTMLElement).focus());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('article='));
  }, 30_000);
});
