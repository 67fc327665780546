import type { FoundTerm } from './index-reader.ts';
import { phraseDocuments } from './phrase.ts';
import type { Postings } from './postings.ts';
import { idf, LEVEL } from './score.ts';
import { documentsIn, type Segment } from './segment.ts';
import { compoundOf, compoundPrefix, termBytes, termText } from './terms.ts';

/** A phrase: its stems in order, which lead to candidates. */
export interface AskedPhrase {
  stems: readonly string[];
  /** Which of some documents of a segment hold it word for word; null where its stems are enough. */
  holding: ((segment: Segment, documents: readonly number[]) => Promise<Set<number>>) | null;
  /** The stem of a word that stands for all of it, where there may be one. */
  joined: string | null;
}

/** What documents are looked for. Words in stems; `filters` are whole terms. */
export interface Asked {
  /** Each must occur, or a compound of it. */
  words: readonly string[];
  /** Stems of compounds and names, each of which stands for all of some words. */
  joins: readonly { words: readonly string[]; stem: string }[];
  /** Some word must begin with `raw`, or be `stem`: what is being typed, as it stands, and were it complete. */
  prefix: { raw: string; stem: string } | null;
  /** Each must occur in its order. */
  phrases: readonly AskedPhrase[];
  not: readonly string[];
  notPhrases: readonly AskedPhrase[];
  /** Of each a document must have one. */
  filters: readonly (readonly string[])[];
}

/** Documents of one segment that match, in rising order, with their scores. */
export interface Matches {
  segment: Segment;
  documents: Uint32Array;
  scores: Float32Array;
  /** Every term that made one match, but for the words of phrases: what is to be highlighted wherever it stands. */
  hits: Set<string>;
}

/** A compound or a longer word tells less surely of what was asked than the word itself. */
const COMPOUND = 0.7;
const LONGER = 0.8;
const MOST_COMPOUNDS = 200;
const MOST_LONGER = 400;

/** The terms of a segment that stand for one thing asked: a document must have one of them. */
interface Group {
  terms: { found: FoundTerm; factor: number }[];
  isScored: boolean;
  isHit: boolean;
}

/** The documents of all segments that match. */
export async function matching(segments: readonly Segment[], asked: Asked): Promise<Matches[]> {
  const groups = await Promise.all(segments.map((segment) => groupsOf(segment, asked)));
  const documents = documentsIn(segments);
  const weights = (groups[0] ?? []).map((_, g) => {
    const count = groups.reduce((sum, ofSegment) => sum + (ofSegment[g]?.terms.reduce((n, { found }) => n + found.count, 0) ?? 0), 0);
    return idf(Math.min(count, documents), documents);
  });
  return Promise.all(segments.map((segment, s) => matchSegment(segment, groups[s] ?? [], weights, asked)));
}

async function groupsOf(segment: Segment, asked: Asked): Promise<Group[]> {
  const { index } = segment;
  const phraseWords = asked.phrases.flatMap(({ stems, joined }) => stems.map((stem) => ({ stem, joined })));
  const joins = asked.joins.map(({ stem }) => stem);
  const phraseStems = phraseWords.flatMap(({ stem, joined }) => (joined === null ? [stem] : [stem, joined]));
  const named = [...asked.words, ...joins, ...phraseStems, ...asked.filters.flat(), ...(asked.prefix ? [asked.prefix.stem] : [])];
  const [exact, compounds] = await Promise.all([
    index.findAll(named),
    Promise.all(asked.words.map((word) => compoundsWith(segment, word))),
  ]);
  const one = (term: string, factor = 1) => {
    const found = exact.get(term);
    return found ? [{ found, factor }] : [];
  };
  const joinedWith = (word: string) => asked.joins.flatMap(({ words, stem }) => (words.includes(word) ? one(stem) : []));
  const groups: Group[] = asked.words.map((word, i) => ({
    isScored: true,
    isHit: true,
    terms: [...one(word), ...joinedWith(word), ...(compounds[i] ?? [])],
  }));
  if (asked.prefix) {
    const { raw, stem } = asked.prefix;
    const [longer, parts] = await Promise.all([index.startingWith(termBytes(raw), MOST_LONGER), compoundsWith(segment, stem)]);
    const terms = new Map(longer.map((found) => [termText(found.term), { found, factor: LONGER }]));
    for (const term of [...parts, ...joinedWith(stem), ...one(stem)]) terms.set(termText(term.found.term), term);
    groups.push({ isScored: true, isHit: true, terms: [...terms.values()] });
  }
  for (const { stem, joined } of phraseWords) {
    groups.push({ isScored: true, isHit: false, terms: joined === null ? one(stem) : [...one(stem), ...one(joined)] });
  }
  for (const filter of asked.filters) groups.push({ isScored: false, isHit: false, terms: filter.flatMap((term) => one(term)) });
  return groups;
}

