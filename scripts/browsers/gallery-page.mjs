// A page of the gallery in a browser, to take pictures of.
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from './find.mjs';
import { openGallery } from './gallery.mjs';

/** What a reader may have asked of the system, as the browser calls it. */
const FEATURES = {
  light: { name: 'prefers-color-scheme', value: 'light' },
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  forced: { name: 'forced-colors', value: 'active' },
  contrast: { name: 'prefers-contrast', value: 'more' },
};

/** Has date fields in the language of the page, as a reader's browser has them in its own; this one may have English alone. */
const LANGUAGES = '--enable-blink-features=LangAttributeAwareFormControlUI';

export async function openGalleryPage() {
  const gallery = await openGallery();
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: browserOrInstall('chromium'),
    args: ['--no-sandbox', LANGUAGES],
  });
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  return {
    page,
    /** Opens a screen, and gives the names of its states. @param {string} screen @param {import('puppeteer-core').Viewport} viewport @returns {Promise<string[]>} */
    async open(screen, viewport) {
      await page.setViewport(viewport);
      await page.goto(gallery.address(screen));
      return page.evaluate(() => /** @type {any} */ (globalThis).gallery.states);
    },
    /** Draws a state until it stands still. @param {string} state @param {string} look e.g. `nl-dark` */
    async show(state, look) {
      const [language, feature] = look.split('-');
      await session.send('Emulation.setEmulatedMedia', { features: [FEATURES[/** @type {keyof typeof FEATURES} */ (feature)]] });
      await page.evaluate((state, language) => /** @type {any} */ (globalThis).gallery.show(state, language), state, language);
      // A field looks for its language when it gets its type, which is before it stands in the page.
      const lang = language === 'en' ? 'en-GB' : language;
      await page.$$eval(
        'input[type="date"]',
        (fields, lang) => {
          for (const field of fields) Object.assign(field, { lang, type: 'text' }, { type: 'date' });
        },
        lang,
      );
      // What a short wait hides, and what is drawn after the first frame.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}
