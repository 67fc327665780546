import type { PostsPerMonth } from '../../archive/lookup/browse.ts';
import type { Month } from '../../article/calendar.ts';

type Months = PostsPerMonth['months'];

/** Neighbouring months that are drawn as one bar. */
export interface Bin {
  first: Month;
  last: Month;
  posts: number;
}

/** A bar is a month, unless that gives too many: then three, a year, five years and so on. */
const SPANS = [1, 3, 12, 60, 120, 600, 1200, 6000, 12_000, 120_000];

/**
 * The months of an archive in bars that follow each other without a gap.
 * @param extent months that the first and the last bar must reach
 * @param most bars that there may be
 */
export function binsOf(months: Months, extent: Months, most: number): Bin[] {
  const [first, last] = [extent[0]?.month, extent.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const place = (month: Month, span: number) => Math.floor(month / span);
  const span = SPANS.find((one) => place(last, one) - place(first, one) < most) ?? (SPANS.at(-1) as number);
  const start = place(first, span);
  const bins = Array.from({ length: place(last, span) - start + 1 }, (_, i) => ({
    first: (start + i) * span,
    last: (start + i + 1) * span - 1,
    posts: 0,
  }));
  for (const { month, posts } of months) {
    const bin = bins[place(month, span) - start];
    if (bin) bin.posts += posts;
  }
  return bins;
}

/** The bins that some years begin in, at most `most` of them, for an axis. */
export function yearMarks(bins: readonly Bin[], most: number): { at: number; year: number }[] {
  const years = new Map<number, number>();
  bins.forEach(({ first, last }, at) => {
    const year = Math.ceil(first / 12);
    if (year * 12 <= last && !years.has(year)) years.set(year, at);
  });
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => years.size / one <= most) ?? 5000;
  const kept = [...years].filter(([year]) => step === 1 || year % step === 0);
  return kept.map(([year, at]) => ({ at, year }));
}

/** The nearest months before and after one that have posts. */
export function neighbours(months: Months, month: Month): { before: Month | null; after: Month | null } {
  const before = months.findLast((one) => one.month < month);
  const after = months.find((one) => one.month > month);
  return { before: before?.month ?? null, after: after?.month ?? null };
}
