import { compact } from '../../archive/import/compact.ts';
import { enforceLimit } from '../../archive/import/limit.ts';
import { renewSmall } from '../../archive/import/renew.ts';
import { connect } from '../../archive/store/connection.ts';
import { IMPORT_LOCK } from '../../archive/store/locks.ts';
import { sweep } from '../../archive/store/sweep.ts';
import { OWN_BUNDLE } from '../../article/own-bundle.ts';
import { noteOwnArchive } from '../../settings/own-archive.ts';
import { readSettings } from '../../settings/settings.ts';
import { limitOf } from './own-limit.ts';

/**
 * Keeps the own archive within the reader's limit, merges the small segments that single saves leave, makes a small archive anew whose
 * words an earlier analyser made, and sweeps what that and interrupted work leave. Where an import runs, that merges and sweeps. Stopped
 * in between, nothing is lost: the next time begins where it stopped.
 * @returns whether anything left the archive
 */
export const tidy = (now = Date.now()): Promise<boolean> =>
  navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    const database = await connect();
    const removed = await enforceLimit(database, OWN_BUNDLE, limitOf(await readSettings()), now);
    if (removed) await noteOwnArchive({ removed: { at: now, ...removed } });
    await compact(database);
    await renewSmall(database);
    await sweep(database);
    return removed !== null;
  });
