import type { ImportReport } from '../../archive/import/report.ts';
import type { Texts } from '../shared/texts.ts';
import { underscored } from './underscored.ts';

/** Every skipped file of an import with its reason, a line each: path, tab, reason. */
export function skippedText({ bundle, counts, skipped }: ImportReport, texts: Texts): string {
  const lines = skipped.map(({ path, reason, detail }) => {
    const why = texts.text(`skip_${underscored(reason)}`);
    return `${path.replace(/[\t\r\n]/g, ' ')}\t${detail ? `${why} (${detail.replace(/\s+/g, ' ')})` : why}`;
  });
  const left = counts.skipped - skipped.length;
  if (left > 0) lines.push(texts.plural('andMore', left));
  return `${[bundle, `${texts.text('skippedTitle')}: ${texts.number(counts.skipped)}`, '', ...lines].join('\r\n')}\r\n`;
}
