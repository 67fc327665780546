import type { ArticleKey } from '../../article/key.ts';
import type { Segment } from '../index/segment.ts';
import { articleTerm, compareBytes, termBytes } from '../index/terms.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { versionsOf } from './versions.ts';

interface Documents {
  segment: Segment;
  documents: number[];
}

/**
 * How many versions the archive has of each article, in the order of the keys: one look for all of them. Only of articles
 * with several posts the cards are read, to tell versions from copies.
 */
export function versionCounts(keys: readonly ArticleKey[]): Promise<number[]> {
  return readArchive(async (reading) => {
    const found = await documentsByTerm(reading, keys.map(articleTerm));
    return Promise.all(keys.map((key) => countOf(key, found.get(articleTerm(key)) ?? [])));
  });
}

async function documentsByTerm({ segments }: Reading, all: readonly string[]): Promise<Map<string, Documents[]>> {
  const terms = [...new Set(all)].map((term) => ({ term, bytes: termBytes(term) }));
  terms.sort((a, b) => compareBytes(a.bytes, a.bytes.length, b.bytes, b.bytes.length));
  const ofSegments = await Promise.all(
    segments.map(async (segment) => {
      const entries = await segment.index.find(terms.map(({ bytes }) => bytes));
      return Promise.all(
        entries.map(async (entry) => {
          if (!entry) return [];
          const { documents, count } = await segment.index.all(entry);
          return [...documents.subarray(0, count)].filter((document) => !segment.gone.has(document));
        }),
      );
    }),
  );
  const documentsOf = (t: number): Documents[] =>
    segments.map((segment, s) => ({ segment, documents: ofSegments[s]?.[t] ?? [] })).filter(({ documents }) => documents.length > 0);
  return new Map(terms.map(({ term }, t) => [term, documentsOf(t)]));
}

async function countOf(key: ArticleKey, found: readonly Documents[]): Promise<number> {
  if (found.reduce((sum, { documents }) => sum + documents.length, 0) <= 1) return found.length;
  const cards = (await Promise.all(found.map(({ segment, documents }) => segment.cards(documents)))).flat();
  const documents = cards.map((at) => ({ at, card: at.block.card(at.place) }));
  return versionsOf(documents.filter(({ card }) => card.article === key)).length;
}
