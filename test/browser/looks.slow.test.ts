import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGallery } from '../../scripts/browsers/gallery.mjs';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { AXE, SCREENS, tooWide, unreadInForcedColours, violationsOfStates } from './axe.ts';

const LANGUAGES = ['nl', 'en'] as const;

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let drawn: Awaited<ReturnType<typeof openGallery>>;
  let running: Running;

  beforeAll(async () => {
    nos = await playNos({});
    [drawn, running] = await Promise.all([openGallery(), openBrowser(name, nos)]);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    await drawn?.close();
    nos?.close();
  });

  test.each(SCREENS.flatMap((screen) => (['light', 'dark'] as const).map((scheme) => ({ screen, scheme }))))(
    'finds nothing amiss by any rule in any state of the $screen, $scheme, in either language',
    async ({ screen, scheme }) => {
      const page = await running.browser.newPage();
      await page.goto(drawn.address(screen));
      await page.evaluate(AXE);
      await running.colours(page, scheme);
      for (const language of LANGUAGES) expect(await page.evaluate(violationsOfStates, language, null)).toEqual([]);
      await running.colours(page, 'light');
      await page.close();
    },
    180_000,
  );

  // Firefox is not to be told to.
  test.runIf(name === 'Chromium').each(SCREENS)(
    'keeps every text of the %s readable where the system gives all colours',
    async (screen) => {
      const page = await running.browser.newPage();
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await page.goto(drawn.address(screen));
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await page.evaluate(unreadInForcedColours, 'nl')).toEqual([]);
      await page.close();
    },
  );

  // 640 pixels are a window of 1280 at 200 %, 320 the least that is promised.
  test.each(SCREENS.flatMap((screen) => [640, 320].map((width) => ({ screen, width }))))(
    'shows every state of the $screen within $width pixels',
    async ({ screen, width }) => {
      const page = await running.browser.newPage();
      await page.setViewport({ width, height: 600 });
      await page.goto(drawn.address(screen));
      for (const language of LANGUAGES) expect(await page.evaluate(tooWide, language)).toEqual([]);
      await page.close();
    },
    60_000,
  );
});
