import '../quiet.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { searchArchive } from '../../../src/archive/lookup/search.ts';
import { emptyArchive, run } from '../archives.ts';
import { cutArchives, lyingArchives } from './archive-lies.ts';
import { hostileBodies } from './bodies.ts';
import { hostileHeads } from './heads.ts';
import type { Hostile } from './hostile.ts';

/** Milliseconds and bytes that no bundle may take more of: files of some MB, on a slow and busy machine. */
const LONGEST = 30_000;
const MOST_MEMORY = 400 * 1024 * 1024;

const requested = vi.fn(() => Promise.reject(new Error('nothing may be requested')));
vi.stubGlobal('fetch', requested);
vi.stubGlobal('XMLHttpRequest', requested);
beforeEach(emptyArchive);

const KINDS: [string, () => Hostile[], number][] = [
  ['archives that lie', lyingArchives, 130],
  ['archives that are cut off', cutArchives, 105],
  ['front matter', hostileHeads, 130],
  ['bodies', hostileBodies, 80],
];

describe.each(KINDS)('%s', (_, make, least) => {
  const bundles = make();

  test(`are ${least} at least`, () => {
    expect(bundles.length).toBeGreaterThanOrEqual(least);
  });

  test.each(bundles.map((bundle): [string, Hostile] => [bundle.what, bundle]))(
    'takes the good post out of %s, names what it skips, and runs nothing',
    async (_what, { file, good, reason }) => {
      const before = process.resourceUsage().maxRSS * 1024;
      const started = performance.now();
      const end = await run({ file: new File([file], 'krant-master.zip', { lastModified: 1 }), path: '' });
      expect(performance.now() - started).toBeLessThan(LONGEST);
      expect(process.resourceUsage().maxRSS * 1024 - before).toBeLessThan(MOST_MEMORY);
      if (good !== null || end.type === 'done') {
        expect(end.type).toBe('done');
        const asked = { text: 'goed bericht', publisher: null, category: null, from: null, to: null, sort: 'relevance' } as const;
        const { results } = await searchArchive({ ...asked, offset: 0, limit: 10 });
        expect(results.map(({ title }) => title.map(({ text }) => text).join(''))).toContain('Goed bericht');
      } else expect(end).toMatchObject({ type: 'failed', reason: expect.stringMatching(/^(?:damaged-bundle|not-a-bundle|no-posts)$/) });
      expect(end.report.skipped.length).toBe(end.report.counts.skipped);
      expect(end.report.skipped.map((one) => one.reason)).toEqual(reason === null ? [] : [reason]);
      for (const { path } of end.report.skipped) expect(path).not.toBe('');
      expect((globalThis as { hacked?: unknown }).hacked).toBeUndefined();
      expect(({} as { hacked?: unknown }).hacked).toBeUndefined();
      expect(requested).not.toHaveBeenCalled();
    },
    60_000,
  );
});
