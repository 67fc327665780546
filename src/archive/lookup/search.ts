import type { SearchAnswer, SearchQuery, SearchResult } from '../../article/answers.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import { bodyOf } from '../bundle/body.ts';
import { dateInMinutes, NO_DATE } from '../index/columns.ts';
import { type AskedPhrase, type Matches, matching } from '../index/matching.ts';
import { type CardAt, cardOf, type Segment } from '../index/segment.ts';
import { categoryTerm, FACETS, facetName, publisherTerm, termBytes, termText } from '../index/terms.ts';
import { top } from '../index/top.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { containsPhrase, isInPhrase, type Phrase, type Query, readingsOf } from './query.ts';
import { highlighted, type IsHit, snippetOf } from './snippet.ts';

/** A document that matches, in the order of the answer. */
interface Ranked {
  at: number;
  matches: Matches;
}

/**
 * Searches the archive: words (also as part of a compound), phrases, exclusions, filters; a page at a time. A query with
 * nothing in it but filters gives all they let through. Several versions of an article on one page are one result.
 */
export function searchArchive(asked: SearchQuery): Promise<SearchAnswer> {
  return readArchive(async (reading) => {
    const { found, query, ...how } = await matchesOf(reading.segments, asked);
    const dates = await datesOf(found, asked);
    const within = dates ? found.map((matches, i) => between(matches, dates[i] as Int32Array, asked)) : found;
    return { ...(await page(reading, query, asked, within, dates)), ...how };
  });
}

type Filters = Pick<SearchQuery, 'publisher' | 'category'>;

/** What was found, and as what the question was read. */
interface Found {
  found: Matches[];
  query: Query;
  isRelaxed: boolean;
  isApart: boolean;
}

/** The documents of some segments that match what was typed and its filters, whatever their dates: as first read, or else as loosely as it takes. */
export async function matchesOf(segments: readonly Segment[], { text, ...filters }: Filters & { text: string }): Promise<Found> {
  let first: Found | null = null;
  for (const read of readingsOf(text)) {
    const found = await matchesOfAll(segments, read.query, filters);
    if (found.some(({ documents }) => documents.length > 0)) return { found, ...read };
    first ??= { found, ...read };
  }
  return first as Found;
}

const matchesOfAll = (segments: readonly Segment[], query: Query, { publisher, category }: Filters): Promise<Matches[]> =>
  matching(segments, {
    words: query.words,
    joins: query.joins,
    prefix: query.prefix,
    phrases: query.phrases.map(askedPhrase),
    not: query.not,
    notPhrases: query.notPhrases.map(askedPhrase),
    filters: [...(publisher === null ? [] : [[publisherTerm(publisher)]]), ...(category === null ? [] : [[categoryTerm(category)]])],
  });

const askedPhrase = ({ stems, text, joined }: Phrase): AskedPhrase => ({
  stems,
  joined,
  holding: text === null ? null : (segment, documents) => withText(segment, documents, text),
});

async function withText(segment: Segment, documents: readonly number[], phrase: string): Promise<Set<number>> {
  const cards = await segment.cards(documents);
  const texts = await Promise.all(cards.map((at) => textsOf(segment, at)));
  return new Set(documents.filter((_, i) => texts[i]?.some((one) => containsPhrase(one, phrase))));
}

/** A post's title and its text: no phrase runs from one into the other. */
const textsOf = async (segment: Segment, at: CardAt): Promise<[title: string, text: string]> => [
  cardOf(at).title,
  paragraphsOf(bodyOf(await segment.post(at))).join('\n'),
];

/** The dates of all documents of each segment, where the question needs them. */
async function datesOf(found: readonly Matches[], { from, to, sort }: SearchQuery): Promise<Int32Array[] | null> {
  if (from === null && to === null && sort === 'relevance') return null;
  return Promise.all(found.map(({ segment, documents }) => (documents.length > 0 ? segment.dates() : new Int32Array(0))));
}

/** The matches between two dates, both included to the minute. */
function between(matches: Matches, dates: Int32Array, { from, to }: SearchQuery): Matches {
  if (from === null && to === null) return matches;
  const first = from === null ? NO_DATE + 1 : dateInMinutes(from);
  const last = to === null ? 0x7fffffff : dateInMinutes(to);
  const isWithin = (document: number) => (dates[document] as number) >= first && (dates[document] as number) <= last;
  const kept = [...matches.documents.keys()].filter((i) => isWithin(matches.documents[i] as number));
  return {
    ...matches,
    documents: Uint32Array.from(kept, (i) => matches.documents[i] as number),
    scores: Float32Array.from(kept, (i) => matches.scores[i] as number),
  };
}

