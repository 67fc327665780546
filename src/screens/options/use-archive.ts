import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { removeExports } from '../../archive/export/file.ts';
import { onChanged } from '../../archive/store/changed.ts';
import { connect } from '../../archive/store/connection.ts';
import { forgetImport } from '../../archive/store/imports.ts';
import { changeBundle } from '../../archive/store/manifest.ts';
import type { BundleRecord } from '../../archive/store/schema.ts';
import { ask } from '../../messages/ask.ts';
import { noteArchive } from '../../settings/archive-mark.ts';
import { type ArchiveState, othersDone, readArchiveState } from './archive-state.ts';
import { Removals, sweepRemains } from './removals.ts';
import { type Removing, useRemovals } from './use-removals.ts';

/** The archive of this page: what is in it, and all that the reader can do with it but importing. */
export interface Archive extends Removing {
  /** Null while it is being read. */
  state: ArchiveState | null;
  /** To be called after an import: reads all again, and lets the background know. */
  changed(): Promise<void>;
  overrule(name: string, meaning: BundleRecord['overrule']): Promise<void>;
  discard(identity: string): Promise<void>;
  /** Asks the browser to keep the archive. @returns whether it promises so */
  protect(): Promise<boolean>;
  forgetLost(): Promise<void>;
}

export function useArchive(): Archive {
  const removals = useMemo(() => new Removals(), []);
  const [state, refresh] = useArchiveState(removals);
  const changed = async () => {
    await refresh();
    await ask('archive-changed', {});
  };
  return {
    state,
    changed,
    ...useRemovals(removals, refresh, changed),
    async overrule(name, overrule) {
      await changeBundle(await connect(), name, (bundle) => ({ ...bundle, overrule }));
      await changed();
    },
    async discard(identity) {
      await forgetImport(await connect(), identity);
      await refresh();
      await sweepRemains();
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

/** What is in the archive, followed whoever changes it; and the way to read it again. */
function useArchiveState(removals: Removals): [ArchiveState | null, () => Promise<void>] {
  const [state, setState] = useState<ArchiveState | null>(null);
  const refresh = useCallback(() => readArchiveState(removals.isHolding).then(setState), [removals]);
  useEffect(() => {
    // Another window or the background may change the archive at any time.
    const look = () => document.visibilityState === 'visible' && void refresh();
    document.addEventListener('visibilitychange', look);
    const end = onChanged(look);
    // What was exported before has been downloaded by now. Where there is no storage, the state says so.
    void refresh()
      .then(() => sweepRemains(removeExports))
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
  return [state, refresh];
}
