// Measures the archive beside what else there is, in real browsers on a real disk, and writes docs/benchmarks.md.
//   npm run bench                       all of it, in Chromium, on 67,101 posts
//   npm run bench -- import answers     only some: import, answers, extension, save, year, pages, content, related
//   npm run bench -- --firefox --scale 300000 --runs 9
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnswers, measureLookupsWhileImporting } from './bench/answers.mjs';
import { newProfile } from './bench/browser.mjs';
import { buildExtension, buildSite, loadNode, SITE } from './bench/built.mjs';
import { judgedArchives, longBundle, mainBundle } from './bench/bundles.mjs';
import { measureContent } from './bench/content.mjs';
import { measureExtension } from './bench/extension.mjs';
import { measureImport } from './bench/import.mjs';
import { measurePages } from './bench/pages.mjs';
import { writeReport } from './bench/report.mjs';
import { measureSave } from './bench/save.mjs';
import { serve } from './bench/server.mjs';
import { measureYear } from './bench/year.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    firefox: { type: 'boolean' },
    scale: { type: 'string' },
    runs: { type: 'string', default: '7' },
    contestants: { type: 'string' },
    days: { type: 'string', default: '365' },
  },
});
const PARTS = ['import', 'answers', 'extension', 'save', 'year', 'pages', 'content', 'related'];
const parts = new Set(positionals.length > 0 ? positionals : PARTS);
const browser = values.firefox ? 'firefox' : 'chromium';
const runs = Number(values.runs);
const scale = values.scale ? Number(values.scale) : null;
const baselines = values.contestants?.split(',').filter(Boolean) ?? (scale ? ['fts5'] : ['fts5', 'minisearch', 'multi-entry']);

const folder = mkdtempSync(join(tmpdir(), 'terugblik-bench-'));
const node = await loadNode();
/** @type {import('./bench/report.mjs').Row[]} */
const rows = [];
/** @param {import('./bench/report.mjs').Row[]} more */
const add = (more) => {
  for (const row of more) {
    rows.push(row);
    console.log(`${row.figure}: ${row.value}${row.note ? ` (${row.note})` : ''}`);
  }
};

try {
  if (parts.has('related')) add(await node.judgeRelated(judgedArchives(folder)));
  if ((parts.has('pages') || parts.has('content')) && browser === 'chromium') buildExtension();
  if (parts.has('content') && browser === 'chromium') add(await measureContent({ runs }));
  if (parts.has('pages') && browser === 'chromium') {
    const bundle = mainBundle(folder, scale);
    add(await measurePages({ bundle, queries: node.pickQueries(bundle.path, runs * 2), runs }));
  }
  if (browser === 'chromium' && (parts.has('save') || parts.has('year'))) {
    await buildSite();
    if (parts.has('save')) add(await measureSave({ bundle: mainBundle(folder, scale), node, folder }));
    if (parts.has('year')) add(await measureYear({ days: Number(values.days), node, folder, runs }));
  }
  if (parts.has('import') || parts.has('answers') || parts.has('extension')) {
    const bundle = mainBundle(folder, scale);
    console.log(`${bundle.name}, ${browser}, ${runs} runs`);
    await buildSite();
    const server = await serve(SITE, node.linesOf);
    /** @type {Map<string, import('./bench/browser.mjs').Profile>} */
    const profiles = new Map();
    try {
      for (const contestant of ['ours', ...baselines]) {
        const profile = await newProfile(browser);
        profiles.set(contestant, profile);
        add(await measureImport({ browser, profile, server, contestant, bundle }));
      }
      if (parts.has('import')) {
        const profile = await newProfile(browser);
        add(await measureImport({ browser, profile, server, contestant: 'ours', bundle: longBundle(folder) }));
        await profile.remove();
      }
      if (parts.has('answers')) {
        const queries = node.pickQueries(bundle.path, 70);
        add(await measureAnswers({ browser, profiles, server, queries, runs }));
        add(await measureLookupsWhileImporting({ browser, profile: profiles.get('ours'), server, queries, bundle: longBundle(folder) }));
      }
      if (parts.has('extension') && browser === 'chromium')
        add(await measureExtension({ bundle, queries: node.pickQueries(bundle.path, 20), runs }));
    } finally {
      server.close();
      await Promise.all([...profiles.values()].map((profile) => profile.remove()));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeReport({ rows, browser, scale, parts: [...parts], runs });
