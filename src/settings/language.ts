/** The languages that the interface speaks, by what they call themselves. The texts of each are a folder of public/_locales. */
export const LANGUAGES = { nl: 'Nederlands', en: 'English' };
export type Language = keyof typeof LANGUAGES;

/** The language that the reader chose; where that follows the browser, the browser's where it is one of ours, else Dutch. */
export function languageFor(browserLanguage: string, chosen: 'auto' | Language = 'auto'): Language {
  if (chosen !== 'auto') return chosen;
  const [spoken = ''] = browserLanguage.toLowerCase().split(/[-_]/);
  return Object.hasOwn(LANGUAGES, spoken) ? (spoken as Language) : 'nl';
}

/** Whose forms of dates and numbers a language has: who reads English here is in the Netherlands too. */
export const FORMS: Record<Language, string> = { nl: 'nl', en: 'en-GB' };

/** A text as its file holds it. */
export interface Message {
  message: string;
}

/** What was read of the file of each language, by language. */
export const byLanguage = <Read>(files: Record<string, Read>) =>
  Object.fromEntries(Object.entries(files).map(([path, read]) => [path.split('/').at(-2), read])) as Record<Language, Read>;
