// Builds what of the bench is TypeScript, into a folder that version control ignores.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/terugblik-bench');
export const SITE = join(CACHE, 'site');

/** The extension itself. */
export const buildExtension = () => execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });

/** The pages for the browsers. */
export async function buildSite() {
  await build({ configFile: join(ROOT, 'bench/vite.config.ts'), logLevel: 'error', build: { outDir: SITE } });
}

/** What runs in Node. @returns {Promise<typeof import('../../bench/node.ts')>} */
export async function loadNode() {
  const outDir = join(CACHE, 'node');
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    ssr: { noExternal: true },
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'bench/node.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'node.mjs' } },
    },
  });
  return import(pathToFileURL(join(outDir, 'node.mjs')).href);
}
