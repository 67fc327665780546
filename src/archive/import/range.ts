import { type DateRange, widened } from '../../article/date-range.ts';
import type { BlockSource } from '../index/blocks.ts';
import { dateOfMinutes, NO_DATE } from '../index/columns.ts';
import { openSegments, type SegmentRecord } from '../index/segment.ts';

/** The dates between which posts lie, from those in minutes that have one; null where none has. */
export function rangeOf(minutes: Iterable<number>): DateRange | null {
  let [from, to] = [Infinity, -Infinity];
  for (const one of minutes) {
    if (one < from) from = one;
    if (one > to) to = one;
  }
  return from > to ? null : { from: dateOfMinutes(from), to: dateOfMinutes(to) };
}

/**
 * The dates between which the posts of some segments lie, to the minute.
 * @param leaving documents that do not count, by segment
 * @throws DamagedSegment
 */
export async function rangeOfSegments(
  source: BlockSource,
  segments: readonly SegmentRecord[],
  leaving: ReadonlyMap<SegmentRecord, ReadonlySet<number>>,
): Promise<DateRange | null> {
  let range: DateRange | null = null;
  for (const segment of await openSegments(source, segments)) {
    const dates = await segment.dates();
    const stands = (document: number) => !segment.gone.has(document) && !leaving.get(segment.record)?.has(document);
    range = widened(range, rangeOf(dates.filter((minutes, document) => minutes !== NO_DATE && stands(document))));
  }
  return range;
}
