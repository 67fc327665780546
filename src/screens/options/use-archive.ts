import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { removeExports } from '../../archive/export/file.ts';
import { onChanged } from '../../archive/store/changed.ts';
import { connect } from '../../archive/store/connection.ts';
import { changeBundle, readManifest } from '../../archive/store/manifest.ts';
import type { BundleRecord } from '../../archive/store/schema.ts';
import { forgetImport } from '../../archive/store/sweep.ts';
import { ask } from '../../messages/channel.ts';
import { noteArchive } from '../../settings/archive-mark.ts';
import { type ArchiveState, othersDone, readArchiveState } from './archive-state.ts';
import { Removals, tidy } from './removals.ts';

/** How long a removed bundle can be put back, in milliseconds; not counted while the reader is at the button. */
const UNDO = 10_000;

export interface Removed {
  name: string;
  isUndoable: boolean;
}

/** The archive of this page: what is in it, and all that the reader can do with it but importing. */
export interface Archive {
  /** Null while it is being read. */
  state: ArchiveState | null;
  removed: readonly Removed[];
  /** To be called after an import: reads all again, and lets the background know. */
  changed(): Promise<void>;
  remove(name: string): Promise<void>;
  undo(name: string): Promise<void>;
  /** Keeps removals from becoming final while the reader is about to undo one. */
  pause(isPaused: boolean): void;
  /** Makes removals final, so that others may write. */
  settle(): Promise<void>;
  overrule(name: string, meaning: BundleRecord['overrule']): Promise<void>;
  discard(identity: string): Promise<void>;
  /** Asks the browser to keep the archive. @returns whether it promises so */
  protect(): Promise<boolean>;
  forgetLost(): Promise<void>;
}

export function useArchive(): Archive {
  const [state, setState] = useState<ArchiveState | null>(null);
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const [isPaused, pause] = useState(false);
  const removals = useMemo(() => new Removals(), []);
  const refresh = useCallback(() => readArchiveState(removals.isHolding).then(setState), [removals]);

  useEffect(() => {
    // Another window or the background may change the archive at any time.
    const look = () => document.visibilityState === 'visible' && void refresh();
    document.addEventListener('visibilitychange', look);
    const end = onChanged(look);
    // What was exported before has been downloaded by now. Where there is no storage, the state says so.
    void refresh()
      .then(() => tidy(removeExports))
      .catch(() => undefined)
      .then(refresh)
      // Another page that was opened at the same time sweeps after this one, or an import ends that began elsewhere.
      .then(othersDone)
      .then(refresh);
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, [refresh]);

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

  const changed = async () => {
    await refresh();
    await ask('archive-changed', {});
  };
  return {
    state,
    removed,
    changed,
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
    async overrule(name, overrule) {
      await changeBundle(await connect(), name, (bundle) => ({ ...bundle, overrule }));
      await changed();
    },
    async discard(identity) {
      await forgetImport(await connect(), identity);
      await refresh();
      await tidy();
      await refresh();
    },
    async protect() {
      const isSafe = await navigator.storage.persist();
      await refresh();
      return isSafe;
    },
    async forgetLost() {
      await noteArchive(false);
      await refresh();
    },
  };
}

/** Notes that there is no archive, where all bundles that there are go. */
async function noteEmpty(goes: (bundle: string) => boolean): Promise<void> {
  const { bundles } = await readManifest(await connect());
  if (bundles.every(({ name }) => goes(name))) await noteArchive(false);
}
