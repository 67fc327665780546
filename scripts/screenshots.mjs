// Takes pictures of every page in every state, light and dark, Dutch and English, into screenshots/.
//   npm run screenshots -- popup archived    only those whose name has these words
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from './browsers/find.mjs';
import { openGallery } from './browsers/gallery.mjs';

/** What each screen is drawn at, in CSS pixels. */
const WIDTHS = { popup: [380], diff: [820], options: [1000, 320], welcome: [1000, 320], archive: [1160, 380], changed: [820] };
const LOOKS = ['nl', 'en'].flatMap((language) => ['light', 'dark'].map((scheme) => /** @type {const} */ ([language, scheme])));
const out = join(import.meta.dirname, '../screenshots');
const words = process.argv.slice(2);

await mkdir(out, { recursive: true });
const gallery = await openGallery();
const browser = await puppeteer.launch({ browser: 'chrome', executablePath: browserOrInstall('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
let pictures = 0;
for (const [screen, width] of Object.entries(WIDTHS).flatMap(([name, widths]) => widths.map((one) => /** @type {const} */ ([name, one])))) {
  await page.setViewport({ width, height: 600, deviceScaleFactor: 2 });
  await page.goto(gallery.address(screen));
  const states = await page.evaluate(() => /** @type {any} */ (globalThis).gallery.states);
  for (const state of states) {
    for (const [language, scheme] of LOOKS) {
      const name = [screen, state, width, language, scheme].join('-');
      if (!words.every((word) => name.includes(word))) continue;
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.evaluate((state, language) => /** @type {any} */ (globalThis).gallery.show(state, language), state, language);
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
