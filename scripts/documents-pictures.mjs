// The pictures that stand in the documents, and those that the stores ask for.
import { join } from 'node:path';

/** @typedef {Awaited<ReturnType<typeof import('./browsers/gallery-page.mjs').openGalleryPage>>} GalleryPage */

const docs = join(import.meta.dirname, '../docs');

/** Name, screen, state, look, width and where it is not all shown height in CSS pixels; the popup, which is read up close, at twice its size. */
/** @type {[string, string, string, string, number, number?][]} */
const DOCUMENTS = [
  ['popup', 'popup', 'archived', 'nl-light', 380],
  ['pictures/popup-dark', 'popup', 'archived', 'nl-dark', 380],
  ['pictures/popup-en', 'popup', 'archived', 'en-light', 380],
  ['pictures/popup-none', 'popup', 'none-absent', 'nl-light', 380],
  ['pictures/popup-related', 'popup', 'related', 'nl-light', 380],
  ['pictures/archive-article-dark', 'archive', 'article', 'nl-dark', 1160, 760],
  ['pictures/archive-compare', 'archive', 'changed', 'nl-light', 1160, 760],
  ['pictures/archive-search', 'archive', 'search', 'nl-light', 1160, 760],
  ['pictures/changes', 'changed', 'some', 'nl-light', 820],
  ['pictures/compare-sides', 'diff', 'part-sides', 'nl-light', 820],
  ['pictures/options', 'options', 'everyday', 'nl-light', 1000],
  ['pictures/welcome', 'welcome', 'fresh', 'nl-light', 1000],
];
/** The stores want 1280 × 800. */
const STORE = { width: 1280, height: 800 };
const STORES = /** @type {const} */ ([
  ['popup', 'popup', 'archived'],
  ['search', 'archive', 'search'],
  ['compare', 'archive', 'changed'],
  ['article', 'archive', 'article'],
]);
/** A popup as it opens, in the middle of an empty page. */
const ALONE = `
  html { background: #e9e5da; overflow: hidden; }
  body { zoom: 1.2; width: 380px; height: 600px; margin: 33px auto; overflow: hidden; box-shadow: 0 2px 12px rgb(0 0 0 / 0.25); }
`;

/** Draws them all; gives how many. @param {GalleryPage} gallery */
export async function drawDocuments(gallery) {
  const { page } = gallery;
  const pathOf = (/** @type {string} */ name) => /** @type {`${string}.png`} */ (join(docs, `${name}.png`));
  for (const [name, screen, state, look, width, height] of DOCUMENTS) {
    await gallery.open(screen, { width, height: height ?? 600, deviceScaleFactor: screen === 'popup' ? 2 : 1 });
    await gallery.show(state, look);
    await page.screenshot({ path: pathOf(name), fullPage: height === undefined });
  }
  for (const [name, screen, state] of STORES) {
    for (const language of ['nl', 'en']) {
      await gallery.open(screen, STORE);
      if (screen === 'popup') await page.addStyleTag({ content: ALONE });
      await gallery.show(state, `${language}-light`);
      await page.screenshot({ path: pathOf(`store/${name}-${language}`) });
    }
  }
  return DOCUMENTS.length + STORES.length * 2;
}
