import browser from 'webextension-polyfill';
import type { Settings } from '../../settings/choices.ts';
import { type Language, languageFor } from '../../settings/language.ts';
import { onSettings, readSettings } from '../../settings/settings.ts';
import { type Messages, type Texts, textsIn } from './texts.ts';

/** The messages that a page shows, loaded in one language: those of all pages in both would be half of what the popup loads. */
export type PageMessages = Record<Language, () => Promise<{ default: Messages }>>;

/**
 * The texts of the page that is opened, in the reader's language, which the page is marked with.
 * @param settings where they are being read already
 */
export async function pageTexts(messages: PageMessages, settings: Promise<Settings> = readSettings()): Promise<Texts> {
  const language = languageFor(browser.i18n.getUILanguage(), (await settings).language);
  const { default: chosen } = await messages[language]();
  document.documentElement.lang = language;
  return textsIn(language, chosen);
}

/** Draws a page in the reader's language, and again where they choose another one elsewhere. */
export async function inLanguage(messages: PageMessages, draw: (texts: Texts) => void): Promise<void> {
  let texts = await pageTexts(messages);
  draw(texts);
  onSettings(async (settings) => {
    const now = await pageTexts(messages, Promise.resolve(settings));
    if (now.language === texts.language) return;
    texts = now;
    draw(texts);
  });
}
