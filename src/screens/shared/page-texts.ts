import browser from 'webextension-polyfill';
import { readSettings } from '../../settings/settings.ts';
import { type Texts, textsFor } from './texts.ts';

/** The texts of the page that is opened, in the reader's language, which the page is marked with. */
export async function pageTexts(): Promise<Texts> {
  const { language } = await readSettings();
  const texts = textsFor(browser.i18n.getUILanguage(), language);
  document.documentElement.lang = texts.language;
  return texts;
}
