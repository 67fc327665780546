import { ByteReader, ByteWriter } from './bytes.ts';
import type { Card } from './card.ts';

/** How the counts of some documents are distributed: for each group of documents a histogram. */
export class Distribution {
  readonly #groups = new Map<string, Map<number, number>>();

  add(groups: readonly string[], value: number): void {
    const bin = binOf(value);
    for (const group of groups) {
      const bins = this.#groups.get(group) ?? new Map<number, number>();
      bins.set(bin, (bins.get(bin) ?? 0) + 1);
      this.#groups.set(group, bins);
    }
  }

  addAll(other: Distribution): void {
    for (const [group, bins] of other.#groups) {
      const own = this.#groups.get(group) ?? new Map<number, number>();
      for (const [bin, count] of bins) own.set(bin, (own.get(bin) ?? 0) + count);
      this.#groups.set(group, own);
    }
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

  /** Of more groups the smallest are left out: a record is to stay small. */
  pack(most = 500): Uint8Array<ArrayBuffer> {
    const size = (bins: Map<number, number>) => [...bins.values()].reduce((sum, count) => sum + count, 0);
    const groups = [...this.#groups].sort(([, a], [, b]) => size(b) - size(a)).slice(0, most);
    const writer = new ByteWriter(4096);
    writer.varint(WITH_LENGTHS);
    writer.varint(groups.length);
    for (const [group, bins] of groups) {
      const name = new TextEncoder().encode(group);
      const packed = packBins(bins);
      writer.varint(name.length);
      writer.raw(name);
      writer.varint(bins.size);
      writer.varint(packed.length);
      writer.raw(packed);
    }
    return writer.take();
  }

  /** @param wanted groups that are asked for; the others are passed over where that can be done */
  static unpack(bytes: Uint8Array, wanted: ReadonlySet<string> | null = null): Distribution {
    const distribution = new Distribution();
    const decoder = new TextDecoder();
    const reader = new ByteReader(bytes);
    const first = reader.varint();
    for (let groups = first || reader.varint(); groups > 0 && !reader.isAtEnd; groups--) {
      const length = reader.varint();
      const group = decoder.decode(bytes.subarray(reader.at, reader.at + length));
      reader.at += length;
      const left = reader.varint();
      const end = first === WITH_LENGTHS ? reader.varint() + reader.at : null;
      if (end !== null && wanted && !wanted.has(group)) reader.at = end;
      else distribution.#groups.set(group, readBins(reader, left));
    }
    return distribution;
  }
}

/** Archives written before the groups had their lengths have here how many groups there are. */
const WITH_LENGTHS = 0;

function packBins(bins: ReadonlyMap<number, number>): Uint8Array {
  const writer = new ByteWriter(256);
  let last = 0;
  for (const [bin, count] of [...bins].sort(([a], [b]) => a - b)) {
    writer.varint(bin - last);
    writer.varint(count);
    last = bin;
  }
  return writer.view();
}

function readBins(reader: ByteReader, count: number): Map<number, number> {
  const bins = new Map<number, number>();
  let bin = 0;
  for (let left = count; left > 0 && !reader.isAtEnd; left--) {
    bin += reader.varint();
    bins.set(bin, reader.varint());
  }
  return bins;
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
    const groups = [groupOf.all(measure), ...categories.map((category) => groupOf.category(measure, category))];
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
