import { ByteReader, ByteWriter } from './bytes.ts';
import { TermCursor, TermWriter } from './front-coding.ts';
import type { IndexTotals } from './index-writer.ts';
import { compareBytes } from './terms.ts';

/** What is read of an index before anything else: its size, where each term would stand, and which terms are frequent. */
export interface Head extends IndexTotals {
  /** Pairs of a word and a document that has it. */
  postings: number;
  words: number;
  blocks: number;
  bytes: Uint8Array;
  firstTerms: { at: number; end: number };
  frequent: { at: number; end: number };
}

export interface Frequent {
  term: Uint8Array;
  count: number;
}

/** A count in a byte, eight steps to each doubling: enough to choose terms by. */
const packedCount = (count: number) => Math.round(Math.log2(count) * 8);
const unpackedCount = (byte: number) => Math.round(2 ** (byte / 8));

/** Terms of fewer documents are not listed: see `unlistedCount`. */
const listedFrom = (documents: number) => Math.max(documents / 1000, 15);
/** The count that a term which is not listed is taken to have when terms are chosen: measured to choose as well as the true one. */
const unlistedCount = (documents: number): number => Math.max(1, documents / 4000);

export function writeHead(
  totals: IndexTotals & { postings: number; words: number },
  firstTerms: readonly Uint8Array[],
  frequent: readonly Frequent[],
): Uint8Array<ArrayBuffer> {
  const first = new ByteWriter(4096);
  const firstWriter = new TermWriter();
  for (const term of firstTerms) firstWriter.write(first, term);
  const listed = new ByteWriter(16 * 1024);
  const listedWriter = new TermWriter();
  const floor = listedFrom(totals.documents);
  for (const { term, count } of frequent) {
    if (count <= floor) continue;
    listedWriter.write(listed, term);
    listed.byte(packedCount(count));
  }
  const writer = new ByteWriter(64 + first.length + listed.length);
  for (const number of [totals.documents, totals.postings, totals.words, firstTerms.length, first.length, listed.length]) {
    writer.varint(number);
  }
  writer.float64(totals.length);
  writer.raw(first.view());
  writer.raw(listed.view());
  return writer.take();
}

export function readHead(bytes: Uint8Array): Head {
  const reader = new ByteReader(bytes);
  const [documents, postings, words, blocks, firstLength, listedLength] = [0, 0, 0, 0, 0, 0].map(() => reader.varint()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const length = reader.float64();
  const middle = reader.at + firstLength;
  return {
    documents,
    postings,
    words,
    blocks,
    length,
    bytes,
    firstTerms: { at: reader.at, end: middle },
    frequent: { at: middle, end: middle + listedLength },
  };
}

/** The block in which each of some terms would stand; −1 where that is before the first. The terms must be in rising order. */
export function blockNumbers(head: Head, terms: readonly Uint8Array[]): Int32Array {
  const blocks = new Int32Array(terms.length);
  const cursor = new TermCursor(head.bytes, head.firstTerms.at, head.firstTerms.end);
  let block = -1;
  let more = cursor.next();
  terms.forEach((term, i) => {
    while (more && compareBytes(cursor.term, cursor.length, term, term.length) <= 0) {
      block++;
      more = cursor.next();
    }
    blocks[i] = block;
  });
  return blocks;
}

/** About how many documents each of some terms stands in. The terms must be in rising order. */
export function countsOf(head: Head, terms: readonly Uint8Array[]): Float64Array {
  const counts = new Float64Array(terms.length).fill(unlistedCount(head.documents));
  const cursor = new TermCursor(head.bytes, head.frequent.at, head.frequent.end);
  let i = 0;
  while (i < terms.length && cursor.next()) {
    const count = cursor.bytes[cursor.at++] as number;
    for (; i < terms.length; i++) {
      const term = terms[i] as Uint8Array;
      const order = compareBytes(cursor.term, cursor.length, term, term.length);
      if (order < 0) break;
      if (order === 0) counts[i] = unpackedCount(count);
    }
  }
  return counts;
}