async function compoundsWith(segment: Segment, word: string): Promise<Group['terms']> {
  const names = (await segment.index.startingWith(termBytes(compoundPrefix(word)), MOST_COMPOUNDS)).map(({ term }) =>
    compoundOf(termText(term)),
  );
  return [...(await segment.index.findAll(names)).values()].map((found) => ({ found, factor: COMPOUND }));
}

const EXCLUDED = 255;

async function matchSegment(segment: Segment, groups: readonly Group[], weights: readonly number[], asked: Asked): Promise<Matches> {
  const { index } = segment;
  const hits = new Set<string>();
  const passed = new Uint8Array(segment.documents);
  const scores = new Float32Array(segment.documents);
  const none = { segment, documents: new Uint32Array(0), scores: new Float32Array(0), hits };
  if (groups.some((group) => group.terms.length === 0)) return none;
  // All at once: a reading of the source for each would wait for the one before.
  const postings = await Promise.all(groups.map((group) => Promise.all(group.terms.map(({ found }) => index.all(found)))));
  for (const [g, group] of groups.entries()) {
    for (const [t, { found, factor }] of group.terms.entries()) {
      if (group.isHit) hits.add(termText(found.term));
      const { count, documents, levels } = (postings[g] as Postings[])[t] as Postings;
      const weight = group.isScored ? (weights[g] as number) * factor : 0;
      for (let i = 0; i < count; i++) {
        const document = documents[i] as number;
        if (passed[document] !== g) continue;
        passed[document] = g + 1;
        scores[document] = (scores[document] as number) + weight * (LEVEL[levels[i] as number] as number);
      }
    }
  }
  for (const document of segment.gone) passed[document] = EXCLUDED;
  for (const document of await withOneOf(segment, asked.not)) passed[document] = EXCLUDED;
  const wanted = new Uint8Array(segment.documents);
  for (let document = 0; document < wanted.length; document++) wanted[document] = passed[document] === groups.length ? 1 : 0;
  for (const phrase of asked.phrases) {
    const having = await withPhrase(segment, phrase, wanted);
    for (let document = 0; document < wanted.length; document++) if (!having.has(document)) wanted[document] = 0;
  }
  for (const phrase of asked.notPhrases) for (const document of await withPhrase(segment, phrase, wanted)) wanted[document] = 0;
  const documents = Uint32Array.from(placesOf(wanted));
  return { segment, documents, scores: Float32Array.from(documents, (document) => scores[document] as number), hits };
}

/** More documents than this are not read to see whether they hold a phrase word for word: those that have its stems pass. */
const MOST_READ = 200;

/** The documents, among those that are wanted, that hold a phrase. */
async function withPhrase(segment: Segment, { stems, holding, joined }: AskedPhrase, wanted: Uint8Array): Promise<Set<number>> {
  const having = await phraseDocuments(segment.index, stems, wanted);
  if (holding && having.size <= MOST_READ) return holding(segment, [...having]);
  return joined === null ? having : new Set([...having, ...(await withOneOf(segment, [joined]))]);
}

async function withOneOf(segment: Segment, words: readonly string[]): Promise<Set<number>> {
  const having = new Set<number>();
  for (const found of (await segment.index.findAll(words)).values()) {
    const { count, documents } = await segment.index.all(found);
    for (let i = 0; i < count; i++) having.add(documents[i] as number);
  }
  return having;
}

function* placesOf(flags: Uint8Array): Iterable<number> {
  for (let i = 0; i < flags.length; i++) if (flags[i] === 1) yield i;
}
