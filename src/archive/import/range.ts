import { type DateRange, widened } from '../../article/date-range.ts';
import type { BlockSource } from '../index/blocks.ts';
import { NO_DATE } from '../index/columns.ts';
import { openSegments, type SegmentRecord } from '../index/segment.ts';

const MINUTE = 60_000;

/** The dates between which posts lie, from those in minutes that have one; null where none has. */
export function rangeOf(minutes: Iterable<number>): DateRange | null {
  let [from, to] = [Infinity, -Infinity];
  for (const one of minutes) {
    if (one < from) from = one;
    if (one > to) to = one;
  }
  return from > to ? null : { from: from * MINUTE, to: to * MINUTE };
}

/**
 * The dates between which the posts lie that stand in some segments, to the minute.
 * @throws DamagedSegment
 */
export async function rangeOfSegments(source: BlockSource, segments: readonly SegmentRecord[]): Promise<DateRange | null> {
  let range: DateRange | null = null;
  for (const segment of await openSegments(source, segments)) {
    const dates = await segment.dates();
    range = widened(range, rangeOf(dates.filter((minutes, document) => minutes !== NO_DATE && !segment.gone.has(document))));
  }
  return range;
}
