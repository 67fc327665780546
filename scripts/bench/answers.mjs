// How fast questions are answered after a restart of the browser and warm, all contestants in turn in one run.
import { openBench, openBrowser, within } from './browser.mjs';
import { median, p95, shown } from './numbers.mjs';

const WARM_UP = 20;
/** @type {import('../../bench/contestant.ts').Kind[]} */
const KINDS = ['lookup', 'related', 'search', 'phrase', 'prefix'];
/** What a contestant can't answer. @type {Record<string, string[]>} */
const UNABLE = { minisearch: ['phrase'], 'multi-entry': ['phrase', 'prefix'] };

/**
 * @param {{ browser: import('./browser.mjs').BrowserName, profiles: Map<string, import('./browser.mjs').Profile>, server: { origin: string },
 *   queries: import('../../bench/contestant.ts').BenchQuery[], runs: number }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureAnswers({ browser, profiles, server, queries, runs }) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const note = (/** @type {string} */ name, /** @type {number[]} */ more) => times.set(name, [...(times.get(name) ?? []), ...more]);
  // Kinds within a run, so that what the machine does meanwhile falls on all of them.
  for (let run = 0; run < runs; run++) {
    for (const kind of KINDS) {
      for (const [contestant, profile] of profiles) {
        if (UNABLE[contestant]?.includes(kind)) continue;
        const query = /** @type {typeof queries[0]} */ (queries[run % queries.length]);
        await within(browser, profile, server.origin, contestant, async ({ call }) => {
          const first = await call({ name: 'first', kind, query });
          note(`${kind} after restart: ${contestant}`, [first.milliseconds]);
          if (first.loading > 0) note(`${kind} after restart, its code loaded: ${contestant}`, [first.milliseconds - first.loading]);
          if (run === runs - 1) note(`${kind} warm: ${contestant}`, await call({ name: 'warm', kind, queries, warmUp: WARM_UP }));
        }).catch((error) => console.error(`${contestant}, ${kind}: ${String(error).slice(0, 200)}`));
      }
    }
  }
  const rows = [...times].map(([name, all]) => ({
    figure: `${name}, ms`,
    value: shown(median(all)),
    note: `p95 ${shown(p95(all))}, ${all.length} times`,
  }));
  for (const kind of KINDS) {
    for (const when of ['after restart', 'warm']) {
      const ours = times.get(`${kind} ${when}: ours`);
      const theirs = times.get(`${kind} ${when}: fts5`);
      if (ours && theirs) rows.push({ figure: `FTS5 ÷ ours, ${kind} ${when}`, value: shown(median(theirs) / median(ours)), note: '' });
    }
  }
  return rows;
}

/**
 * @param {{ browser: import('./browser.mjs').BrowserName, profile: import('./browser.mjs').Profile | undefined, server: { origin: string },
 *   queries: import('../../bench/contestant.ts').BenchQuery[], bundle: import('./bundles.mjs').Measured }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureLookupsWhileImporting({ browser, profile, server, queries, bundle }) {
  if (!profile) return [];
  const running = await openBrowser(browser, profile);
  try {
    const importing = await openBench(running, server.origin, 'ours');
    const asking = await openBench(running, server.origin, 'ours');
    const repeat = (/** @type {number} */ milliseconds) =>
      asking.call({ name: 'repeat', kind: 'lookup', queries, milliseconds, pause: 20 });
    await repeat(1000);
    const idle = await repeat(8000);
    let isDone = false;
    const taking = importing.take(bundle.path).finally(() => {
      isDone = true;
    });
    /** @type {number[]} */
    const busy = [];
    while (!isDone) busy.push(...(await repeat(500)));
    await taking;
    const most = (/** @type {number[]} */ times) => `${shown(Math.max(...times))} of ${times.length}`;
    return [
      {
        figure: 'lookup p95 while importing, over idle, ms',
        value: shown(p95(busy) - p95(idle)),
        note: `idle ${shown(p95(idle))}, importing ${shown(p95(busy))}`,
      },
      { figure: 'lookup while importing, the longest, ms', value: most(busy), note: `idle ${most(idle)}` },
    ];
  } finally {
    await running.close();
  }
}
