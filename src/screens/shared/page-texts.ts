import browser from 'webextension-polyfill';
import { type Language, languageFor } from '../../settings/language.ts';
import { readSettings } from '../../settings/settings.ts';
import { type Messages, type Texts, textsIn } from './texts.ts';

/** The messages that a page shows, loaded in one language: those of all pages in both would be half of what the popup loads. */
export type PageMessages = Record<Language, () => Promise<{ default: Messages }>>;

/** The texts of the page that is opened, in the reader's language, which the page is marked with. */
export async function pageTexts(messages: PageMessages): Promise<Texts> {
  const settings = await readSettings();
  const language = languageFor(browser.i18n.getUILanguage(), settings.language);
  const { default: chosen } = await messages[language]();
  document.documentElement.lang = language;
  return textsIn(language, chosen);
}
