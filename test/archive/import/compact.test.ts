import { expect, test } from 'vitest';
import { nextMerge } from '../../../src/archive/import/compact.ts';
import { firstCopied } from '../../../src/archive/import/merge-segments.ts';
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

/**
 * Saves so many posts one by one; every 32 are a closed segment. Gives the sizes at the end, the most parts that a segment had, and how
 * often a post's words, and the post itself, were written anew.
 */
function grow(posts: number) {
  let segments: StoredSegment[] = [];
  const written = { words: 0, posts: 0 };
  const most = { segments: 0, parts: 0 };
  for (let saved = 32; saved <= posts; saved += 32) {
    segments = [...segments, segment(32)];
    for (let run = nextMerge(segments); run; run = nextMerge(segments)) {
      const parts = run.flatMap((one) => one.parts);
      const from = firstCopied(parts.map((part) => ({ part, gone: new Set<number>() })));
      const copied = parts.slice(from).reduce((sum, { count }) => sum + count, 0);
      written.posts += copied / posts;
      written.words += parts.reduce((sum, { count }) => sum + count, 0) / posts;
      const merged = segment(0, { parts: [...parts.slice(0, from), ...(copied > 0 ? [{ id: index++, count: copied }] : [])] });
      segments = segments.toSpliced(segments.indexOf(run[0] as StoredSegment), run.length, merged);
      most.parts = Math.max(most.parts, merged.parts.length);
    }
    most.segments = Math.max(most.segments, segments.length);
  }
  return { sizes: counts(segments) ?? [], most, written };
}

test.each([
  [7_756, 1, 125, 45],
  [100_000, 2, 75, 30],
])(
  'leaves of %i single saves %i closed segments at most; words are written anew up to %i times, posts %i',
  (saves, segments, words, posts) => {
    const { most, written } = grow(saves);
    expect(most.segments).toBeLessThanOrEqual(segments + 1);
    expect(most.parts).toBeLessThanOrEqual(saves / 8192 + 2);
    expect(written.words).toBeLessThan(words);
    expect(written.posts).toBeLessThan(posts);
  },
);

test('lets large parts stay where they are, and puts the small ones behind them together', () => {
  const first = (...sizes: number[]) => firstCopied(sizes.map((count) => ({ part: { count }, gone: new Set<number>() })));
  expect(first(7424, 32)).toBe(2);
  expect(first(7424, 32, 32)).toBe(1);
  expect(first(7424, 208, 32)).toBe(0);
  expect(first(10, 100_000, 30, 30)).toBe(2);
  expect(first(31, 1)).toBe(0);
});

test('writes all anew from the first part of which posts were taken out', () => {
  const parts = [100_000, 30].map((count) => ({ part: { count }, gone: new Set<number>() }));
  expect(firstCopied([{ part: { count: 20_000 }, gone: new Set([3]) }, ...parts])).toBe(0);
  expect(firstCopied([...parts, { part: { count: 30 }, gone: new Set([3]) }])).toBe(1);
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
