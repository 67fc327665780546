/**
 * How many letters one word must lose, gain, change or swap with their neighbour to become another; of more than `most` it says
 * `most` + 1. By hand: the library that is kept up, fastest-levenshtein, counts a swap as two.
 */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const [a, b] = [one[i - 1], other[j - 1]];
      const at = (row: readonly number[], place: number) => row[place] as number;
      let least = Math.min(at(last, j) + 1, at(next, j - 1) + 1, at(last, j - 1) + (a === b ? 0 : 1));
      if (i > 1 && j > 1 && a === other[j - 2] && one[i - 2] === b) least = Math.min(least, at(before, j - 2) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(last[other.length] as number, most + 1);
}
