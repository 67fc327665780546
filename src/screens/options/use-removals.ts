import { useCallback, useEffect, useState } from 'preact/hooks';
import { connect } from '../../archive/store/connection.ts';
import { readManifest } from '../../archive/store/manifest.ts';
import { noteArchive } from '../../settings/archive-mark.ts';
import type { Removals } from './removals.ts';

/** How long a removed bundle can be put back, in milliseconds; not counted while the reader is at the button. */
const UNDO = 10_000;

export interface Removed {
  name: string;
  isUndoable: boolean;
}

/** Removing bundles, and the while in which they can be put back. */
export interface Removing {
  removed: readonly Removed[];
  remove(name: string): Promise<void>;
  undo(name: string): Promise<void>;
  /** Keeps removals from becoming final while the reader is about to undo one. */
  pause(isPaused: boolean): void;
  /** Makes removals final, so that others may write. */
  settle(): Promise<void>;
}

/**
 * @param refresh reads the archive again
 * @param changed the same, and lets the background know
 */
export function useRemovals(removals: Removals, refresh: () => Promise<void>, changed: () => Promise<void>): Removing {
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const [isPaused, pause] = useState(false);
  const settle = useCallback(async () => {
    setRemoved([]);
    // The notice goes from under the pointer, which then does not leave it.
    pause(false);
    // What can't be swept now is swept when the next import begins.
    await removals.settle().catch(() => undefined);
    await refresh();
  }, [removals, refresh]);
  useEffect(() => {
    if (removed.length === 0 || isPaused) return;
    const timer = setTimeout(() => void settle(), UNDO);
    return () => clearTimeout(timer);
  }, [removed, isPaused, settle]);
  return {
    removed,
    pause,
    settle,
    async remove(name) {
      // Noted before and after: another window that looks in between is not to miss an archive.
      await noteEmpty((bundle) => bundle === name);
      const isUndoable = await removals.remove(name);
      await noteEmpty(() => false);
      setRemoved((others) => [...others.filter((one) => one.isUndoable && one.name !== name), { name, isUndoable }]);
      await changed();
    },
    async undo(name) {
      await removals.undo(name);
      setRemoved((others) => others.filter((one) => one.name !== name));
      pause(false);
      await changed();
    },
  };
}

/** Notes that there is no archive, where all bundles that there are go. */
async function noteEmpty(goes: (bundle: string) => boolean): Promise<void> {
  const { bundles } = await readManifest(await connect());
  if (bundles.every(({ name }) => goes(name))) await noteArchive(false);
}
