// The licences of the libraries that a package has code of, as one file in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The folder of the library that a module belongs to, or null where it is ours or the build's own. */
export const libraryOf = (module: string): string | null => /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? null;

const nameOf = (folder: string): { name?: string; version?: string; license?: string } =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The licences of libraries, by name. @throws where one comes without the text of its licence */
export function licencesOf(folders: Iterable<string>): string {
  const texts = [...folders].map((folder) => {
    const { name, version, license } = nameOf(folder);
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
    if (files.length === 0) throw new Error(`${name} has no file with its licence.`);
    const text = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    return `${name} ${version}\nLicence: ${license}\n\n${text.join('\n\n')}\n`;
  });
  return [
    'Terugblik is under the MIT licence. It holds code of the libraries below, each under its own licence.\n',
    ...new Set(texts.sort()),
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Notes the libraries of everything that a build writes; shared by the builds of one package. */
export class Libraries {
  readonly folders = new Set<string>();
  readonly plugin: Plugin = {
    name: 'libraries',
    generateBundle: (_options, bundle) => {
      for (const part of Object.values(bundle))
        for (const module of part.type === 'chunk' ? part.moduleIds : []) {
          const folder = libraryOf(module);
          if (folder !== null) this.folders.add(folder);
        }
    },
  };
}
