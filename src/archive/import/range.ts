import { type DateRange, widened } from '../../article/date-range.ts';
import { type BlockSource, DamagedSegment, KIND } from '../index/blocks.ts';
import { DATES, NO_DATE, unpackDates } from '../index/columns.ts';
import type { SegmentRecord } from '../index/segment.ts';
import { tombstonesOf } from '../index/tombstones.ts';

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
  for (const segment of segments) {
    const gone = await tombstonesOf(source, segment);
    let first = 0;
    for (const { id, count } of segment.parts) {
      for (let from = 0; from < count; from += DATES) {
        const [bytes] = await source.read([[id, KIND.dates, from / DATES]]);
        if (!bytes) throw new DamagedSegment(id, `dates ${from / DATES} are missing`);
        const dates = unpackDates(bytes).subarray(0, count - from);
        range = widened(range, rangeOf(dates.filter((one, i) => one !== NO_DATE && !gone.has(first + from + i))));
      }
      first += count;
    }
  }
  return range;
}
