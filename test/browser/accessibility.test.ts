import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGallery } from '../../scripts/browsers/gallery.mjs';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import type { Gallery } from '../screens/gallery/gallery.tsx';
import { AXE, SCREENS, tooWide, violations, violationsOfStates } from './axe.ts';

/** What the pages of the gallery and of the extension know. */
declare const gallery: Gallery;
declare const chrome: { tabs: { query(which: object): Promise<{ id: number; url?: string }[]> } };

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let drawn: Awaited<ReturnType<typeof openGallery>>;
  let running: Running;
  type Page = Awaited<ReturnType<typeof running.open>>;

  beforeAll(async () => {
    nos = await playNos({ '/artikel/9000001-dijk': { title: 'Dijk', paragraphs: ['De dijk.'] } });
    [drawn, running] = await Promise.all([openGallery(), openBrowser(name, nos)]);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    await drawn?.close();
    nos?.close();
  });

  // The slow tests look with every rule at every colour in both languages.
  test.each(SCREENS)(
    'finds nothing amiss in any state of the %s, and none wider than a narrow window',
    async (screen) => {
      const page = await running.browser.newPage();
      await page.goto(drawn.address(screen));
      await page.evaluate(AXE);
      expect(await page.evaluate(violationsOfStates, 'nl', null)).toEqual([]);
      if (name === 'Chromium') {
        await running.colours(page, 'dark');
        expect(await page.evaluate(violationsOfStates, 'en', 'color-contrast')).toEqual([]);
        await running.colours(page, 'light');
      }
      await page.setViewport({ width: 320, height: 600 });
      expect(await page.evaluate(tooWide, 'nl')).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test('takes no room for what is only said to a screen reader', async () => {
    const page = await running.browser.newPage();
    await page.goto(drawn.address('archive'));
    await page.setViewport({ width: 380, height: 600 });
    const below = await page.evaluate(() => {
      gallery.show('nothing', 'nl');
      const last = document.querySelector('.nothing')?.getBoundingClientRect().bottom ?? 0;
      return document.documentElement.scrollHeight - Math.max(last, innerHeight);
    });
    const large = await page.$$eval('.unseen', (all) =>
      all.filter((one) => one.getBoundingClientRect().height > 1).map((one) => one.outerHTML),
    );
    await page.close();
    expect(large).toEqual([]);
    expect(below).toBeLessThan(100);
  }, 30_000);

  test('draws archived HTML without scripts, handlers, pictures and pixels', async () => {
    const page = await running.browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).hostname));
    await page.goto(drawn.address('archive'));
    const body = await page.evaluate(() => {
      gallery.show('hostile', 'nl');
      // The sign of a picture is ours.
      document.querySelector('.body .icon')?.remove();
      return document.querySelector('.body')?.innerHTML;
    });
    await page.close();
    expect(body).toBe(
      '<p>een</p><p>twee</p><a>drie</a><a>vier</a><a href="https://nos.nl/l/1" target="_blank" rel="noopener noreferrer">vijf</a>' +
        '<span class="picture">Afbeelding niet geladen: De dijk</span><table><tbody><tr><td colspan="2">zes</td></tr></tbody></table>',
    );
    expect(asked.filter((host) => host !== '' && host !== '127.0.0.1')).toEqual([]);
  }, 30_000);

  test('lets the whole of the main job be done by keyboard', async () => {
    const options = await running.open('options.html');
    await options.waitForSelector('input[type=file]');
    await options.bringToFront();
    const order = await stops(options, 5);
    expect(order).toEqual(
      [
        { stop: 'Archief|Archive', seen: true },
        { stop: 'Wijzigingen|Changes', seen: true },
        { stop: 'Bestanden kiezen|Choose files', seen: true },
        { stop: 'Map kiezen|Choose a folder', seen: true },
        { stop: 'Voorbeeldarchief proberen|Try the sample archive', seen: true },
      ].map(({ stop, seen }) => ({ stop: expect.stringMatching(stop), seen })),
    );
    await options.keyboard.press('Enter');
    await options.waitForSelector('[data-part="report"][data-state="done"]');
    expect(await options.evaluate(() => document.activeElement?.querySelector('[data-part="report"]') !== null)).toBe(true);
    expect(await options.evaluate(AXE).then(() => options.evaluate(violations))).toEqual([]);

    const article = await running.browser.newPage();
    await article.goto('https://nos.nl/artikel/9000001-dijk');
    const tab = await options.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.includes('nos.nl'))?.id);
    const popup = await running.open(`popup.html?tab=${tab}`);
    await popup.waitForSelector('main[data-state="archived"]');
    await popup.bringToFront();
    const links = await stops(popup, 6);
    expect(links.every(({ seen }) => seen)).toBe(true);
    expect(links.map(({ stop }) => stop)).toEqual([
      expect.stringMatching(/^(?:Zoek in je archief|Search your archive)$/),
      expect.stringMatching(/^(?:Instellingen|Settings)$/),
      expect.stringMatching(/^(?:Lees|Read)/),
      expect.stringMatching(/^2\ssep/i),
      expect.stringMatching(/^2\ssep/i),
      expect.stringMatching(/dijk/i),
    ]);
    expect(await popup.evaluate(AXE).then(() => popup.evaluate(violations))).toEqual([]);

    await popup.keyboard.press('/');
    await popup.keyboard.type('dijk');
    const searched = () => popup.$eval('input[type="search"]', (input) => input.value);
    expect(await searched()).toBe('dijk');
    // A page of its own may not close itself, as the popup does.
    await popup.evaluate(() => {
      window.close = () => document.body.setAttribute('data-closed', '');
    });
    await popup.keyboard.press('Escape');
    expect(await searched()).toBe('');
    expect(await popup.$('[data-closed]')).toBeNull();
    await popup.keyboard.press('Escape');
    expect(await popup.$('[data-closed]')).not.toBeNull();

    const reading = await running.open('archive.html');
    await reading.waitForSelector('main[data-state="ready"] [data-part="results"] li a');
    await reading.bringToFront();
    await reading.keyboard.press('/');
    await reading.keyboard.type('oosterveen dertien');
    // By a timer: once a frame, as is usual, would not be at all where the browser draws none.
    await reading.waitForFunction(
      () => /dertien/.test(document.querySelector('[data-part="results"] li a mark + mark')?.textContent ?? ''),
      { polling: 50 },
    );
    await reading.keyboard.press('ArrowDown');
    await reading.keyboard.press('Enter');
    await reading.waitForSelector('[data-part="article"] select');
    expect(await reading.evaluate(AXE).then(() => reading.evaluate(violations))).toEqual([]);
    await tabTo(reading, '[data-part="article"] select');
    await reading.keyboard.press('ArrowDown');
    await reading.waitForSelector('[data-part="diff"] ins');
    expect(await reading.evaluate(violations)).toEqual([]);
    await reading.evaluate(() => history.back());
    await reading.waitForSelector('[data-part="diff"]', { hidden: true });
    expect(await reading.$('[data-part="article"] .body p')).not.toBeNull();
    await reading.evaluate(() => history.back());
    await reading.waitForSelector('[data-part="article"]', { hidden: true });
    expect(await reading.evaluate(() => location.search)).toBe('?q=oosterveen+dertien');
  }, 60_000);

  /** Presses Tab until the focus is on what is sought. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if (await page.evaluate((sought) => document.activeElement?.matches(sought) === true, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no Tab leads to ${selector}`);
  }

  /** Presses Tab and tells where it stops, and whether that is to be seen. */
  async function stops(page: Page, count: number): Promise<{ stop: string; seen: boolean }[]> {
    const seen: { stop: string; seen: boolean }[] = [];
    for (let i = 0; i < count; i++) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          const shown = at?.closest('label') ?? at;
          const stop = at?.getAttribute('aria-label') ?? shown?.textContent ?? '';
          return { stop, seen: shown !== null && getComputedStyle(shown).outlineStyle === 'solid' };
        }),
      );
    }
    return seen;
  }
});
