import { type TermBlock, termHash } from './terms.ts';

export interface Ranked {
  segment: number;
  number: number;
  /** Likeness to the query: about 0 for nothing in common; see FLOOR. */
  score: number;
}

/** Terms of the query that are looked for: those with the most weight. */
const QUERY_TERMS = 40;
const K1 = 1.2;
const B = 0.75;

interface Hit {
  segment: number;
  number: number;
  length: number;
  /** Position among the query's terms, and frequency, in turns. */
  terms: number[];
}

/**
 * Ranks the documents of an archive by likeness to a text: BM25 with the query's weight idf^1.5 · (1 + ln tf), divided
 * by the root of the query's score against itself, so that scores of different queries can be held against one floor.
 * @param query stems with their frequencies
 * @param segments blocks of every live segment
 */
export function rankByTerms(query: ReadonlyMap<string, number>, segments: ReadonlyMap<number, readonly TermBlock[]>): Ranked[] {
  const stems = [...query.keys()];
  const places = new Map(stems.map((stem, i) => [termHash(stem), i]));
  const { hits, documents, meanLength, df } = scan(places, stems.length, segments);
  if (documents === 0) return [];
  const idf = df.map((n) => Math.log(1 + (documents - n + 0.5) / (n + 0.5)));
  const weights = stems.map((stem, i) => (idf[i] ?? 0) ** 1.5 * (1 + Math.log(query.get(stem) ?? 1)));
  const queryLength = [...query.values()].reduce((sum, n) => sum + n, 0);
  const own = stems.map((stem, i) => (weights[i] ?? 0) * impact(query.get(stem) ?? 1, queryLength, meanLength));
  const norm = Math.sqrt(own.reduce((sum, n) => sum + n, 0)) || 1;
  const chosen = new Set(
    stems
      .map((_, i) => i)
      .sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0))
      .slice(0, QUERY_TERMS),
  );
  const ranked: Ranked[] = [];
  for (const hit of hits) {
    let score = 0;
    for (let i = 0; i < hit.terms.length; i += 2) {
      const place = hit.terms[i] as number;
      if (chosen.has(place)) score += (weights[place] ?? 0) * impact(hit.terms[i + 1] as number, hit.length, meanLength);
    }
    if (score > 0) ranked.push({ segment: hit.segment, number: hit.number, score: score / norm });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

const impact = (tf: number, length: number, mean: number) => tf / (tf + K1 * (1 - B + (B * length) / mean));

function scan(places: ReadonlyMap<number, number>, terms: number, segments: ReadonlyMap<number, readonly TermBlock[]>) {
  const hits: Hit[] = [];
  const df = new Array<number>(terms).fill(0);
  let documents = 0;
  let totalLength = 0;
  for (const [segment, blocks] of segments) {
    for (const block of blocks) {
      let at = 0;
      for (let i = 0; i < block.ends.length; i++) {
        const hit: Hit = { segment, number: block.first + i, length: block.lengths[i] as number, terms: [] };
        for (const end = block.ends[i] as number; at < end; at++) {
          const place = places.get(block.terms[at] as number);
          if (place === undefined) continue;
          df[place] = (df[place] ?? 0) + 1;
          hit.terms.push(place, block.frequencies[at] as number);
        }
        documents++;
        totalLength += hit.length;
        if (hit.terms.length > 0) hits.push(hit);
      }
    }
  }
  return { hits, documents, meanLength: totalLength / Math.max(documents, 1) || 1, df };
}
