import '../quiet.ts';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connect } from '../../../src/archive/store/connection.ts';
import { emptyArchive, run } from '../archives.ts';
import { randomFrom } from '../random.ts';
import type { Fault } from './inject.ts';
import { prepare, tryFault } from './trial.ts';

const REAL = new URL('../../../../shared/archive/leestmeer-2k.zip', import.meta.url);

test.runIf(existsSync(REAL))(
  'a real archive survives faults at random storage operations',
  async () => {
    const file = new File([readFileSync(REAL)], 'leestmeer-2k.zip', { lastModified: 0 });
    await emptyArchive();
    const prepared = await prepare({
      asks: { keys: ['nos:2307958', 'nos:1'], word: 'Baghdadi' },
      again: true,
      before: async () => void (await connect()),
      act: async (signal) => (await run({ file, path: '' }, { signal, tokens: 60_000 })).type,
    });
    expect(prepared.operations.kill).toBeGreaterThan(200);
    const random = randomFrom(20_191_027);
    for (const fault of ['kill', 'kill', 'fail'] satisfies Fault[]) await tryFault(prepared, fault, random(prepared.operations[fault]));
  },
  60_000,
);
