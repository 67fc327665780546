// Takes pictures of every page in every state, light and dark, Dutch and English, into screenshots/; and in Dutch with the
// colours of the system alone, with more contrast, and at the widths that 200 % leaves of a window and that a telephone has.
//   npm run screenshots -- popup archived    only those whose name has these words
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from './browsers/find.mjs';
import { openGallery } from './browsers/gallery.mjs';

/** What each screen is drawn at, in CSS pixels: first as it is mostly seen. */
const WIDTHS = {
  popup: [380, 320],
  diff: [820, 320],
  options: [1000, 640, 320],
  welcome: [1000, 640, 320],
  archive: [1160, 640, 320],
  changed: [820, 320],
};
/** What a reader may have asked of the system, as the browser calls it. */
const FEATURES = {
  light: { name: 'prefers-color-scheme', value: 'light' },
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  forced: { name: 'forced-colors', value: 'active' },
  contrast: { name: 'prefers-contrast', value: 'more' },
};
const USUAL = ['nl-light', 'nl-dark', 'en-light', 'en-dark'];
const out = join(import.meta.dirname, '../screenshots');
const words = process.argv.slice(2);

await mkdir(out, { recursive: true });
const gallery = await openGallery();
const browser = await puppeteer.launch({ browser: 'chrome', executablePath: browserOrInstall('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
let pictures = 0;
const session = await page.createCDPSession();
for (const [screen, width, looks] of Object.entries(WIDTHS).flatMap(([name, widths]) =>
  widths.map((one, i) => /** @type {const} */ ([name, one, i === 0 ? [...USUAL, 'nl-forced', 'nl-contrast'] : ['nl-light', 'en-dark']])),
)) {
  await page.setViewport({ width, height: 600, deviceScaleFactor: 2 });
  await page.goto(gallery.address(screen));
  const states = await page.evaluate(() => /** @type {any} */ (globalThis).gallery.states);
  for (const state of states) {
    for (const look of looks) {
      const [language, feature] = look.split('-');
      const name = [screen, state, width, look].join('-');
      if (!words.every((word) => name.includes(word))) continue;
      await session.send('Emulation.setEmulatedMedia', { features: [FEATURES[/** @type {keyof typeof FEATURES} */ (feature)]] });
      await page.evaluate((state, language) => /** @type {any} */ (globalThis).gallery.show(state, language), state, language);
      // What a short wait hides, and what is drawn after the first frame.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const cut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (cut) console.warn(`${name} is wider than the page`);
      await page.screenshot({ path: /** @type {`${string}.png`} */ (join(out, `${name}.png`)), fullPage: true });
      pictures++;
    }
  }
}
await browser.close();
await gallery.close();
console.log(`${pictures} pictures are in screenshots/.`);
