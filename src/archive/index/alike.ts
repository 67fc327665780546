import { isCommon } from '../language/common.ts';
import { countsOf } from './head.ts';
import type { FoundTerm } from './index-reader.ts';
import { HIGH } from './index-writer.ts';
import { emptyPostings, readPostings } from './postings.ts';
import { idf, impact, LEVEL, weight } from './score.ts';
import { type CardAt, cardOf, documentsIn, type Segment } from './segment.ts';
import { byBytes, termBytes, termHash } from './terms.ts';
import { top } from './top.ts';

/** A document that is like a text. */
export interface Alike extends CardAt {
  /** 0 for nothing in common. Divided by the root of the question's score against itself, so that scores of different questions compare. */
  score: number;
  /** How many telling words of the question stand in it: words at least half as rare as a word can be. */
  shared: number;
  terms: Uint32Array;
}

/** How much a question may read; see docs/benchmarks.md for what more of each would find. */
export interface Effort {
  /** Postings of the first stage. */
  postings: number;
  terms: number;
  /** Documents of the first stage that are scored again with every term of the question: more where few articles fill them. */
  candidates: number;
}
const EFFORT: Effort = { postings: 12_000, terms: 20, candidates: 26 };

/** An archive with fewer documents has seen too little for counts to tell which words say nothing. */
const SMALL = 5000;
/** In such an archive a common word has at most this part of the idf of the rarest, about as it would in a large one. */
const COMMON = 0.3;

interface QueryTerm {
  stem: string;
  bytes: Uint8Array;
  frequency: number;
  /** In how many documents it stands: about, until it is looked up. */
  count: number;
  idf: number;
  weight: number;
  /** What it adds to the question's score against itself. */
  own: number;
  /** What each segment has of it, once it is looked up. */
  found: readonly (FoundTerm | null)[];
}

/**
 * The documents most like a text, best first, in two stages: the postings of its most telling terms give candidates,
 * whose cards then score them with all terms. Two readings of the source, whatever the size of the archive.
 * @param query stems with their frequencies
 */
export async function mostAlike(segments: readonly Segment[], query: ReadonlyMap<string, number>, effort = EFFORT): Promise<Alike[]> {
  const documents = documentsIn(segments);
  if (documents === 0 || query.size === 0) return [];
  const mean = segments.reduce((sum, segment) => sum + segment.index.head.length, 0) / documents || 1;
  const length = [...query.values()].reduce((sum, frequency) => sum + frequency, 0);
  const weigh = (term: QueryTerm) => {
    // A term of one document says nothing about another: it counts as one of two.
    term.idf = idf(Math.max(term.count, 2), documents);
    if (documents < SMALL && isCommon(term.stem)) term.idf = Math.min(term.idf, COMMON * idf(2, documents));
    term.weight = weight(term.frequency, term.idf);
    term.own = term.weight * impact(term.frequency, length, mean);
  };
  const terms = termsOf(segments, query);
  for (const term of terms) weigh(term);
  // The heads of a small archive list hardly any word, the fewer the more segments it has: there all words are looked up.
  const asked = documents < SMALL ? terms : choose(terms, effort);
  await lookUp(segments, asked);
  for (const term of asked) weigh(term);
  const scored = scoredBy(segments, documents < SMALL ? choose(terms, effort) : asked);
  const candidates = await candidatesOf(segments, scored, effort.candidates);
  const weights = new Map(terms.map((term) => [termHash(term.stem), term]));
  const isCrowded = candidates.flat().length > 2 * candidates.length;
  if (isCrowded) for (const term of countedOnce(candidates, weights)) weigh(term);
  return scoreAgain(candidates, weights, mean, idf(1, documents) / 2);
}

/** The terms of a question in order of their bytes, with what the heads say of them. */
function termsOf(segments: readonly Segment[], query: ReadonlyMap<string, number>): QueryTerm[] {
  const terms = [...query].map(([stem, frequency]) => ({
    stem,
    bytes: termBytes(stem),
    frequency,
    count: 0,
    idf: 0,
    weight: 0,
    own: 0,
    found: [],
  }));
  terms.sort((a, b) => byBytes(a.bytes, b.bytes));
  const bytes = terms.map((term) => term.bytes);
  for (const { index } of segments) {
    countsOf(index.head, bytes).forEach((count, i) => {
      (terms[i] as QueryTerm).count += count;
    });
  }
  return terms;
}

/** The terms that tell most, as many as the budget of postings allows, in order of their bytes. */
function choose(terms: readonly QueryTerm[], effort: Effort): QueryTerm[] {
  let left = effort.postings;
  const chosen = new Set<QueryTerm>();
  for (const term of terms.toSorted((a, b) => b.own - a.own)) {
    if (chosen.size === effort.terms) break;
    const cost = Math.min(term.count, HIGH);
    if (cost > left) continue;
    left -= cost;
    chosen.add(term);
  }
  return terms.filter((term) => chosen.has(term));
}

