import browser from 'webextension-polyfill';
import { readSettings } from '../../settings/settings.ts';
import { type Language, languageFor, type Messages, type Texts, textsIn } from './texts.ts';

/** A page loads the messages of its language alone: those of both would be a third of what the popup loads. */
const MESSAGES: Record<Language, () => Promise<{ default: Messages }>> = {
  nl: () => import('../../../public/_locales/nl/messages.json'),
  en: () => import('../../../public/_locales/en/messages.json'),
};

/** The texts of the page that is opened, in the reader's language, which the page is marked with. */
export async function pageTexts(): Promise<Texts> {
  const settings = await readSettings();
  const language = languageFor(browser.i18n.getUILanguage(), settings.language);
  const messages = await MESSAGES[language]();
  document.documentElement.lang = language;
  return textsIn(language, messages.default);
}
