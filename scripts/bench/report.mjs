// The figures as a table: printed, and kept in docs/benchmarks.md, a section for each way of running.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browsers/find.mjs';

/** @typedef {{ figure: string, value: string, note: string }} Row */

const FILE = join(import.meta.dirname, '../../docs/benchmarks.md');
const INTRO = `# Benchmarks

Made by \`npm run bench\`; each section by the command in its heading, whose figures were alternated in one run. Times of
different sections were taken under different loads of the machine: only their ratios compare. "After restart": a fresh
browser process opens the database and answers once; booting the worker and analysing the question do not count.
`;

/** What must hold, and what is aimed at. @type {[RegExp, string, string][]} */
const GOALS = [
  [/^import, posts\/s: ours.*(?:67|generated)/, '7,000 (Firefox 6,000)', '12,000 (10,000)'],
  [/^import, posts\/s: ours.*(?:NOS|long)/, '3,500', '6,000'],
  [/^memory over idle, MB: ours/, '200 (Firefox 250)', '110 (170)'],
  [/lookup over the bare message/, '10', '5'],
  [/related over the bare message/, '45', '25'],
  [/^content script on a page that is no article, ms/, '3', '3'],
  [/^content script on an article, ms/, '15', '15'],
  [/^(?:content|marks).*most of it in one task/, '50', '50'],
  [/^popup over an empty one, its context ready/, '15', '15'],
  [/^popup over an empty one, none ready/, '100', '70'],
  [/^popup, most layout shift/, '0', '0'],
  [/^archive page, results after/, '100', '100'],
  [/^archive page, tasks over/, '0', '0'],
  [/^FTS5 ÷ ours, related after restart/, '4 (Firefox 7)', '8 (10)'],
  [/^FTS5 ÷ ours, related warm/, '2', '4'],
  [/^FTS5 ÷ ours, search warm/, '1.5', '3'],
  [/^saving one article, ms/, '30', '20'],
  [/^(?:lookup|related), year kept ÷ imported/, '1.1', '1.0'],
  [/^lookup p95 while importing/, '50', '20'],
  [/^index bytes a posting/, '2.1', '1.8'],
  [/^same bundle again/, '0.25', '0.10'],
  [/^R@10, points over exact BM25/, '4', '9'],
  [/^ten best of the weighted query/, '0.97', '1.00'],
];

/** @param {{ rows: Row[], browser: 'chromium' | 'firefox', scale: number | null, parts: string[], runs: number }} what */
export function writeReport({ rows, browser, scale, parts, runs }) {
  const flags = [...(browser === 'firefox' ? ['--firefox'] : []), ...(scale ? [`--scale ${scale}`] : [])];
  const heading = `## npm run bench -- ${[...parts, ...flags].join(' ')}`;
  const version =
    spawnSync(findBrowser(browser) ?? browser, ['--version'], { encoding: 'utf8' })
      .stdout?.split(' built')[0]
      ?.trim() ?? '';
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores; ${version}; Node ${process.version}; --runs ${runs}; ${new Date().toISOString().slice(0, 10)}`;
  const table = ['| figure | measured | must | aim | |', '|---|---|---|---|---|'];
  for (const { figure, value, note } of rows) {
    const [, must = '', aim = ''] = GOALS.find(([name]) => name.test(figure)) ?? [];
    table.push(`| ${figure} | ${value} | ${must} | ${aim} | ${note} |`);
  }
  const section = `${heading}\n\n${machine}\n\n${table.join('\n')}\n`;
  console.log(`\n${section}`);
  const kept = existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const others = kept.filter((one) => !one.startsWith(`${heading}\n`)).map((one) => one.trimEnd());
  writeFileSync(FILE, `${[INTRO.trimEnd(), ...others, section.trimEnd()].join('\n\n')}\n`);
}
