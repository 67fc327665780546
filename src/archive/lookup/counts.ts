import type { ArticleKey } from '../../article/key.ts';
import type { CardAt, Segment } from '../index/segment.ts';
import { articleTerm, compareBytes, termBytes } from '../index/terms.ts';
import { type Reading, readArchive } from '../store/reading.ts';

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
  const found = new Map<string, Documents[]>();
  await Promise.all(
    segments.map(async (segment) => {
      const entries = await segment.index.find(terms.map(({ bytes }) => bytes));
      for (const [i, entry] of entries.entries()) {
        const term = terms[i]?.term;
        if (!entry || term === undefined) continue;
        const { documents, count } = await segment.index.all(entry);
        const left = [...documents.subarray(0, count)].filter((document) => !segment.gone.has(document));
        if (left.length > 0) found.set(term, [...(found.get(term) ?? []), { segment, documents: left }]);
      }
    }),
  );
  return found;
}

async function countOf(key: ArticleKey, found: readonly Documents[]): Promise<number> {
  if (found.reduce((sum, { documents }) => sum + documents.length, 0) <= 1) return found.length;
  const cards = (await Promise.all(found.map(({ segment, documents }) => segment.cards(documents)))).flat();
  return new Set(cards.map((at) => fingerprintOf(at, key)).filter((one) => one !== null)).size;
}

function fingerprintOf({ block, place }: CardAt, key: ArticleKey): number | null {
  const { article, fingerprint } = block.card(place);
  return article === key ? fingerprint : null;
}
