import { describe, expect, test } from 'vitest';
import { emptyArchive } from '../archives.ts';
import type { Fault } from './inject.ts';
import { prepare, tryFault, type Work } from './trial.ts';

const FAULTS: Fault[] = ['kill', 'fail', 'abort', 'delay', 'cancel'];

/**
 * Lets every fault strike at every storage operation of some works.
 * @param least cases that this must be in all, and how many must leave an import to go on with
 */
export function tryEverywhere(works: Readonly<Record<string, Work>>, least: { cases: number; resumable: number }): void {
  const tried = { cases: 0, resumable: 0 };
  describe.each(Object.entries(works))('%s', (_, work) => {
    test.each(FAULTS.filter((fault) => fault !== 'cancel' || work.cancels))(
      'survives a %s at any storage operation',
      async (fault) => {
        await emptyArchive();
        const prepared = await prepare(work);
        const count = prepared.operations[fault];
        for (let at = 0; at < count; at++) if (await tryFault(prepared, fault, at)) tried.resumable++;
        tried.cases += count;
      },
      60_000,
    );
  });

  test(`is tried in ${least.cases} cases at least`, () => {
    expect(tried.cases).toBeGreaterThanOrEqual(least.cases);
    expect(tried.resumable).toBeGreaterThanOrEqual(least.resumable);
  });
}
