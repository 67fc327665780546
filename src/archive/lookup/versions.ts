import type { VersionLine } from '../../article/answers.ts';
import { type ArticleKey, numberedKey } from '../../article/key.ts';
import type { Card } from '../index/card.ts';
import { type CardAt, cardOf } from '../index/segment.ts';
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
      return entry ? segment.cards(await segment.documentsOf(entry)) : [];
    }),
  );
  const all = found.flat().map((at) => ({ at, card: cardOf(at) }));
  // A hash may stand for the key in the index, so the card has the last word.
  const exact = all.filter(({ card }) => card.article === key);
  const number = numberedKey(key);
  return exact.length > 0 || number === null ? exact : all.filter(({ card }) => numberedKey(card.article) === number);
}

/** A version of an article: a document, and the id by which addresses of the archive page name it. */
export interface Version extends FoundDocument {
  id: string;
}

/**
 * The versions among an article's documents, oldest first; of one date the one imported first. Documents with the same
 * title and text are one version, unless another came between them: a text that was put back is a version again. Of one
 * date the one imported last stands for them, in its place: a newer copy of a bundle may bring newer numbers, or a text back.
 * @param documents in the order of their import
 */
export function versionsOf(documents: readonly FoundDocument[]): Version[] {
  const texts = new Map<string, FoundDocument>();
  for (const one of documents.toSorted(byDate)) {
    const text = `${one.card.fingerprint} ${one.card.date}`;
    texts.delete(text);
    texts.set(text, one);
  }
  const found = [...texts.values()].filter(({ card }, i, all) => all[i - 1]?.card.fingerprint !== card.fingerprint);
  const last = new Map(found.map(({ card }, i) => [card.fingerprint, i]));
  return found.map((one, i) => ({ ...one, id: idOf(one, last.get(one.card.fingerprint) === i) }));
}

/**
 * The newest of an article's versions, oldest first. Archivers give all of them the date of publication: of those of the last date, of
 * which none is known to be newer, it is the one with the headline that a page has.
 */
export function newestOf(versions: readonly Version[], title: string): Version | undefined {
  const last = versions.at(-1);
  return versions.findLast(({ card }) => card.date === last?.card.date && card.title === title) ?? last;
}

const byDate = (a: FoundDocument, b: FoundDocument) => (a.card.date ?? 0) - (b.card.date ?? 0);

/** Its fingerprint, as its place on the disk changes when segments merge; of a text that was put back later with its date. */
function idOf({ card }: FoundDocument, isLast: boolean): string {
  const id = card.fingerprint.toString(36);
  return isLast ? id : `${id}-${(card.date ?? 0).toString(36)}`;
}

export const versionLine = ({ id, card }: Version): VersionLine => ({ id, title: card.title, date: card.date });