async function page(
  reading: Reading,
  query: Query,
  asked: SearchQuery,
  found: readonly Matches[],
  dates: readonly Int32Array[] | null,
): Promise<Omit<SearchAnswer, 'isRelaxed' | 'isApart'>> {
  const total = found.reduce((sum, { documents }) => sum + documents.length, 0);
  const ranked = inOrder(found, asked.sort === 'date' ? dates : null, asked.offset + asked.limit).slice(asked.offset);
  const cards = await cardsOf(ranked);
  const results = new Map<string, Promise<SearchResult | null>>();
  ranked.forEach(({ matches }, i) => {
    const at = cards[i] as CardAt;
    const { article } = cardOf(at);
    if (!results.has(article)) results.set(article, resultOf(query, matches, at));
  });
  const shown = (await Promise.all(results.values())).filter((result) => result !== null);
  const next = asked.offset + ranked.length;
  return { total, results: shown, next: next < total ? next : null, generation: reading.manifest.generation };
}

/** The cards of some matches, in their order: those of one segment are read at once. */
async function cardsOf(ranked: readonly Ranked[]): Promise<CardAt[]> {
  const cards = new Map<Ranked, CardAt>();
  const read = [...new Set(ranked.map(({ matches }) => matches))].map(async (matches) => {
    const ofSegment = ranked.filter((one) => one.matches === matches);
    const found = await matches.segment.cards(ofSegment.map(({ at }) => matches.documents[at] as number));
    for (const [i, one] of ofSegment.entries()) cards.set(one, found[i] as CardAt);
  });
  await Promise.all(read);
  return ranked.map((one) => cards.get(one) as CardAt);
}

/** The first `most` matches of all segments, by score or by date, newest first. */
function inOrder(found: readonly Matches[], dates: readonly Int32Array[] | null, most: number): Ranked[] {
  const owners: number[] = [];
  const places: number[] = [];
  const keys: number[] = [];
  found.forEach(({ documents, scores }, s) => {
    for (let at = 0; at < documents.length; at++) {
      owners.push(s);
      places.push(at);
      keys.push((dates ? dates[s]?.[documents[at] as number] : scores[at]) as number);
    }
  });
  return top(keys, most).map((i) => ({ matches: found[owners[i] as number] as Matches, at: places[i] as number }));
}

/** A match with its snippet; null when it has the words of a quoted phrase, but not as they were quoted. */
async function resultOf(query: Query, { segment, hits }: Matches, at: CardAt): Promise<SearchResult | null> {
  const { article, title, date, publisher, categories } = cardOf(at);
  const paragraphs = paragraphsOf(bodyOf(await segment.post(at)));
  const texts = [title, paragraphs.join('\n')];
  if (!query.phrases.every(({ text }) => text === null || texts.some((one) => containsPhrase(one, text)))) return null;
  const isHit: IsHit = (stem, ...where) => hits.has(stem) || query.phrases.some((phrase) => isInPhrase(phrase, ...where));
  return {
    key: article,
    title: highlighted(title, isHit),
    date,
    publisher,
    category: categories[0] ?? null,
    snippet: snippetOf(paragraphs, isHit),
  };
}

/** So many names are read of a segment, and so many, those of most posts, are offered. */
const READ_NAMES = 20_000;
const OFFERED = 1000;

/** The publishers and categories that can be filtered by, by name. */
export function archiveFacets(): Promise<{ publishers: string[]; categories: string[] }> {
  return readArchive(async ({ segments }) => {
    const names = async (prefix: string) => {
      const found = await Promise.all(segments.map((segment) => segment.index.startingWith(termBytes(prefix), READ_NAMES)));
      const counts = new Map<string, number>();
      for (const { term, count } of found.flat()) {
        const name = facetName(termText(term));
        if (name !== null) counts.set(name, (counts.get(name) ?? 0) + count);
      }
      const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, OFFERED);
      return most.map(([name]) => name).sort((a, b) => a.localeCompare(b));
    };
    const [publishers, categories] = await Promise.all([names(FACETS.publisher), names(FACETS.category)]);
    return { publishers, categories };
  });
}
