import type { Card } from './card.ts';

/** A histogram: how many documents there are in each bin that has any. */
export type Bins = Map<number, number>;

/** How the counts of some documents are distributed: for each group of documents a histogram. */
export class Distribution {
  readonly #groups: Map<string, Bins>;

  constructor(groups: ReadonlyMap<string, Bins> = new Map()) {
    this.#groups = new Map(groups);
  }

  add(groups: readonly string[], value: number): void {
    const bin = binOf(value);
    for (const group of groups) {
      const bins = this.#binsOf(group);
      bins.set(bin, (bins.get(bin) ?? 0) + 1);
    }
  }

  addBins(group: string, more: Bins): void {
    const bins = this.#binsOf(group);
    for (const [bin, count] of more) bins.set(bin, (bins.get(bin) ?? 0) + count);
  }

  #binsOf(group: string): Bins {
    let bins = this.#groups.get(group);
    if (!bins) {
      bins = new Map();
      this.#groups.set(group, bins);
    }
    return bins;
  }

  forget(group: string): void {
    this.#groups.delete(group);
  }

  get groups(): ReadonlyMap<string, Bins> {
    return this.#groups;
  }

  /** How many documents of a group have a lower, the same and a higher count; the same within a bin, some 3 %. */
  standing(group: string, value: number): { below: number; same: number; above: number } {
    const at = binOf(value);
    const standing = { below: 0, same: 0, above: 0 };
    for (const [bin, count] of this.#groups.get(group) ?? []) standing[bin < at ? 'below' : bin > at ? 'above' : 'same'] += count;
    return standing;
  }

  /** The histogram of a group: the lowest value of each bin with its count, rising. */
  bins(group: string): { from: number; count: number }[] {
    const bins = [...(this.#groups.get(group) ?? [])].sort(([a], [b]) => a - b);
    return bins.map(([bin, count]) => ({ from: lowestOf(bin), count }));
  }
}

const EXACT = 64;
const PER_DOUBLING = 32;

/** Up to 64 each count for itself, above that 32 bins to each doubling. */
function binOf(value: number): number {
  const count = Math.max(0, Math.floor(value));
  if (count < EXACT) return count;
  const doublings = Math.floor(Math.log2(count));
  return EXACT + (doublings - 6) * PER_DOUBLING + Math.floor((count / 2 ** doublings - 1) * PER_DOUBLING);
}

function lowestOf(bin: number): number {
  if (bin < EXACT) return bin;
  const doublings = 6 + Math.floor((bin - EXACT) / PER_DOUBLING);
  return Math.ceil(2 ** doublings * (1 + ((bin - EXACT) % PER_DOUBLING) / PER_DOUBLING));
}

/** The groups of documents that counts are held against. `words` are ours, `numbers` the archive's. */
export type Measure = 'words' | 'numbers';
export const groupOf = {
  all: (measure: Measure) => measure,
  month: (measure: Measure, month: string) => `${measure}/month/${month}`,
  category: (measure: Measure, category: string) => `${measure}/category/${category.toLowerCase()}`,
  publisher: (measure: Measure, publisher: string) => `${measure}/publisher/${publisher.toLowerCase()}`,
};

/** Counts one post in each of its groups. */
export function countPost(
  distribution: Distribution,
  { date, publisher, categories, numbers, words }: Pick<Card, 'date' | 'publisher' | 'categories' | 'numbers' | 'words'>,
): void {
  for (const measure of ['words', 'numbers'] as const) {
    const value = measure === 'words' ? words.total : numbers?.total;
    if (value === undefined) continue;
    const groups: string[] = [groupOf.all(measure)];
    for (const category of categories) {
      const group = groupOf.category(measure, category);
      // A post may name a category twice.
      if (!groups.includes(group)) groups.push(group);
    }
    if (date !== null) groups.push(groupOf.month(measure, monthOf(date)));
    if (publisher) groups.push(groupOf.publisher(measure, publisher));
    distribution.add(groups, value);
  }
}

/** The month of a date, `2019-10`. In UTC: an hour more or less at its ends does not move a percentile. */
export function monthOf(date: number): string {
  const day = new Date(date);
  const year = day.getUTCFullYear();
  // The ISO form, which costs an import ten times as much, is only for years that do not have four digits.
  if (!(year >= 1000 && year <= 9999)) return day.toISOString().slice(0, 7);
  const month = day.getUTCMonth() + 1;
  return `${year}-${month < 10 ? '0' : ''}${month}`;
}
