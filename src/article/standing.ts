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
  return bars;
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
  /** Percent of the group's posts on the one side: rounded down, as a post is never above all. */
  share: number;
}

/**
 * Where a count stands: above or below most, in at most two groups. The category and the month say most; where these have
 * too few posts, all of the archive. Null where that is too small as well.
 */
export function placeOf(standings: readonly Standing[]): { side: 'above' | 'below'; places: Place[] } | null {
  const large = standings.filter((standing) => postsOf(standing) >= LEAST_POSTS);
  const told = (['category', 'month'] as const).flatMap((among) => large.filter((standing) => standing.among === among));
  const groups = told.length > 0 ? told : large.filter(({ among }) => among === 'all');
  const [first] = groups;
  if (!first) return null;
  const side = first.below >= first.above ? 'above' : 'below';
  const shareOf = (standing: Standing) => Math.floor((100 * (side === 'above' ? standing.below : standing.above)) / postsOf(standing));
  return { side, places: groups.map((standing) => ({ standing, share: shareOf(standing) })) };
}

const postsOf = ({ below, same, above }: Standing) => below + same + above;
