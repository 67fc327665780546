import type { VersionLine } from '../../article/answers.ts';
import { type ArticleKey, numberedKey } from '../../article/key.ts';
import type { Card } from '../index/card.ts';
import type { CardAt } from '../index/segment.ts';
import { articleTerm, termBytes } from '../index/terms.ts';
import type { Reading } from '../store/reading.ts';

/** A document of an article, with its card decoded. */
export interface FoundDocument {
  at: CardAt;
  card: Card;
}

/** All documents of an article, in the order of their import; where there are none, those under its number with another slug. */
export async function documentsOf({ segments }: Reading, key: ArticleKey): Promise<FoundDocument[]> {
  const term = termBytes(articleTerm(key));
  const found = await Promise.all(
    segments.map(async (segment) => {
      const [entry] = await segment.index.find([term]);
      if (!entry) return [];
      const { documents, count } = await segment.index.all(entry);
      return segment.cards([...documents.subarray(0, count)].filter((document) => !segment.gone.has(document)));
    }),
  );
  const all = found.flat().map((at) => ({ at, card: at.block.card(at.place) }));
  // A hash may stand for the key in the index, so the card has the last word.
  const exact = all.filter(({ card }) => card.article === key);
  const number = numberedKey(key);
  return exact.length > 0 || number === null ? exact : all.filter(({ card }) => numberedKey(card.article) === number);
}

/**
 * The versions among an article's documents, oldest first; of one date the one imported first. Documents with the same
 * title and text are one version: of one date the one imported last, as a newer copy of a bundle may bring newer numbers.
 * @param documents in the order of their import
 */
export function versionsOf(documents: readonly FoundDocument[]): FoundDocument[] {
  const versions = new Map<number, FoundDocument>();
  for (const found of documents.toSorted((a, b) => (a.card.date ?? 0) - (b.card.date ?? 0))) {
    const known = versions.get(found.card.fingerprint);
    if (!known || known.card.date === found.card.date) versions.set(found.card.fingerprint, found);
  }
  return [...versions.values()];
}

/** A version's own id in addresses of the archive page: its fingerprint, as its place on the disk changes when segments merge. */
export const versionId = ({ card }: FoundDocument): string => card.fingerprint.toString(36);

export const versionLine = (found: FoundDocument): VersionLine => ({
  id: versionId(found),
  title: found.card.title,
  date: found.card.date,
});
