import { type Connection, connect } from '../store/connection.ts';
import { forgetImport } from '../store/imports.ts';
import { spaceOnDisk } from '../store/space.ts';
import { sweep } from '../store/sweep.ts';
import { compact } from './compact.ts';
import type { Space } from './progress.ts';

/** Fewer segments than this are left unmerged, so that an import can still be taken back; the background merges them in time. */
const BESIDE = 4;

/**
 * Merges small segments and sweeps. What was published stays published: where this fails, the work is done all the same,
 * and the next one tries again.
 */
export async function tidyUp(database: Connection): Promise<void> {
  try {
    await compact(database, BESIDE);
    await sweep(database);
  } catch {
    // Nothing of the archive depends on it.
  }
}

/**
 * Gives the space back that failed or cancelled work had taken, and tells what there is.
 * @param bytes size of what it was about
 * @param identity of an import that is not to be gone on with
 */
export async function giveUp(bytes: number, identity: string | null): Promise<Space> {
  const space = (await spaceOnDisk()) ?? { used: 0, available: 0 };
  try {
    const database = await connect();
    if (identity !== null) await forgetImport(database, identity);
    await sweep(database);
  } catch {
    // What can't be swept now (a full disk) is swept when the next import begins.
  }
  return { ...space, bundle: bytes };
}
