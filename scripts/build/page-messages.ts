// A page loads the texts that it shows, and those alone: all of them would be a fifth of what the popup loads.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../../src/settings/language.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOCALES = join(ROOT, 'public/_locales');
const NAME = 'virtual:messages';
const PREFIX = `\0${NAME}/`;

/** The modules of ours that a module is built of, itself among them. Texts come from elsewhere and name themselves. */
function modulesOf(entry: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(entry)) return found;
  const code = readFileSync(entry, 'utf8');
  found.set(entry, code);
  for (const [, path = ''] of code.matchAll(/^(?:import|export|\}) (?!type\b)[^'\n]*'(\.[^']+\.tsx?)'/gm))
    modulesOf(join(dirname(entry), path), found);
  return found;
}

/** Whether a text is asked for in code: by its name, without the ending of its plural, or by a name that is put together. */
function askedFor(code: string): (key: string) => boolean {
  const names = new Set([...code.matchAll(/['"`](\w+)['"`]/g)].map(([, name]) => name));
  const beginnings = [...code.matchAll(/`([a-zA-Z]\w*_)\$\{/g)].map(([, name = '']) => name);
  return (key) => names.has(key) || names.has(key.replace(/_(?:one|other)$/, '')) || beginnings.some((name) => key.startsWith(name));
}

const scriptOf = (page: string) => join(ROOT, 'src/screens', page, 'main.tsx');

/** The texts of a language that a page can show. @param page as its folder is called */
export function messagesOf(page: string, language: string): Record<string, string> {
  const all: Record<string, { message: string }> = JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
  const isAskedFor = askedFor([...modulesOf(scriptOf(page)).values()].join('\n'));
  return Object.fromEntries(Object.entries(all).flatMap(([key, { message }]) => (isAskedFor(key) ? [[key, message]] : [])));
}

/** Gives each page, under one name, a way to load its own texts in either language. */
export const pageMessages: Plugin = {
  name: 'page-messages',
  resolveId: (source, importer = '') =>
    source === NAME ? `${PREFIX}${basename(dirname(importer))}` : source.startsWith(PREFIX) ? source : null,
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const [page = '', language] = id.slice(PREFIX.length).split('-');
    if (language === undefined) {
      const ways = Object.keys(LANGUAGES).map((one) => `${one}: () => import(${JSON.stringify(`${id}-${one}`)})`);
      return `export default { ${ways.join(', ')} }`;
    }
    for (const file of [...modulesOf(scriptOf(page)).keys(), join(LOCALES, language, 'messages.json')]) this.addWatchFile(file);
    return `export default ${JSON.stringify(messagesOf(page, language))}`;
  },
};
