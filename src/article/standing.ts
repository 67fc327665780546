import type { Standing } from './answers.ts';

/** Neighbouring counts that are drawn as one bar: the lowest of them, and how many posts have one of them. */
export type Bar = Standing['bins'][number];

/** Posts at either end of a distribution that do not stretch it: their bar is the outermost. */
const OUTLIERS = 0.005;

/** A distribution in at most so many bars. Their widths grow by a constant factor, as the lengths of texts are distributed. */
export function barsOf(bins: readonly Bar[], most: number): Bar[] {
  if (bins.length <= most) return [...bins];
  const posts = bins.reduce((sum, { count }) => sum + count, 0);
  const [low, high] = [place(atShare(bins, posts * OUTLIERS)), place(atShare(bins, posts * (1 - OUTLIERS)) + 1)];
  const width = (high - low) / most || 1;
  const bars = Array.from({ length: most }, (_, i) => ({ from: Math.ceil(Math.exp(low + i * width) - 1 - 1e-9), count: 0 }));
  for (const { from, count } of bins) {
    const bar = bars[Math.min(most - 1, Math.max(0, Math.floor((place(from) - low) / width + 1e-9)))];
    if (bar) bar.count += count;
  }
  // Of narrow bars that begin at the same count only the last can hold one; the outliers below the first bar stand in it too.
  const told = bars.filter(({ from }, i) => from !== bars[i + 1]?.from);
  return told.map((bar, i) => (i === 0 ? { ...bar, from: bins[0]?.from ?? 0 } : bar));
}

const place = (count: number) => Math.log(count + 1);

function atShare(bins: readonly Bar[], posts: number): number {
  let before = 0;
  for (const { from, count } of bins) {
    before += count;
    if (before > posts) return from;
  }
  return bins.at(-1)?.from ?? 0;
}

/** The bar in which a count stands. */
export const barWith = (bars: readonly Bar[], count: number): number =>
  Math.max(
    0,
    bars.findLastIndex(({ from }) => from <= count),
  );

/** In a group of fewer posts a share says nothing. */
const LEAST_POSTS = 20;

/** A group in which a count stands somewhere, as far as it can be said in a sentence. */
export interface Place {
  standing: Standing;
  /** Whether it stands above or below most of the group. */
  side: 'above' | 'below';
  /** Percent of the group's posts on the other side: rounded down, as a post is never above all. */
  share: number;
}

/**
 * Where a count stands, in at most two groups. The category and the month say most; where these have too few posts, all of the
 * archive. Nothing where that is too small as well, or is all of one count.
 */
export function placesOf(standings: readonly Standing[]): Place[] {
  const places = standings.filter((standing) => postsOf(standing) >= LEAST_POSTS).map(placeIn);
  const told = places.filter(({ share }) => share > 0);
  const among = (...groups: Standing['among'][]) => groups.flatMap((group) => told.filter(({ standing }) => standing.among === group));
  const near = among('category', 'month');
  return near.length > 0 ? near : among('all');
}

function placeIn(standing: Standing): Place {
  const side = standing.below >= standing.above ? 'above' : 'below';
  return { standing, side, share: Math.floor((100 * Math.max(standing.below, standing.above)) / postsOf(standing)) };
}

const postsOf = ({ below, same, above }: Standing) => below + same + above;
