import { compact } from '../../archive/import/compact.ts';
import { connect } from '../../archive/store/connection.ts';
import { IMPORT_LOCK, sweep } from '../../archive/store/sweep.ts';

/**
 * Merges the small segments that single saves leave, and sweeps what that and interrupted work leave. Where an import runs, that does it.
 * Stopped in between, nothing is lost: the next time begins where it stopped.
 */
export const tidy = (): Promise<void> =>
  navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const database = await connect();
    await compact(database);
    await sweep(database);
  });
