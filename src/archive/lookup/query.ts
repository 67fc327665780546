import { type Token, tokensOf } from '../language/analyse.ts';
import { isCommon } from '../language/common.ts';
import { nameLike } from '../language/names.ts';
import { foldedText, isUnspaced, piecesOf } from '../language/words.ts';

/** Words that must stand one behind the other. */
export interface Phrase {
  /** In order. They lead to candidates. */
  stems: string[];
  /** Its words folded, which decide; null of what was typed unbroken, of which the stems do: `A2-snelweg` finds `A2-snelwegen`. */
  text: string | null;
  /** What was typed unbroken, as the stem of one word, which stands for all: `e-mail` is `email` too. */
  joined: string | null;
}

/** What is asked. Words are stems. */
export interface Query {
  /** Each must occur, or a compound of it. */
  words: string[];
  /**
   * Of two words that stand side by side, the stem of the compound that they may be one of: it stands for both. Of a word that may be
   * a name typed without capitals, the stem of that name.
   */
  joins: Join[];
  /** Each must occur in its order. */
  phrases: Phrase[];
  not: string[];
  notPhrases: Phrase[];
  /**
   * The last word while it is being typed: folded as it stands, to find what begins with it, and its stem, to find it as
   * a whole word.
   */
  prefix: { raw: string; stem: string } | null;
}

/** Stems, and another that stands for each of them. */
export interface Join {
  words: readonly string[];
  stem: string;
}

/** A word that is shorter is no part of a compound. */
const SHORTEST_PART = 3;

const MOST_WORDS = 32;
const LONGEST = 4000;
const QUOTES = /[“”„‟«»″＂]/g;
/** A phrase up to its closing quote or the end, or what stands unbroken; either may have a minus before it. */
const PARTS = /(?<minus>[-−]?)(?:"(?<quoted>[^"]*)(?:"|$)|(?<unbroken>[^\s"]+))/g;

/** A letter (`C&A`), a number, and what is called by one (`A2`) are whole as they stand: what begins with them is something else. */
const MAY_GO_ON = /^\D{2,}$/;

/**
 * Reads a query as typed. It never fails: what has no meaning is left out.
 * @param isApart what is typed unbroken, as `2-1` and `C&A`, is read as loose words, not as a phrase
 */
export function parseQuery(text: string, isApart = false): Query {
  const query: Query = { words: [], joins: [], phrases: [], not: [], notPhrases: [], prefix: null };
  let before: { word: string; stem: string } | null = null;
  const typed = text.slice(0, LONGEST).replace(QUOTES, '"');
  let left = MOST_WORDS;
  for (const part of typed.matchAll(PARTS)) {
    const { minus, quoted, unbroken = '' } = part.groups ?? {};
    const content = quoted ?? unbroken;
    const isOnItsOwn = part.index === 0 || /\s/.test(typed[part.index - 1] ?? '');
    const excluded = Boolean(minus) && isOnItsOwn;
    const tokens = tokensOf(content).slice(0, left);
    const last = tokens.at(-1);
    if (!last) continue;
    left -= tokens.length;
    const stems = tokens.map(({ stem }) => stem);
    const isLoose = tokens.length === 1 && quoted === undefined && !excluded;
    const word = isLoose ? content.slice(last.start, last.end) : '';
    const joined = before && word.length >= SHORTEST_PART ? onlyStem(before.word + word) : null;
    if (before && joined) query.joins.push({ words: [before.stem, last.stem], stem: joined });
    before = word.length >= SHORTEST_PART ? { word, stem: last.stem } : null;
    // In a script without spaces each letter is a word, and one that is typed is a phrase.
    if (quoted !== undefined || (stems.length > 1 && (excluded || isUnspaced(content)))) {
      const phrase = { stems, text: foldedText(content.slice(0, last.end)), joined: null };
      addPhrase(excluded ? query.notPhrases : query.phrases, phrase);
    } else if (stems.length > 1 && !isApart) {
      addPhrase(query.phrases, { stems, text: null, joined: joinedStem(content.slice(tokens[0]?.start, last.end)) });
    } else if (excluded) {
      query.not.push(...stems);
    } else {
      const isTyping = part.index + part[0].length === typed.length && last.end === content.length;
      const prefix = prefixOf(content.slice(last.start, last.end), last.stem);
      if (isTyping && MAY_GO_ON.test(prefix.raw)) {
        query.prefix = prefix;
        stems.pop();
      }
      query.words.push(...stems);
    }
  }
  query.words = [...new Set(query.words)];
  for (const word of [...query.words, query.prefix?.stem ?? '']) {
    const name = nameLike(word);
    if (name !== undefined) query.joins.push({ words: [word], stem: name });
  }
  query.not = [...new Set(query.not)];
  if (query.prefix && query.words.includes(query.prefix.stem)) query.prefix = null;
  return query;
}

