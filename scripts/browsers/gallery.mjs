// Serves pages that draw each screen in any state, built from the screens themselves: for screenshots and checks.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const root = join(import.meta.dirname, '../../test/screens/gallery');

export async function openGallery() {
  const outDir = await mkdtemp(join(tmpdir(), 'terugblik-gallery-'));
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: ['popup', 'diff', 'options', 'welcome', 'archive', 'changed'].map((screen) => join(root, `${screen}.html`)),
      },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    response.setHeader('content-type', TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? 'text/plain');
    // The paths asked for are those of the built pages.
    response.end(readFileSync(join(outDir, path)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    /** @param {string} screen */
    address: (screen) => `http://127.0.0.1:${port}/${screen}.html`,
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
