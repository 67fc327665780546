/** The dates between which some posts lie, epoch milliseconds. */
export interface DateRange {
  from: number;
  to: number;
}

/** The smallest range with both in it. */
export function widened(range: DateRange | null, other: DateRange | null): DateRange | null {
  if (!range || !other) return range ?? other;
  return { from: Math.min(range.from, other.from), to: Math.max(range.to, other.to) };
}
