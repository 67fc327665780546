import type { ArticleKey } from '../../article/key.ts';
import { cardOf, type Segment } from '../index/segment.ts';
import { articleTerm } from '../index/terms.ts';
import { readArchive } from '../store/reading.ts';
import { versionsOf } from './versions.ts';

/**
 * How many versions the archive has of each article, in the order of the keys: one look for all of them. Cards are read only of
 * articles with several posts, to tell versions from copies.
 */
export function versionCounts(keys: readonly ArticleKey[]): Promise<number[]> {
  return readArchive(async ({ segments }) => {
    const found = await Promise.all(segments.map((segment) => documentsByTerm(segment, keys.map(articleTerm))));
    const documentsOf = (key: ArticleKey) => segments.map((segment, s) => ({ segment, documents: found[s]?.get(articleTerm(key)) ?? [] }));
    return Promise.all(keys.map((key) => countOf(key, documentsOf(key))));
  });
}

async function documentsByTerm(segment: Segment, terms: readonly string[]): Promise<Map<string, number[]>> {
  const found = await segment.index.findAll(terms);
  return new Map(await Promise.all([...found].map(async ([term, one]) => [term, await segment.documentsOf(one)] as const)));
}

async function countOf(key: ArticleKey, found: readonly { segment: Segment; documents: number[] }[]): Promise<number> {
  const posts = found.reduce((sum, { documents }) => sum + documents.length, 0);
  if (posts <= 1) return posts;
  const cards = (await Promise.all(found.map(({ segment, documents }) => segment.cards(documents)))).flat();
  const documents = cards.map((at) => ({ at, card: cardOf(at) }));
  return versionsOf(documents.filter(({ card }) => card.article === key)).length;
}
