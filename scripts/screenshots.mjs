// Takes pictures of every page in every state, light and dark, Dutch and English, into screenshots/; and in Dutch with the
// colours of the system alone, with more contrast, and at the widths that 200 % leaves of a window and that a telephone has.
//   npm run screenshots -- popup archived    only those whose name has these words
//   npm run screenshots -- --docs            those of the documents and the stores, into docs/
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openGalleryPage } from './browsers/gallery-page.mjs';
import { drawDocuments } from './documents-pictures.mjs';

/** What each screen is drawn at, in CSS pixels: first as it is mostly seen. */
const WIDTHS = {
  popup: [380, 320],
  diff: [820, 320],
  options: [1000, 640, 320],
  welcome: [1000, 640, 320],
  archive: [1160, 640, 320],
  changed: [820, 320],
};
const USUAL = ['nl-light', 'nl-dark', 'en-light', 'en-dark'];
const out = join(import.meta.dirname, '../screenshots');
const words = process.argv.slice(2);

const gallery = await openGalleryPage();
const pictures = words.includes('--docs') ? await drawDocuments(gallery) : await drawAll();
await gallery.close();
console.log(`${pictures} pictures are drawn.`);

async function drawAll() {
  const { page } = gallery;
  let pictures = 0;
  await mkdir(out, { recursive: true });
  for (const [screen, width, looks] of Object.entries(WIDTHS).flatMap(([name, widths]) =>
    widths.map((one, i) => /** @type {const} */ ([name, one, i === 0 ? [...USUAL, 'nl-forced', 'nl-contrast'] : ['nl-light', 'en-dark']])),
  )) {
    for (const state of await gallery.open(screen, { width, height: 600, deviceScaleFactor: 2 })) {
      for (const look of looks) {
        const name = [screen, state, width, look].join('-');
        if (!words.every((word) => name.includes(word))) continue;
        await gallery.show(state, look);
        const cut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (cut) console.warn(`${name} is wider than the page`);
        await page.screenshot({ path: /** @type {`${string}.png`} */ (join(out, `${name}.png`)), fullPage: true });
        pictures++;
      }
    }
  }
  return pictures;
}
