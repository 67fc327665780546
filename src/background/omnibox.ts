import { escapeUTF8 } from 'entities';
import browser from 'webextension-polyfill';
import { versionCounts } from '../archive/lookup/counts.ts';
import { articleAddress, searchAddress } from '../article/pages.ts';
import { ZONE } from '../article/zone.ts';
import { byLanguage, FORMS, type Language, type Message } from '../settings/language.ts';
import { onSettings } from '../settings/settings.ts';
import { language, languageIn } from './language.ts';

const SUGGESTIONS = 6;
const HINTS = byLanguage(import.meta.glob<Message>('../../public/_locales/*/messages.json', { eager: true, import: 'omniboxHint' }));

/** Answers what is typed in the address bar behind the extension's keyword, from the archive. */
export function answerOmnibox(): void {
  // Firefox for Android has no such bar.
  if (!browser.omnibox) return;
  const nameLine = (language: Language) => browser.omnibox.setDefaultSuggestion({ description: marked(HINTS[language].message) });
  const nameIt = async () => nameLine(await language());
  // Until it has a name it bears that of the extension; an extension that is switched on again hears neither of the first two.
  browser.runtime.onInstalled.addListener(nameIt);
  browser.runtime.onStartup.addListener(nameIt);
  browser.omnibox.onInputStarted.addListener(nameIt);
  onSettings((settings) => nameLine(languageIn(settings)));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestionsFor(text).then(suggest, () => suggest([]));
  });
  browser.omnibox.onInputEntered.addListener(async (text, disposition) => {
    const url = browser.runtime.getURL((await isArchived(text)) ? articleAddress(text) : searchAddress(text));
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** Whether a text is the key of an article, as a suggestion is: Firefox shows it beside the title, where an address would take all the room. */
const isArchived = (text: string): Promise<boolean> =>
  versionCounts([text]).then(
    ([versions = 0]) => versions > 0,
    () => false,
  );

async function suggestionsFor(text: string) {
  if (text.trim() === '') return [];
  const { searchArchive } = await import('../archive/lookup/search.ts');
  const { results } = await searchArchive({
    text,
    publisher: null,
    category: null,
    from: null,
    to: null,
    sort: 'relevance',
    offset: 0,
    limit: SUGGESTIONS,
  });
  const days = new Intl.DateTimeFormat(FORMS[await language()], { dateStyle: 'medium', timeZone: ZONE });
  return results.map(({ key, title, date, publisher }) => {
    const day = date === null ? null : days.format(date);
    const about = [publisher, day].filter((part) => part !== null).join(', ');
    const line = title.map(({ text: piece }) => piece).join('');
    return { content: key, description: marked(about ? `${line} – ${about}` : line) };
  });
}

const isChromium = () => browser.runtime.getURL('').startsWith('chrome-extension:');

/** Chromium reads a suggestion as XML, and refuses all of them where one is broken; Firefox shows it as it stands. */
function marked(text: string): string {
  // XML has no control characters, lone surrogates and non-characters.
  const clean = text.replace(/[\p{Cc}\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])/gu, '');
  return isChromium() ? escapeUTF8(clean) : clean;
}
