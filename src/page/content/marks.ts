import { byLanguage, type Language, languageFor, type Message } from '../../settings/language.ts';
import { tell } from './background.ts';
import { type AskCounts, markLinks } from './mark-links.ts';

interface ExtensionApi {
  i18n: { getUILanguage(): string };
  storage: {
    local: {
      get(name: 'settings'): Promise<{ settings?: Choices }>;
      onChanged: { addListener(listener: (changes: { settings?: { newValue?: Choices } }) => void): void };
    };
  };
}
interface Choices {
  marks?: boolean;
  language?: 'auto' | Language;
}

const ONE = byLanguage(import.meta.glob<Message>('../../../public/_locales/*/messages.json', { eager: true, import: 'marked_one' }));
const OTHER = byLanguage(import.meta.glob<Message>('../../../public/_locales/*/messages.json', { eager: true, import: 'marked_other' }));

declare global {
  var terugblikMarks: (() => void) | undefined;
}

const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
// In Chromium an element of the page may have that name.
const extension = browser?.storage ? browser : chrome;

// Switched on, it comes into each open page once more.
if (extension && typeof globalThis.terugblikMarks !== 'function') {
  const end = () => {
    globalThis.terugblikMarks?.();
    globalThis.terugblikMarks = undefined;
  };
  const ask: AskCounts = async (keys) => {
    // The extension may be gone or updated under a page that stays open; its marks go with it.
    const answer = await tell('archived-counts', { keys }).catch(end);
    return Array.isArray(answer) ? answer : null;
  };
  const languageIn = (choices?: Choices) => languageFor(extension.i18n.getUILanguage(), choices?.language);
  let language = languageIn();
  const { local } = extension.storage;
  local.onChanged.addListener(({ settings }) => {
    if (settings && settings.newValue?.marks !== true) end();
    language = languageIn(settings?.newValue);
  });
  void local.get('settings').then(({ settings }) => {
    language = languageIn(settings);
  });
  globalThis.terugblikMarks = markLinks(document, ask, (count) =>
    (count === 1 ? ONE : OTHER)[language].message.replace('{count}', String(count)),
  );
}
