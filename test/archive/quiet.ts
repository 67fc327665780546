import 'fake-indexeddb/auto';
import { vi } from 'vitest';

// To be imported before all else: what takes time in every case, and has no part in what is on the disk.

// Writers wait a while for readers.
vi.mock('../../src/archive/store/right-of-way.ts', () => ({
  announceQuestion: () => undefined,
  yieldToQuestions: async () => undefined,
}));
// An analyser's tables take longer to make than a small archive to import; one at a time is in use.
vi.mock('../../src/archive/language/analyse.ts', async (original) => {
  const actual = await original<typeof import('../../src/archive/language/analyse.ts')>();
  const one = new actual.Analyser();
  const Analyser = function Analyser() {
    one.forgetNumbers();
    return one;
  };
  return { ...actual, Analyser };
});
// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
// Answers tell when a bundle was imported.
vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) });
