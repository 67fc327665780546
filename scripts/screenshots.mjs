// Takes pictures of every page in every state, light and dark, Dutch and English, into screenshots/.
//   npm run screenshots -- popup archived    only those whose name has these words
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from './browsers/find.mjs';
import { openGallery } from './browsers/gallery.mjs';

const WIDTHS = { popup: 380, diff: 820, options: 820, welcome: 820, archive: 820, changed: 820 };
const out = join(import.meta.dirname, '../screenshots');
const words = process.argv.slice(2);

await mkdir(out, { recursive: true });
const gallery = await openGallery();
const browser = await puppeteer.launch({ browser: 'chrome', executablePath: browserOrInstall('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
let pictures = 0;
for (const [screen, width] of Object.entries(WIDTHS)) {
  await page.setViewport({ width, height: 400, deviceScaleFactor: 2 });
  await page.goto(gallery.address(screen));
  const states = await page.evaluate(() => /** @type {any} */ (globalThis).gallery.states);
  for (const state of states) {
    for (const [language, scheme] of [
      ['nl', 'light'],
      ['nl', 'dark'],
      ['en', 'light'],
      ['en', 'dark'],
    ]) {
      const name = [screen, state, language, scheme].join('-');
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
