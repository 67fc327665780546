import type { ChangeCounts } from '../../article/change-counts.ts';
import type { Texts } from './texts.ts';

/** What changed in one line: `kop gewijzigd, 2 alinea’s toegevoegd`; or that nothing did, or that too little is known to say. */
export function changesText(counts: ChangeCounts, texts: Texts): string {
  const parts = partsOf(counts, texts);
  if (counts.partial) parts.push(texts.text(counts.partial === 'old' ? 'partOld' : 'partNew'));
  return parts.length > 0 ? parts.join(', ') : texts.text('unchanged');
}

/**
 * What changed on the page in one line: `kop gewijzigd, 2 alinea’s toegevoegd sinds 27 oktober 2019`.
 * @param since date of the archived version, epoch milliseconds; null where it is unknown
 */
export function changesSinceText(counts: ChangeCounts, since: number | null, texts: Texts, style: 'long' | 'medium' = 'long'): string {
  const parts = partsOf(counts, texts);
  const changes = parts.join(', ') || texts.text('unchanged');
  const dated =
    since === null ? texts.text('sinceArchived', { changes }) : texts.text('sinceDate', { changes, date: texts.day(since, style) });
  if (!counts.partial) return dated;
  const partial = texts.text(counts.partial === 'old' ? 'archivedInPart' : 'pageInPart');
  return parts.length > 0 ? `${dated}; ${partial}` : partial;
}

function partsOf(counts: ChangeCounts, texts: Texts): string[] {
  return [
    counts.title && texts.text('titleChanged'),
    counts.added > 0 && texts.plural('paragraphsAdded', counts.added),
    counts.removed > 0 && texts.plural('paragraphsRemoved', counts.removed),
    counts.changed > 0 && texts.plural('paragraphsChanged', counts.changed),
    counts.moved > 0 && texts.plural('paragraphsMoved', counts.moved),
  ].filter((part) => part !== false);
}
