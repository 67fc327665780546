import type { SearchQuery } from '../../article/answers.ts';
import { eachTerm } from '../index/each-term.ts';
import type { FoundTerm } from '../index/index-reader.ts';
import { cardOf } from '../index/segment.ts';
import { compoundPrefix, termBytes, termText } from '../index/terms.ts';
import { type Token, tokensOf } from '../language/analyse.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { archivedText } from './changes.ts';
import { editsBetween } from './edits.ts';
import { parseQuery } from './query.ts';
import { matchesOf } from './search.ts';

/** Shorter words are too near to too many others. */
const SHORTEST = 4;
/** From this length on two letters may be wrong. */
const LONG = 8;
/** A word of more posts than this is no slip. */
const FEW = 3;
/** A word that few posts have is still taken for a slip where another stands in this many times as many. */
const OFTENER = 25;
/** A word with two letters wrong must be so much more frequent than one with one. */
const FARTHER = 20;
/** Terms are read in blocks of 12 kB: so many of an archive's at most for a word, all of those with its first letter in one of 67,000 posts. */
const MOST_BLOCKS = 128;
/** So many words are looked at: each may read as many blocks, and a longer text is no search with a slip in it. */
const MOST_WORDS = 8;
/** How a word is written is looked up for so many of the best, each in so many posts. */
const BEST = 4;
const POSTS = 4;

/**
 * What a search that finds nothing, or hardly anything, may have meant: the same with other words of the archive for those that it
 * has not, when that finds more. Null where there is no such. Reads what begins as those words do, so it is asked only then.
 */
export function meantBy(asked: Pick<SearchQuery, 'text' | 'publisher' | 'category'>): Promise<string | null> {
  return readArchive(async (reading) => {
    const { words, prefix, phrases } = parseQuery(asked.text);
    const tokens = tokensOf(asked.text);
    if (tokens.length > MOST_WORDS) return null;
    const sought = new Set([...words, ...(prefix ? [prefix.stem] : []), ...phrases.flatMap(({ stems }) => stems)]);
    let text = '';
    let at = 0;
    for (const token of tokens) {
      const better = sought.has(token.stem) ? await betterWord(reading, asked.text, token) : null;
      if (better === null) continue;
      text += asked.text.slice(at, token.start) + better;
      at = token.end;
    }
    if (at === 0) return null;
    text += asked.text.slice(at);
    const counts = await Promise.all(
      [asked.text, text].map(async (one) => countOf((await matchesOf(reading.segments, { ...asked, text: one })).found)),
    );
    return (counts[1] as number) > (counts[0] as number) ? text : null;
  });
}

const countOf = (found: readonly { documents: Uint32Array }[]) => found.reduce((sum, { documents }) => sum + documents.length, 0);

interface Near {
  stem: string;
  count: number;
  edits: number;
  /** What each segment has of it. */
  found: { segment: Reading['segments'][number]; term: FoundTerm }[];
}

/** The most frequent word a letter or two away from one that the archive has not, or hardly, as it is written there. */
async function betterWord(reading: Reading, text: string, { stem, start, end }: Token): Promise<string | null> {
  if (stem.length < SHORTEST || !/^\p{L}+$/u.test(stem)) return null;
  const own = await postsWith(reading, stem);
  if (own > FEW || (own === 0 && (await isInCompounds(reading, stem)))) return null;
  const near = await wordsNear(reading, stem);
  const best = near.filter((one) => one.stem !== stem && one.count > OFTENER * own).sort((a, b) => weightOf(b) - weightOf(a));
  // Stems may be nearer than their words are, and who types a capital means a name: `Rute` is no `rust`, nor a `route`.
  const typed = text.slice(start, end);
  const written = await Promise.all(
    best.slice(0, BEST).map(async (one) => {
      const form = await writtenAs(one, typed);
      return form === null ? [] : [{ form, count: one.count, edits: away(form, typed) + (isName(typed) && !isName(form) ? 1 : 0) }];
    }),
  );
  const [first] = written.flat().sort((a, b) => weightOf(b) - weightOf(a));
  return first?.form ?? null;
}

const weightOf = ({ count, edits }: { count: number; edits: number }) => count / FARTHER ** edits;
const away = (form: string, typed: string) => editsBetween(typed.toLowerCase(), form.toLowerCase(), typed.length);
const startsAlike = (form: string, typed: string) => Number(isName(form) === isName(typed));
const isName = (form: string) => /^\p{Lu}/u.test(form);

async function postsWith({ segments }: Reading, stem: string): Promise<number> {
  const found = await Promise.all(segments.map(({ index }) => index.find([termBytes(stem)])));
  return found.reduce((sum, [term]) => sum + (term?.count ?? 0), 0);
}

async function wordsNear({ segments, blocks }: Reading, stem: string): Promise<Near[]> {
  const most = stem.length < LONG ? 1 : 2;
  const near = new Map<string, Near>();
  for (const segment of segments) {
    const take = (term: FoundTerm) => {
      const word = termText(term.term);
      const edits = editsBetween(stem, word, most);
      if (edits > most) return;
      const one = near.get(word) ?? { stem: word, count: 0, edits, found: [] };
      one.count += term.count;
      one.found.push({ segment, term });
      near.set(word, one);
    };
    const isNear = (length: number) => Math.abs(length - stem.length) <= most;
    // The first letter is hardly ever the wrong one. In a large archive the second is taken for right too.
    for (const letters of [1, 2]) {
      if (await eachTerm(blocks, segment.index, termBytes(stem.slice(0, letters)), MOST_BLOCKS / segments.length, isNear, take)) break;
    }
  }
  return [...near.values()];
}

const isInCompounds = async ({ segments }: Reading, stem: string): Promise<boolean> => {
  const found = await Promise.all(segments.map(({ index }) => index.startingWith(termBytes(compoundPrefix(stem)), 1)));
  return found.some(({ length }) => length > 0);
};

/** A stem as the word nearest to what was typed, of those that posts have it as; of as near ones the most frequent. */
async function writtenAs({ stem, found }: Near, typed: string): Promise<string | null> {
  const forms = new Map<string, number>();
  for (const { segment, term } of found) {
    const { documents, count } = segment.index.high(term);
    const left = [...documents.subarray(0, count)].filter((document) => !segment.gone.has(document)).slice(-POSTS);
    for (const at of await segment.cards(left)) {
      const { title, paragraphs } = await archivedText({ at, card: cardOf(at) });
      for (const text of [title, ...paragraphs])
        for (const token of tokensOf(text)) {
          const form = text.slice(token.start, token.end);
          if (token.stem === stem) forms.set(form, (forms.get(form) ?? 0) + 1);
        }
    }
    if (forms.size > 0) break;
  }
  const [best] = [...forms].sort(
    ([a, countA], [b, countB]) => away(a, typed) - away(b, typed) || startsAlike(b, typed) - startsAlike(a, typed) || countB - countA,
  );
  return best?.[0] ?? null;
}
