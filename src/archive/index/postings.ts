import type { ByteWriter } from './bytes.ts';
import { LEVEL_BITS, LEVELS } from './score.ts';

/** Documents in rising order, each with the level of its impact. Only the first `count` of the arrays count. */
export interface Postings {
  count: number;
  documents: Uint32Array;
  levels: Uint8Array;
}

export const emptyPostings = (capacity: number): Postings => ({
  count: 0,
  documents: new Uint32Array(capacity),
  levels: new Uint8Array(capacity),
});

/** Makes room for `more` postings. */
export function reserve(postings: Postings, more: number): void {
  const needed = postings.count + more;
  if (needed <= postings.documents.length) return;
  const documents = new Uint32Array(Math.max(needed, postings.documents.length * 2));
  const levels = new Uint8Array(documents.length);
  documents.set(postings.documents.subarray(0, postings.count));
  levels.set(postings.levels.subarray(0, postings.count));
  postings.documents = documents;
  postings.levels = levels;
}

/** Appends one posting. */
export function addPosting(postings: Postings, document: number, level: number): void {
  reserve(postings, 1);
  postings.documents[postings.count] = document;
  postings.levels[postings.count++] = level;
}

/** Writes postings `from` to `to`: each as a varint of (gap − 1) · 8 + level, the first gap counted from −1. */
export function writePostings(writer: ByteWriter, { documents, levels }: Postings, from: number, to: number): void {
  let last = -1;
  for (let i = from; i < to; i++) {
    const document = documents[i] as number;
    writer.varint((document - last - 1) * LEVELS + (levels[i] as number));
    last = document;
  }
}

/** Appends `count` written postings to some, each document number raised by `base`; gives where they end. */
export function readPostings(bytes: Uint8Array, start: number, count: number, into: Postings, base = 0): number {
  reserve(into, count);
  const { documents, levels } = into;
  let at = start;
  let document = base - 1;
  let to = into.count;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    document += (value >>> LEVEL_BITS) + 1;
    documents[to] = document;
    levels[to] = value & (LEVELS - 1);
    to++;
  }
  into.count = to;
  return at;
}

/** Puts several runs that stand one after the other, each rising, into one rising order. */
export function inDocumentOrder(postings: Postings): Postings {
  const { count, documents, levels } = postings;
  let rising = true;
  for (let i = 1; i < count && rising; i++) rising = (documents[i] as number) > (documents[i - 1] as number);
  if (rising) return postings;
  // A document number has at most 28 bits, so number and level sort as one double.
  const joined = new Float64Array(count);
  for (let i = 0; i < count; i++) joined[i] = (documents[i] as number) * LEVELS + (levels[i] as number);
  joined.sort();
  const sorted = emptyPostings(count);
  sorted.count = count;
  for (let i = 0; i < count; i++) {
    sorted.documents[i] = Math.floor((joined[i] as number) / LEVELS);
    sorted.levels[i] = (joined[i] as number) % LEVELS;
  }
  return sorted;
}

/**
 * Parts postings into those of the highest impact, at most `most`, and the others; both stay in document order. Of equal
 * impact the newest documents, which stand last, are among the highest.
 */
export function splitByImpact(postings: Postings, most: number): { high: Postings; others: Postings } {
  const { count, documents, levels } = postings;
  const perLevel = new Array<number>(LEVELS).fill(0);
  for (let i = 0; i < count; i++) perLevel[levels[i] as number] = (perLevel[levels[i] as number] as number) + 1;
  let cut = LEVELS - 1;
  let room = most;
  while (cut > 0 && (perLevel[cut] as number) <= room) room -= perLevel[cut--] as number;
  // Of the level at the cut, only the last `room` go in.
  let passed = (perLevel[cut] as number) - room;
  const high = emptyPostings(Math.min(most, count));
  const others = emptyPostings(Math.max(0, count - most));
  for (let i = 0; i < count; i++) {
    const level = levels[i] as number;
    const into = level > cut || (level === cut && passed-- <= 0) ? high : others;
    into.documents[into.count] = documents[i] as number;
    into.levels[into.count++] = level;
  }
  return { high, others };
}
