import { alignParagraphs, likenessOf, type Pair } from './changes-align.ts';
import { type Paragraph, paragraphOf } from './changes-paragraphs.ts';
import type { Token } from './changes-words.ts';

/** How many paragraphs before and after one are searched for other parts of the same. */
const REACH = 6;
/** From this likeness on, what is left of a paragraph when parts were cut out is a part too, changed. */
const LEAST = 0.75;
/** How many words finding parts may look at: some tens of milliseconds. */
const MOST_WORK = 4_000_000;

/** Two texts, and which paragraphs of the one became which of the other. */
export interface Aligned {
  old: readonly Paragraph[];
  now: readonly Paragraph[];
  pairs: readonly Pair[];
}

/**
 * Aligns two texts, having cut paragraphs where the other text broke them and changed one of the parts: the parts that did
 * not change are then found to be the same.
 */
export function alignParts(old: readonly Paragraph[], now: readonly Paragraph[]): Aligned {
  const pairs = alignParagraphs(old, now);
  const back = pairs.map((pair) => ({ ...pair, old: pair.now, now: pair.old }));
  const [oldParts, nowParts] = [cut(old, now, pairs), cut(now, old, back)];
  const isUncut = oldParts.length === old.length && nowParts.length === now.length;
  return isUncut ? { old, now, pairs } : { old: oldParts, now: nowParts, pairs: alignParagraphs(oldParts, nowParts) };
}

function cut(wholes: readonly Paragraph[], others: readonly Paragraph[], pairs: readonly Pair[]): Paragraph[] {
  const taken = new Set(pairs.map(({ now }) => now));
  const isFree = (i: number) => i >= 0 && i < others.length && !taken.has(i);
  const parts = new Map<number, readonly Paragraph[]>();
  let work = MOST_WORK;
  for (const { old: at, now: other } of pairs) {
    const [whole, own] = [wholes[at], others[other]];
    if (!whole || !own || whole.key === own.key) continue;
    let [from, to] = [other, other + 1];
    while (other - from < REACH && isFree(from - 1)) from--;
    while (to - other <= REACH && isFree(to)) to++;
    if (to - from === 1) continue;
    const around = others.slice(from, to);
    work -= around.reduce((sum, { tokens }) => sum + tokens.length, 0) * whole.tokens.length;
    if (work < 0) break;
    // A heading may say what the paragraph says too, and is no part of it: without its words the paragraph is less like its own.
    const least = placeOf(own.tokens, whole.tokens) < 0 ? Math.max(LEAST, likenessOf(whole.words, own.words)) : LEAST;
    parts.set(at, partsOf(whole, around, least));
  }
  return wholes.flatMap((whole, i) => parts.get(i) ?? [whole]);
}

/**
 * The parts that stand in a paragraph word for word, and what is left between them.
 * @param least likeness of what is left to a part at its place, under which the paragraph stays uncut
 */
function partsOf(whole: Paragraph, others: readonly Paragraph[], least: number): readonly Paragraph[] {
  const parts: Paragraph[] = [];
  let rest = whole.tokens;
  let passed: Paragraph[] = [];
  for (const one of [...others, null]) {
    const at = one ? placeOf(one.tokens, rest) : rest.length;
    if (one && at < 0) {
      passed.push(one);
      continue;
    }
    if (at > 0) {
      const between = paragraphOf(rest.slice(0, at));
      if (!passed.some(({ words }) => likenessOf(between.words, words) >= least)) return [whole];
      parts.push(between);
    }
    if (one) parts.push(paragraphOf(rest.slice(at, at + one.tokens.length)));
    rest = rest.slice(at + (one?.tokens.length ?? 0));
    passed = [];
  }
  return parts;
}

/** Where words stand in a row among others; -1 where they do not. */
const placeOf = (words: readonly Token[], among: readonly Token[]): number =>
  among.findIndex((_, at) => at + words.length <= among.length && words.every(({ key }, i) => among[at + i]?.key === key));
