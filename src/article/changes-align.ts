/** A paragraph as it is compared: its words as numbers that are the same for the same word. */
export interface Comparable {
  /** The same for paragraphs that say the same. */
  key: string;
  /** Sorted. */
  words: Uint32Array;
}

/** An old paragraph and the new one that it became, by their places. */
export interface Pair {
  old: number;
  now: number;
  /** Whether it stands in another order than those around it. */
  moved: boolean;
}

/** From this likeness on a paragraph is the other one, changed: where both stand between the same neighbours, or elsewhere. */
const ALIKE = 0.4;
const ALIKE_ELSEWHERE = 0.75;
/** How many words pairing by likeness may look at, and how many pairs: some tens of milliseconds each. */
const MOST_WORK = 8_000_000;
const MOST_PAIRS = 100_000;

/**
 * Which old paragraphs became which new ones: first those that are equal, then those that are alike. The most that stand in
 * one order stayed; the others moved. Ordered by the new text.
 */
export function alignParagraphs(old: readonly Comparable[], now: readonly Comparable[]): Pair[] {
  const equal = equalPairs(old, now);
  const pairs = [...equal, ...alikePairs(old, now, equal)].sort((a, b) => a.now - b.now);
  const stayed = longestRising(pairs.map((pair) => pair.old));
  return pairs.map((pair, i) => ({ ...pair, moved: !stayed.has(i) }));
}

type Place = Omit<Pair, 'moved'>;

/** The first of equal ones goes with the first, the second with the second. */
function equalPairs(old: readonly Comparable[], now: readonly Comparable[]): Place[] {
  const places = new Map<string, number[]>();
  for (let i = old.length - 1; i >= 0; i--) {
    const key = old[i]?.key ?? '';
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  return now.flatMap(({ key }, i) => {
    const place = places.get(key)?.pop();
    return place === undefined ? [] : [{ old: place, now: i }];
  });
}

function alikePairs(old: readonly Comparable[], now: readonly Comparable[], equal: readonly Place[]): Place[] {
  const oldLeft = leftOver(old.length, new Set(equal.map((pair) => pair.old)));
  const nowLeft = leftOver(now.length, new Set(equal.map((pair) => pair.now)));
  const gaps = gapsBetween(old.length, now.length, equal);
  // Of very long texts only paragraphs at about the same place are compared.
  const words = [...oldLeft.map((i) => old[i]), ...nowLeft.map((i) => now[i])].reduce((sum, one) => sum + (one?.words.length ?? 0) + 1, 0);
  const reach = Math.ceil(Math.min(MOST_WORK / words, MOST_PAIRS / (oldLeft.length || 1)) / 2);
  const found: (Place & { likeness: number })[] = [];
  oldLeft.forEach((o, at) => {
    const middle = Math.round((at / oldLeft.length) * nowLeft.length);
    for (const n of nowLeft.slice(Math.max(0, middle - reach), middle + reach)) {
      const likeness = likenessOf(old[o]?.words, now[n]?.words);
      if (likeness >= (gaps.old[o] === gaps.now[n] ? ALIKE : ALIKE_ELSEWHERE)) found.push({ old: o, now: n, likeness });
    }
  });
  found.sort((a, b) => b.likeness - a.likeness || a.now - b.now);
  const taken = { old: new Set<number>(), now: new Set<number>() };
  return found.filter((pair) => {
    if (taken.old.has(pair.old) || taken.now.has(pair.now)) return false;
    taken.old.add(pair.old);
    taken.now.add(pair.now);
    return true;
  });
}

const leftOver = (length: number, taken: ReadonlySet<number>) => Array.from({ length }, (_, i) => i).filter((i) => !taken.has(i));

/** For each paragraph how many of the equal ones that stayed stand before it: the same number means the same neighbours. */
function gapsBetween(oldLength: number, nowLength: number, equal: readonly Place[]): { old: number[]; now: number[] } {
  const stayed = longestRising(equal.map((pair) => pair.old));
  const kept = equal.filter((_, i) => stayed.has(i));
  const before = (length: number, places: ReadonlySet<number>) => {
    let count = 0;
    return Array.from({ length }, (_, i) => (places.has(i) ? count++ : count));
  };
  return {
    old: before(oldLength, new Set(kept.map((pair) => pair.old))),
    now: before(nowLength, new Set(kept.map((pair) => pair.now))),
  };
}

/** Words in common ÷ all words (Dice's coefficient). */
export function likenessOf(a: Uint32Array = new Uint32Array(), b: Uint32Array = new Uint32Array()): number {
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if ((2 * shorter) / (shorter + longer || 1) < ALIKE) return 0;
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) both++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return (2 * both) / (a.length + b.length);
}

/** The places of a longest rising row among numbers that are all different (patience sorting). */
function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[i] = ends[low - 1] ?? -1;
    ends[low] = i;
  });
  const row = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) row.add(i);
  return row;
}
