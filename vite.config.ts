import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';
import { inTwoScripts } from './scripts/build/later.ts';
import { Libraries, licencesOf } from './scripts/build/licences.ts';
import { noHtmlWriting } from './scripts/build/no-html-writing.ts';
import { pageMessages } from './scripts/build/page-messages.ts';
import { styleWithin } from './scripts/build/style-within.ts';

type Browser = 'chrome' | 'firefox';

const ROOT = import.meta.dirname;
const SAMPLE = join(ROOT, 'public/sample-archive');
const target = (process.env.TERUGBLIK_BROWSER ?? 'chrome') as Browser;
const outDir = join(ROOT, 'dist', target);
const empty = '\0empty';
const native = '\0native';
const libraries = new Libraries();
const background = inTwoScripts(target);
const popupStyle = styleWithin();

/**
 * gray-matter brings engines that evaluate code, js-yaml's types for functions, and node modules. Neither is called:
 * front matter names its own engine. So they are left out of the bundle. Neither is its cache asked, which makes a name of
 * each text: that took a fiftieth of an import.
 */
const safeGrayMatter: Plugin = {
  name: 'safe-gray-matter',
  enforce: 'pre',
  resolveId: (source) => (['fs', 'buffer', 'node:fs', 'node:buffer'].includes(source) ? empty : null),
  load(id) {
    if (id === empty) return 'export default {}';
    if (/gray-matter\/lib\/engines\.js$/.test(id)) return 'module.exports = {}';
    if (/js-yaml\/lib\/js-yaml\/schema\/default_full\.js$/.test(id)) return "module.exports = require('./default_safe')";
    return null;
  },
  transform(code, id) {
    if (/gray-matter\/lib\//.test(id)) return code.replace(/Buffer\.from\(/g, 'String(');
    return /gray-matter\/index\.js$/.test(id) ? code.replace('const cached = matter.cache[file.content]', 'const cached = null') : null;
  },
};

/** The polyfill as a module: taken over from CommonJS name by name, each part of the browser's interface would be made at the start of every page. */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  transform: (code, id) =>
    /webextension-polyfill\/dist\/browser-polyfill\.js$/.test(id)
      ? `const exports = {};\nconst module = { exports };\n${code}\nexport default module.exports;`
      : null,
};

/** What each browser takes of the one manifest. */
function manifestFor(browser: Browser): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  if (browser === 'chrome') {
    delete manifest.background.scripts;
    delete manifest.browser_specific_settings;
  } else {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
  }
  const pages = manifest.content_security_policy;
  pages.extension_pages = pages.extension_pages.replace("style-src 'self'", `$& ${popupStyle.source()}`);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What runs in pages and in the background are classic scripts: files without imports, so each has a build of its own. */
const classicScript = (name: string, entry: string, plugins: Plugin[] = []): InlineConfig => ({
  configFile: false,
  root: ROOT,
  publicDir: false,
  logLevel: 'warn',
  plugins: [...plugins, noHtmlWriting, libraries.plugin],
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry, formats: ['iife'], name: name.replace('-', '_'), fileName: () => `${name}.js` },
  },
});
const contentScript = (name: string, entry: string) => classicScript(name, join(ROOT, 'src/page/content', entry));
const backgroundScript = (name: string, entry: string, plugin: Plugin) =>
  classicScript(name, entry, [plugin, safeGrayMatter, polyfillAsModule]);

/** What an opening popup waits for is one file: each file more, and each that only another one asks for, takes its time. */
const inOneFile = (entry: string, name: string): InlineConfig => ({
  configFile: false,
  root: join(ROOT, 'src'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [forPopup, popupStyle.plugin, noHtmlWriting, pageMessages, libraries.plugin],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { [name]: join(ROOT, 'src', entry) },
      // Where another script imports it, what it exports stays.
      preserveEntrySignatures: 'allow-extension',
      output: { codeSplitting: false, entryFileNames: '[name].js', assetFileNames: 'assets/[name]-[hash][extname]' },
    },
  },
});

/**
 * The popup only calls what both browsers answer with a promise by themselves: there the polyfill would be a sixth of all that is
 * loaded. And its first script stands apart, so that it asks while the other is loaded. No frame is drawn before both were run: one
 * with nothing in it took as long as the one after it. The stylesheet stands in the page: fetched, it took 5 ms more of 38.
 */
const forPopup: Plugin = {
  name: 'for-popup',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'webextension-polyfill') return native;
    return importer && source.endsWith('/first-sight.ts') ? { id: './popup-first.js', external: true } : null;
  },
  load: (id) => (id === native ? 'export default globalThis.browser ?? globalThis.chrome' : null),
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll('<script ', '<script blocking="render" fetchpriority="high" '),
  },
};

const extensionFiles: Plugin = {
  name: 'extension-files',
  buildStart() {
    this.addWatchFile(join(ROOT, 'manifest.json'));
    for (const folder of ['src', 'public']) this.addWatchFile(join(ROOT, folder));
  },
  async closeBundle() {
    mkdirSync(outDir, { recursive: true });
    cpSync(join(ROOT, 'public'), outDir, { recursive: true, filter: (path) => !path.startsWith(SAMPLE) });
    writeFileSync(join(outDir, 'sample-archive.zip'), sampleArchive());
    await build(inOneFile('popup.html', 'popup'));
    writeFileSync(join(outDir, 'manifest.json'), manifestFor(target));
    await build(inOneFile('screens/popup/first-sight.ts', 'popup-first'));
    await build(backgroundScript('background', join(ROOT, 'src/background/main.ts'), background.first));
    await build(backgroundScript('background-later', background.entry, background.later));
    await build(contentScript('content', 'main.ts'));
    await build(contentScript('reading', 'reading.ts'));
    await build(contentScript('moved', 'moved.ts'));
    await build(contentScript('readable', 'readable.ts'));
    await build(contentScript('marks', 'marks.ts'));
    writeFileSync(join(outDir, 'licences.txt'), licencesOf(libraries.folders));
  },
};

/** The sample posts as a ZIP like a repository's download; the fixed date makes each build the same. */
function sampleArchive(): Uint8Array {
  const names = readdirSync(join(SAMPLE, '_posts')).sort();
  const entries = names.map((name) => [`Voorbeeldarchief/_posts/${name}`, readFileSync(join(SAMPLE, '_posts', name))] as const);
  return zipSync(Object.fromEntries(entries), { mtime: '2020-01-01T12:00:00' });
}

export default defineConfig({
  root: 'src',
  base: './',
  publicDir: false,
  plugins: [safeGrayMatter, polyfillAsModule, noHtmlWriting, pageMessages, libraries.plugin, extensionFiles],
  worker: { format: 'es', plugins: () => [safeGrayMatter, libraries.plugin] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: {
        options: resolve(ROOT, 'src/options.html'),
        archive: resolve(ROOT, 'src/archive.html'),
        changes: resolve(ROOT, 'src/changes.html'),
        welcome: resolve(ROOT, 'src/welcome.html'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', assetFileNames: 'assets/[name]-[hash][extname]' },
    },
  },
});
