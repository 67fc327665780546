import { textHash } from '../../article/hash.ts';
import { earlierOf, placeOf } from './earlier.ts';

/** Which texts one walk through a bundle takes, by their paths. */
export type Pass = (path: string) => boolean;

/** Beyond so many walks the oldest texts come together, as a file that is made for it would cost one for each of its texts. */
const MOST = 64;

/** What a bundle without earlier texts takes. */
export const ONE_PASS: readonly Pass[] = [() => true];

/**
 * The walks that it takes to meet the texts of each post in the order of their time. It is one where they stand so, as in an export
 * as it came: that keeps the order of its archive. Of one that was unpacked and packed again it is one for each number, the highest
 * first.
 * @param list gives the posts in the order in which they stand, as often as asked
 */
export async function passesOf(list: () => AsyncIterable<{ path: string }>): Promise<readonly Pass[]> {
  const last = new Map<number, number>();
  const numbers = new Set<number>();
  for await (const file of list()) {
    const { path, earlier } = placeOf(file.path);
    if (earlier === 0) continue;
    last.set(textHash(path), Infinity);
    numbers.add(earlier);
  }
  if (last.size === 0 || (await isInTime(list, last))) return ONE_PASS;
  const lowest = [0, ...[...numbers].sort((a, b) => a - b).slice(0, MOST - 1)];
  return lowest.map((from, i) => passOf(from, lowest[i + 1] ?? Infinity)).reverse();
}

const passOf =
  (from: number, below: number): Pass =>
  (path) => {
    const earlier = earlierOf(path);
    return earlier >= from && earlier < below;
  };

/** @param last by the hashes of the places that have earlier texts, above all numbers */
async function isInTime(list: () => AsyncIterable<{ path: string }>, last: Map<number, number>): Promise<boolean> {
  for await (const file of list()) {
    const { path, earlier } = placeOf(file.path);
    const hash = textHash(path);
    const before = last.get(hash);
    if (before === undefined) continue;
    if (earlier > before) return false;
    last.set(hash, earlier);
  }
  return true;
}
