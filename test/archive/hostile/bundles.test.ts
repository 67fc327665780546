import '../quiet.ts';
import { describe, expect, test, vi } from 'vitest';
import { searchArchive } from '../../../src/archive/lookup/search.ts';
import { FAMILIES, importHostile } from './families.ts';
import type { Hostile } from './hostile.ts';

/** Milliseconds and bytes that no bundle may take more of: files of some MB, on a slow and busy machine. */
const LONGEST = 30_000;
/** In archives with too many files, so that these take no time; `npm run test:hostile` has ten times as many. */
const MANY = 30_000;
const MOST_MEMORY = 400 * 1024 * 1024;

const requested = vi.fn(() => Promise.reject(new Error('nothing may be requested')));
vi.stubGlobal('fetch', requested);
vi.stubGlobal('XMLHttpRequest', requested);

describe.each(FAMILIES)('%s', (_, make, least) => {
  const bundles = make(MANY);

  test(`are ${least} at least`, () => {
    expect(bundles.length).toBeGreaterThanOrEqual(least);
  });

  test.each(bundles.map((bundle): [string, Hostile] => [bundle.what, bundle]))(
    'takes the good post out of %s, names what it skips, and runs nothing',
    async (_what, bundle) => {
      const { good, reason, skipped = 1 } = bundle;
      const before = process.resourceUsage().maxRSS * 1024;
      const started = performance.now();
      const end = await importHostile(bundle);
      expect(performance.now() - started).toBeLessThan(LONGEST);
      expect(process.resourceUsage().maxRSS * 1024 - before).toBeLessThan(MOST_MEMORY);
      if (good !== null || end.type === 'done') {
        expect(end.type).toBe('done');
        const asked = { text: 'goed bericht', publisher: null, category: null, from: null, to: null, sort: 'relevance' } as const;
        const { results } = await searchArchive({ ...asked, offset: 0, limit: 10 });
        expect(results.map(({ title }) => title.map(({ text }) => text).join(''))).toContain('Goed bericht');
      } else expect(end).toMatchObject({ type: 'failed', reason: expect.stringMatching(/^(?:damaged-bundle|not-a-bundle|no-posts)$/) });
      expect(end.report.counts.skipped).toBe(reason === null ? 0 : skipped);
      expect(end.report.skipped.length).toBe(end.report.counts.skipped);
      expect([...new Set(end.report.skipped.map((one) => one.reason))]).toEqual(reason === null ? [] : [reason]);
      expect(end.report.skipped.every(({ path }) => path !== '')).toBe(true);
      expect((globalThis as { hacked?: unknown }).hacked).toBeUndefined();
      expect(({} as { hacked?: unknown }).hacked).toBeUndefined();
      expect(requested).not.toHaveBeenCalled();
    },
    60_000,
  );
});
