// What is struck: the work on an archive, and the archive that it begins with.
import { FIRST_ARTICLE } from './bundle.mjs';

/** @typedef {import('./bundle.mjs').Contents} Contents */
/**
 * @typedef {object} Work
 * @property {Contents[]} before what is imported first, one after the other, as copies of one archive
 * @property {Contents | null} chosen the copy whose import is struck; null for a removal
 * @property {number[]} posts numbers of the posts that are read before and after
 */

/** @type {Record<string, Work>} */
export const WORKS = {
  import: { before: [], chosen: { posts: 1500, words: 150 }, posts: [0, 700, 1499] },
  update: {
    before: [{ posts: 500, words: 100 }],
    chosen: { posts: 1200, words: 100, changed: 3 },
    posts: [0, 1, 499, 500, 1199],
  },
  // One post more, which makes four segments of three: what takes its time is merging them.
  merge: {
    before: [400, 800, 1200].map((posts) => ({ posts, words: 100 })),
    chosen: { posts: 1201, words: 100 },
    posts: [0, 799, 1199, 1200],
  },
  removal: { before: [{ posts: 1500, words: 100 }], chosen: null, posts: [0, 1499] },
  // More than a million words: it passes a checkpoint, from which it can go on.
  'long import': { before: [], chosen: { posts: 3600, words: 620 }, posts: [0, 1800, 3599] },
};

/** What the archive is asked before and after some work. @param {Work} work */
export const asksOf = ({ posts }) => ({
  keys: ['nos:9000001', ...posts.map((number) => `nos:${FIRST_ARTICLE + number}`)],
  words: ['dijk', 'aangevuld woord1a'],
});
