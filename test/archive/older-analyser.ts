import { vi } from 'vitest';

// To be imported before all else.

const older = vi.hoisted(() => ({ isNow: false }));

vi.mock('../../src/archive/language/stem.ts', async (original) => {
  const actual = await original<typeof import('../../src/archive/language/stem.ts')>();
  return { ...actual, stemOf: (word: string) => (older.isNow ? word : actual.stemOf(word)) };
});
vi.mock('../../src/archive/language/version.ts', async (original) => {
  const actual = await original<typeof import('../../src/archive/language/version.ts')>();
  return {
    ...actual,
    get ANALYSIS() {
      return actual.ANALYSIS - (older.isNow ? 1 : 0);
    },
  };
});

/** Does some work as an earlier version did it, whose analyser left words as they stand. */
export async function asEarlier<Result>(work: () => Promise<Result>): Promise<Result> {
  const { sharedAnalyser } = await import('../../src/archive/language/analyse.ts');
  const be = (isNow: boolean) => {
    older.isNow = isNow;
    // It remembers words.
    sharedAnalyser().forgetNumbers();
  };
  be(true);
  try {
    return await work();
  } finally {
    be(false);
  }
}
