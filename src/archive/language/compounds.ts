import { stemOf } from './stem.ts';

/**
 * Dutch writes compounds as one word, so a search for `verzekeraar` must be led to `zorgverzekeraar`. The words of an
 * index are its own dictionary: a stem that ends in another stem, behind what is itself a word or made of two, is taken
 * for a compound.
 */

/** A stem that is a compound: `head + tail` without the last `cut` letters. */
export interface Compound {
  head: string;
  /** The stem that the last part has as a word of its own. */
  tail: string;
  /** How many of its letters the stemmer takes away in a compound only: `huurwoning` is `huurwon`, while `woning` stays. */
  cut: number;
}

const SHORTEST = 7;
const SHORTEST_PART = 3;
const SHORTEST_TAIL = 5;
const LONGEST_CUT = 6;

/**
 * The last parts of the compound that a stem may be: the longest, and the last part of that one.
 * @param has whether a stem is a word of the index; words of one document only are mostly slips of the pen
 */
export function compoundsOf(term: string, has: (term: string) => boolean): Compound[] {
  if (term.length < SHORTEST || !LETTERS.test(term)) return [];
  const longest = longestTail(term, has);
  if (!longest) return [];
  const inner = longest.tail.length >= SHORTEST ? longestTail(longest.tail, has) : null;
  if (!inner) return [longest];
  const { length } = term;
  const cut = inner.cut + longest.cut;
  return [longest, { head: term.slice(0, length + cut - inner.tail.length), tail: inner.tail, cut }];
}

const LETTERS = /^[a-z]+$/;

function longestTail(term: string, has: (term: string) => boolean): Compound | null {
  const last = term.length - SHORTEST_PART;
  for (let at = SHORTEST_PART; at <= last; at++) {
    if (BEGINNINGS[pairAt(term, at)] !== 1) continue;
    const part = term.slice(at);
    const tail = wholeOf(part, term, at, has) ?? (part.length >= SHORTEST_TAIL && has(part) && !NO_TAILS.has(part) ? part : null);
    if (tail === null) continue;
    const head = term.slice(0, at);
    if (isHead(head, has)) return { head, tail, cut: tail.length - part.length };
  }
  return null;
}

function wholeOf(part: string, term: string, at: number, has: (term: string) => boolean): string | null {
  const whole = part.length <= LONGEST_CUT ? CUT.get(part) : undefined;
  // With the letter before it, it may be a word of its own: `uittocht` has no `ochtend`.
  return whole && has(whole) && !has(term.slice(at - 1)) ? whole : null;
}

/**
 * Words that the stemmer leaves whole, by what it leaves of them at the end of a compound. Only those where
 * that is the word in two of three such compounds or more: what ends in `weg` is no `wegging`.
 */
const CUT = new Map(
  [
    'bots-ing camp-ing dreig-ing hef-fing kled-ing kon-ing leid-ing meld-ing pog-ing richt-ing sluit-ing sticht-ing',
    'stijg-ing stor-ing train-ing voed-ing won-ing ocht-end vri-end vriend-elijk huwel-ijk voertu-ig',
  ].flatMap((line) =>
    line.split(' ').map((word) => {
      const [part = '', ending = ''] = word.split('-');
      return [part, part + ending] as const;
    }),
  ),
);

const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 7) | text.charCodeAt(at + 1);

const CLUSTERS = 'bl br ch cl cr dr dw fl fr gl gn gr kl kn kr kw ph pl pr ps rh sc sh sj sk sl sm sn sp st sw th tr ts tw vl vr wr zw';

/** The pairs of letters that Dutch words begin with: most places in a word are no seam, and this is seen fastest. */
const BEGINNINGS = new Uint8Array(1 << 14);
for (const pair of CLUSTERS.split(' ')) BEGINNINGS[pairAt(pair, 0)] = 1;
for (const vowel of 'aeiouy') {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    BEGINNINGS[pairAt(vowel + letter, 0)] = 1;
    BEGINNINGS[pairAt(letter + vowel, 0)] = 1;
  }
}

/** An ending that was a word as well, and what is left when `Nederland` is cut behind `ned`. */
const NO_TAILS = new Set(['schap', 'erland']);
/** What goes before verbs, and syllables that some index has as words. */
const NO_HEADS = new Set('aan bij col com con dis door her inge mee mis neer onder ont over pre pro sch terug toe uit ver'.split(' '));

function isHead(head: string, has: (term: string) => boolean): boolean {
  if (isWord(head, has)) return true;
  for (let at = SHORTEST_PART; at <= head.length - SHORTEST_PART - 1; at++) {
    if (isWord(head.slice(0, at), has) && isWord(head.slice(at), has)) return true;
  }
  return false;
}

function isWord(part: string, has: (term: string) => boolean): boolean {
  if (NO_HEADS.has(part)) return false;
  if (has(part) || has(stemOf(part))) return true;
  return part.length > 4 && part.endsWith('s') && has(stemOf(part.slice(0, -1)));
}
