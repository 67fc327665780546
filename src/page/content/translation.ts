import { htmlOf, matches } from '../detect/shown.ts';

/** What Chrome, and Google's copies of pages, make of a page that they translate; Edge and Immersive Translate mark each text. */
const TRANSLATED = '.translated-ltr, .translated-rtl';
const TRANSLATED_TEXT = '[_msttexthash], .immersive-translate-target-wrapper';

/**
 * Gives what tells whether a translation stands in the place of a page's own text by then. Firefox only gives the page another
 * language (seen in 153), so it has to be watched from before.
 */
export function watchTranslation(document: Document): () => boolean {
  const own = languageOf(document);
  return () => {
    const html = htmlOf(document);
    const isOther = own !== '' && languageOf(document) !== own;
    return isOther || matches(html, TRANSLATED) || html.querySelector(TRANSLATED_TEXT) !== null;
  };
}

/** The language of a page, whatever its country; empty where the page names none. */
const languageOf = (document: Document): string => htmlOf(document).getAttribute('lang')?.split('-')[0]?.toLowerCase() ?? '';
