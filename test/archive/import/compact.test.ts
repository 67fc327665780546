import { expect, test } from 'vitest';
import { nextMerge } from '../../../src/archive/import/compact.ts';
import { documentCount } from '../../../src/archive/index/segment.ts';
import type { StoredSegment } from '../../../src/archive/store/schema.ts';

let index = 0;
const segment = (count: number, more: Partial<StoredSegment> = {}): StoredSegment => ({
  index: index++,
  parts: [{ id: index++, count }],
  tombstones: null,
  bytes: 0,
  ...more,
});
const counts = (segments: readonly StoredSegment[] | null) => segments?.map(documentCount) ?? null;

/** Saves so many posts one by one; every 32 are a closed segment. Gives the sizes at the end, and what it took. */
function grow(posts: number) {
  let segments: StoredSegment[] = [];
  let written = 0;
  let most = 0;
  for (let saved = 32; saved <= posts; saved += 32) {
    segments = [...segments, segment(32)];
    for (let run = nextMerge(segments); run; run = nextMerge(segments)) {
      const size = run.reduce((sum, one) => sum + documentCount(one), 0);
      written += size;
      const first = segments.indexOf(run[0] as StoredSegment);
      segments = segments.toSpliced(first, run.length, segment(size));
    }
    most = Math.max(most, segments.length);
  }
  return { sizes: counts(segments) ?? [], most, written: written / posts };
}

test.each([
  [7_756, 2, 40],
  [100_000, 3, 60],
])('leaves of %i single saves at most %i segments, writing each post anew at most %i times', (posts, segments, times) => {
  const { most, written } = grow(posts);
  expect(most).toBeLessThanOrEqual(segments);
  expect(written).toBeLessThan(times);
});

test('leaves hardly more beside the large one than a thirty-second of it', () => {
  const { sizes } = grow(20_000);
  const [large = 0, ...others] = sizes;
  expect(others.reduce((sum, one) => sum + one, 0)).toBeLessThan(large / 32 + 32);
});

test('merges neighbours only, never over the open segment or a damaged one', () => {
  expect(nextMerge([segment(32), segment(40, { isOpen: true }), segment(32)])).toBeNull();
  expect(nextMerge([segment(32), segment(40, { damaged: true }), segment(32)])).toBeNull();
  expect(counts(nextMerge([segment(5000), segment(32, { damaged: true }), segment(40), segment(41)]))).toEqual([40, 41]);
});

test('does not write a large segment anew for a few posts, whichever came first', () => {
  expect(nextMerge([segment(100_000), segment(30)])).toBeNull();
  expect(nextMerge([segment(10), segment(20), segment(100_000), segment(30)])).toBeNull();
});

test('writes a thinned segment anew by itself', () => {
  expect(counts(nextMerge([segment(5000), segment(40, { tombstones: 1 }), segment(32)]))).toEqual([40]);
});