/** Looks some terms up in every segment, in one reading: after that their counts are exact. */
async function lookUp(segments: readonly Segment[], terms: readonly QueryTerm[]): Promise<void> {
  const bytes = terms.map((term) => term.bytes);
  const found = await Promise.all(segments.map(({ index }) => index.find(bytes)));
  terms.forEach((term, t) => {
    term.found = found.map((ofSegment) => ofSegment[t] ?? null);
    term.count = term.found.reduce((sum, entry) => sum + (entry?.count ?? 0), 0);
  });
}

/** Documents with their scores, those of a segment behind each other. */
interface Scored {
  documents: Uint32Array;
  scores: Float32Array;
  /** Where those of each segment end. */
  ends: readonly number[];
}

/** The first stage: what documents score by some terms. In typed arrays: growing lists took a third of the time in a background that has just woken. */
function scoredBy(segments: readonly Segment[], terms: readonly QueryTerm[]): Scored {
  const found = terms.flatMap((term) => term.found);
  const room = found.reduce((sum, entry) => sum + Math.min(entry?.count ?? 0, HIGH), 0);
  const documents = new Uint32Array(room);
  const scores = new Float32Array(room);
  const postings = emptyPostings(HIGH);
  let seen = 0;
  const ends = segments.map((segment, s) => {
    const first = seen;
    const score = new Float32Array(segment.documents);
    for (const term of terms) {
      const entry = term.found[s];
      if (!entry) continue;
      postings.count = 0;
      readPostings(entry.bytes, entry.at, Math.min(entry.count, HIGH), postings);
      const impacts = LEVEL.map((level) => term.weight * level);
      for (let i = 0; i < postings.count; i++) {
        const document = postings.documents[i] as number;
        if (score[document] === 0) documents[seen++] = document;
        score[document] = (score[document] as number) + (impacts[postings.levels[i] as number] as number);
      }
    }
    for (let i = first; i < seen; i++) scores[i] = segment.gone.has(documents[i] as number) ? 0 : (score[documents[i] as number] as number);
    return seen;
  });
  return { documents, scores: scores.subarray(0, seen), ends };
}

/** Rounds of reading candidates, each of twice as many as the one before. */
const ROUNDS = 5;

/** The cards of the best documents, by article; more are read while these are the versions of fewer than half as many articles. */
async function candidatesOf(segments: readonly Segment[], { documents, scores, ends }: Scored, most: number): Promise<CardAt[][]> {
  const articles = new Map<string, CardAt[]>();
  let seen = 0;
  for (let round = 1; round <= ROUNDS && articles.size * 2 < most; round++) {
    const asked: number[][] = segments.map(() => []);
    for (const i of top(scores, most * (2 ** round - 1)).slice(seen))
      if ((scores[i] as number) > 0) asked[ends.findIndex((end) => i < end)]?.push(documents[i] as number);
    const read = (await Promise.all(segments.map((segment, s) => segment.cards(asked[s] ?? [])))).flat();
    if (read.length === 0) break;
    seen += read.length;
    for (const one of read) {
      const { article } = cardOf(one);
      const versions = articles.get(article);
      if (versions) versions.push(one);
      else articles.set(article, [one]);
    }
  }
  return [...articles.values()];
}

/** Counts the words of an article's versions once for all of them: otherwise those of a liveblog would seem common. @returns the terms whose count changed */
function countedOnce(articles: readonly CardAt[][], weights: ReadonlyMap<number, QueryTerm>): Set<QueryTerm> {
  const changed = new Set<QueryTerm>();
  for (const versions of articles) {
    if (versions.length === 1) continue;
    const counted = new Set<QueryTerm>();
    for (const { block, place } of versions)
      for (const hashed of block.terms(place)) {
        const term = weights.get(hashed >>> 4);
        if (!term) continue;
        if (counted.has(term)) {
          term.count--;
          changed.add(term);
        }
        counted.add(term);
      }
  }
  return changed;
}

/** The second stage: each candidate against every term of the question. */
function scoreAgain(articles: readonly CardAt[][], weights: ReadonlyMap<number, QueryTerm>, mean: number, telling: number): Alike[] {
  const norm = Math.sqrt([...weights.values()].reduce((sum, term) => sum + term.own, 0)) || 1;
  const alike = articles.flat().map((card) => {
    const own = card.block.terms(card.place);
    const length = card.block.length(card.place);
    let score = 0;
    let shared = 0;
    for (const term of own) {
      const found = weights.get(term >>> 4);
      if (!found) continue;
      score += found.weight * impact(term & 15, length, mean);
      if (found.idf >= telling) shared++;
    }
    return { ...card, score: score / norm, shared, terms: own };
  });
  return alike.sort((a, b) => b.score - a.score);
}
