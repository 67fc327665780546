// A year of reading kept article by article, beside the same posts imported at once.
import { join } from 'node:path';
import { answerOf, withinExtension } from './extension.mjs';
import { generateBundle } from './generate.mjs';
import { median, p95, shown } from './numbers.mjs';

const QUERIES = 70;
const WARM_UP = 20;

/**
 * @param {{ days: number, node: typeof import('../../bench/node.ts'), folder: string, runs: number }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureYear({ days, node, folder, runs }) {
  const texts = join(folder, 'texts.zip');
  // Some are too short to be kept.
  generateBundle(texts, Math.ceil(days * 20.5), { long: true });
  const year = node.yearOf(texts, days);
  const whole = join(folder, 'year.zip');
  const { posts, articles } = node.writeYear(whole, year);
  const queries = node.pickQueries(whole, QUERIES);
  /** @type {Record<string, number[]>} */
  const times = {};
  const note = (/** @type {string} */ name, /** @type {number[]} */ more) => (times[name] = [...(times[name] ?? []), ...more]);
  return withinExtension(null, async (keeping) => {
    let wrong = 0;
    let most = 0;
    for (const reads of year) {
      const day = await answerOf(keeping, { kind: 'keep', reads });
      note('save', day.times);
      note('tidy', day.tidying);
      wrong += reads.filter(
        ({ again }, i) => day.kept[i] !== (again === null ? 'new' : again === 'changed' ? 'version' : 'unchanged'),
      ).length;
      most = Math.max(most, (await answerOf(keeping, { kind: 'own-archive' })).segments);
    }
    const own = await answerOf(keeping, { kind: 'own-archive' });
    return withinExtension(whole, async (importing) => {
      // In turn, so that what the machine does meanwhile falls on both.
      for (let run = 0; run < runs; run++) {
        for (const kind of ['lookup', 'related']) {
          for (const [name, bench] of /** @type {const} */ ([
            ['kept', keeping],
            ['imported', importing],
          ])) {
            note(`${kind} ${name}`, await bench.call({ name: 'warm', kind: /** @type {'lookup'} */ (kind), queries, warmUp: WARM_UP }));
          }
        }
      }
      const of = (/** @type {string} */ name) => times[name] ?? [];
      return [
        {
          figure: `${days} days: saves that came to something else than they should, of ${of('save').length}`,
          value: String(wrong),
          note: '',
        },
        { figure: `${days} days: posts and articles kept`, value: `${own.posts}, ${own.articles}`, note: `read: ${posts}, ${articles}` },
        { figure: `${days} days: segments, and the most there ever were`, value: `${own.segments}, ${most}`, note: '' },
        { figure: `${days} days: saving one article, ms`, value: shown(median(of('save'))), note: `p95 ${shown(p95(of('save')))}` },
        {
          figure: `${days} days: tidying up after it, ms`,
          value: shown(median(of('tidy'))),
          note: `p95 ${shown(p95(of('tidy')))}, most ${shown(Math.max(...of('tidy')))}`,
        },
        ...['lookup', 'related'].map((kind) => ({
          figure: `${kind}, year kept ÷ imported at once`,
          value: shown(median(of(`${kind} kept`)) / median(of(`${kind} imported`))),
          note: `${shown(median(of(`${kind} kept`)))} and ${shown(median(of(`${kind} imported`)))} ms, ${of(`${kind} kept`).length} times`,
        })),
      ];
    });
  });
}
