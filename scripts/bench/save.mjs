// What keeping one article costs in an extension's background beside a large archive.
import { join } from 'node:path';
import { answerOf, withinExtension } from './extension.mjs';
import { generateBundle } from './generate.mjs';
import { median, p95, shown } from './numbers.mjs';

const DAYS = 6;
/** The first ones find no code and no tables warm; that is told apart. */
const WARM_UP = 20;

/**
 * @param {{ bundle: import('./bundles.mjs').Measured, node: typeof import('../../bench/node.ts'), folder: string }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export function measureSave({ bundle, node, folder }) {
  const texts = join(folder, 'read.zip');
  generateBundle(texts, DAYS * 20, { long: true });
  const reads = node.yearOf(texts, DAYS).flat();
  return withinExtension(bundle.path, async (bench) => {
    const { times, tidying } = await answerOf(bench, { kind: 'keep', reads });
    const warm = times.slice(WARM_UP);
    return [
      {
        figure: `saving one article, ms, ${bundle.name}`,
        value: shown(median(warm)),
        note: `p95 ${shown(p95(warm))}, first ${shown(times[0])}, ${warm.length} times`,
      },
      {
        figure: 'tidying up after it, ms',
        value: shown(median(tidying)),
        note: `p95 ${shown(p95(tidying))}, most ${shown(Math.max(...tidying))}`,
      },
    ];
  });
}