/** A way to read what was typed. */
interface Read {
  query: Query;
  /** Without everyday words. */
  isRelaxed: boolean;
  /** What was typed unbroken is read as loose words. */
  isApart: boolean;
}

/** The ways to read what was typed: each is for where no post has what the one before asks for. */
export function* readingsOf(text: string): Generator<Read, undefined> {
  const whole = parseQuery(text);
  const isUnbroken = whole.phrases.some((phrase) => phrase.text === null);
  for (const isApart of isUnbroken ? [false, true] : [false]) {
    const query = isApart ? parseQuery(text, true) : whole;
    yield { query, isRelaxed: false, isApart };
    const less = withoutCommon(query);
    if (less) yield { query: less, isRelaxed: true, isApart };
  }
}

/** A query without everyday words, which no post may have beside all others; null where it has none, or nothing else. */
export function withoutCommon(query: Query): Query | null {
  const words = query.words.filter((word) => !isCommon(word));
  const others = words.length + query.phrases.length + (query.prefix && !isCommon(query.prefix.stem) ? 1 : 0);
  return words.length < query.words.length && others > 0 ? { ...query, words } : null;
}

function addPhrase(phrases: Phrase[], phrase: Phrase): void {
  const isSame = ({ text, stems }: Phrase) => text === phrase.text && (text !== null || stems.join() === phrase.stems.join());
  if (!phrases.some(isSame)) phrases.push(phrase);
}

const HYPHENS = /[-‐‑]/g;
/** Words with hyphens that may as well be left out. Between digits none may: `2-1` is no 21. */
const HYPHENED = /^(?!.*\d[-‐‑]\d)[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)+$/u;

const joinedStem = (typed: string): string | null => (HYPHENED.test(typed) ? onlyStem(typed.replace(HYPHENS, '')) : null);

/** The stem of what is one word. */
function onlyStem(text: string): string | null {
  const [only, ...more] = tokensOf(text);
  return only && more.length === 0 ? only.stem : null;
}

function prefixOf(word: string, stem: string): { raw: string; stem: string } {
  const raw = piecesOf(word).at(-1)?.text ?? stem;
  // `verzekeraa` is on its way to `verzekeraar`, whose stem is `verzekerar`.
  return { raw: /.{3}(aa|ee|oo|uu)$/.test(raw) ? raw.slice(0, -1) : raw, stem };
}

/** Whether a text holds a phrase word for word. */
export function containsPhrase(text: string, phrase: string): boolean {
  return ` ${foldedText(text)} `.includes(` ${foldedText(phrase)} `);
}

/** Whether a word of a text, by its place among its tokens, is of a phrase that stands there. */
export const isInPhrase = ({ stems, text: phrase, joined }: Phrase, i: number, tokens: readonly Token[], text: string): boolean =>
  (joined !== null && tokens[i]?.stem === joined) ||
  stems.some((own, offset) => {
    if (tokens[i]?.stem !== own) return false;
    const run = tokens.slice(Math.max(0, i - offset), i - offset + stems.length);
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || run.length < stems.length || !run.every(({ stem }, at) => stem === stems[at])) return false;
    return phrase === null || containsPhrase(text.slice(first.start, last.end), phrase);
  });
