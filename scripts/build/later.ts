// A background in two scripts: what it brings by `import()` stands in the second, which is loaded when first something of it is called.
// A browser starts a stopped background for nearly every popup, and reads the whole of its script each time.
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const SRC = join(import.meta.dirname, '../../src');

const LATER = 'background-later.js';
const ENTRY = 'virtual:background-later';
const HELD = 'later';

/**
 * How the first script gets the second. A service worker may not `import()`, and may load only what it loaded while it was
 * installed: so it does that then, and again when it needs it. The policy of Trusted Types lets it load that one.
 */
const LOADERS = {
  chrome: `
self.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url === '${LATER}' ? url : null });
const bring = async () => {
  if (!self.${HELD}) importScripts('${LATER}');
  return self.${HELD};
};
self.addEventListener('install', () => void bring());
`,
  firefox: `
const bring = async () => {
  if (!self.${HELD}) await import('./${LATER}');
  return self.${HELD};
};
`,
};

/** Plugins for the builds of the two scripts, of which the first is built first, and the entry of the second. */
export function inTwoScripts(browser: keyof typeof LOADERS): { first: Plugin; later: Plugin; entry: string } {
  /** By their names, which say where they stand: in whatever order they are found, the scripts are the same. */
  const modules = new Map<string, string>();
  const first: Plugin = {
    name: 'background-first',
    enforce: 'pre',
    async resolveDynamicImport(source, importer) {
      const found = typeof source === 'string' ? await this.resolve(source, importer) : null;
      if (!found) throw new Error(`${importer} imports what is not there.`);
      const name = relative(SRC, found.id).replaceAll(sep, '/');
      modules.set(name, found.id);
      return { id: `./${HELD}/${name}`, external: true };
    },
    renderChunk: (code) =>
      `(() => {${LOADERS[browser]}${code.replace(/import\((["'`])\.\/later\/([^"'`]+)\1\)/g, "bring().then((all) => all['$2'])")}})();`,
  };
  const later: Plugin = {
    name: 'background-later',
    resolveId: (source) => (source.endsWith(ENTRY) ? `\0${ENTRY}` : null),
    load(id) {
      if (id !== `\0${ENTRY}`) return null;
      const names = [...modules.keys()].sort();
      const imports = names.map((name, i) => `import * as m${i} from ${JSON.stringify(modules.get(name))};`);
      return `${imports.join('\n')}\nglobalThis.${HELD} = { ${names.map((name, i) => `${JSON.stringify(name)}: m${i}`).join(', ')} };`;
    },
  };
  return { first, later, entry: ENTRY };
}
