/**
 * BM25 as both sides of the index use it: the impact of a term in a document is computed when an index is written and
 * kept in 3 bits, the weight of the term when a question is asked, over all segments. So no bundle makes another stale.
 */
const K1 = 1.2;
const B = 0.75;
/**
 * Eight levels of impact take a tenth less room than sixteen. They choose what is looked at; related documents are then
 * scored by their true frequencies.
 */
export const LEVEL_BITS = 3;
export const LEVELS = 1 << LEVEL_BITS;

/** tf / (tf + k1 (1 − b + b · length / mean)), from 0 to 1. */
export const impact = (tf: number, length: number, mean: number): number => tf / (tf + K1 * (1 - B + (B * length) / mean));

export const quantised = (value: number): number => Math.min(LEVELS - 1, Math.floor(value * LEVELS));
/** The impact that each level stands for. */
export const LEVEL = Float32Array.from({ length: LEVELS }, (_, level) => (level + 0.5) / LEVELS);

/** Words of a title count this many times more than those of the text: found to find more follow-ups. */
export const TITLE_EXTRA = 2;

/** ln(1 + (N − df + ½) / (df + ½)) of a term that stands in `df` of `documents`. */
export const idf = (df: number, documents: number): number => Math.log(1 + (documents - df + 0.5) / (df + 0.5));

/** The weight of a term of a text whose like is looked for: idf^1.5 · (1 + ln tf), better than BM25's own for whole texts. */
export const weight = (tf: number, inverse: number): number => inverse ** 1.5 * (1 + Math.log(tf));
