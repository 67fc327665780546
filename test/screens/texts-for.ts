import { type Texts, textsIn } from '../../src/screens/shared/texts.ts';
import { byLanguage, type Language, languageFor, type Message } from '../../src/settings/language.ts';

const FILES = import.meta.glob<Record<string, Message>>('../../public/_locales/*/messages.json', { eager: true, import: 'default' });

/** The texts that a reader gets, without the wait for those of one language. */
export function textsFor(browserLanguage: string, chosen: 'auto' | Language = 'auto'): Texts {
  const language = languageFor(browserLanguage, chosen);
  const messages = Object.entries(byLanguage(FILES)[language]).map(([key, { message }]) => [key, message] as const);
  return textsIn(language, Object.fromEntries(messages));
}
