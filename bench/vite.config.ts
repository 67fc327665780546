import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import extension from '../vite.config.ts';

const ROOT = import.meta.dirname;
const isKept = (plugin: unknown) => (plugin as Plugin).name !== 'extension-files';

/** The pages of the bench, bundled as the extension is but for what makes it one. */
export default defineConfig({
  root: join(ROOT, 'site'),
  base: './',
  publicDir: false,
  plugins: extension.plugins?.filter(isKept) ?? [],
  worker: extension.worker ?? {},
  build: {
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { index: join(ROOT, 'site/index.html'), background: join(ROOT, 'site/background.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
