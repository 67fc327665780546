import { str as crc32 } from 'crc-32';

/**
 * A run of documents with their terms, packed: what ranking reads. Plain for now: a query scans the blocks of the
 * whole archive, 2 ms for each thousand posts, and nothing is kept in memory between two queries.
 */
export interface TermBlock {
  /** Number of the block's first document within its segment. */
  first: number;
  /** Sum of the term frequencies of each document. */
  lengths: Uint32Array;
  /** Document i's terms stand from ends[i − 1] (0 for the first) to ends[i]. */
  ends: Uint32Array;
  terms: Uint32Array;
  frequencies: Uint8Array;
}

/** 32 bits that stand for a stem. Two stems of one archive share them about never, and then a rank is slightly off. */
export const termHash = (stem: string): number => crc32(stem) >>> 0;

export const DOCUMENTS_PER_BLOCK = 64;

/** Packs the terms of up to DOCUMENTS_PER_BLOCK documents. */
export function packTerms(first: number, documents: readonly ReadonlyMap<string, number>[]): TermBlock {
  const size = documents.reduce((sum, terms) => sum + terms.size, 0);
  const block: TermBlock = {
    first,
    lengths: new Uint32Array(documents.length),
    ends: new Uint32Array(documents.length),
    terms: new Uint32Array(size),
    frequencies: new Uint8Array(size),
  };
  let at = 0;
  documents.forEach((terms, i) => {
    let length = 0;
    for (const [stem, frequency] of terms) {
      block.terms[at] = termHash(stem);
      block.frequencies[at] = Math.min(frequency, 255);
      length += frequency;
      at++;
    }
    block.lengths[i] = length;
    block.ends[i] = at;
  });
  return block;
}
