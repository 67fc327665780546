import browser from 'webextension-polyfill';
import type { Settings } from '../settings/choices.ts';
import { type Language, languageFor } from '../settings/language.ts';
import { readSettings } from '../settings/settings.ts';

/** The language of what the browser shows for us outside of our pages: the reader's, as `browser.i18n` knows the browser's only. */
export const languageIn = ({ language }: Pick<Settings, 'language'>): Language => languageFor(browser.i18n.getUILanguage(), language);

export const language = async (): Promise<Language> => languageIn(await readSettings());
