import { useCallback, useRef, useState } from 'preact/hooks';
import { type ImportChoice, USUAL_CHOICE } from '../../archive/import/choice.ts';
import {
  chosenBundles,
  type EndedImport,
  endedWithoutFiles,
  failedAtOnce,
  type RunningImport,
  startImport,
  startRenewal,
} from '../../archive/import/handle.ts';
import type { ImportState } from '../../archive/import/progress.ts';
import { reportOf } from '../../archive/import/report.ts';
import { takeBack } from '../../archive/import/take-back.ts';
import { connect } from '../../archive/store/connection.ts';
import { noteSource } from '../../settings/sources.ts';
import { sampleArchive } from './sample.ts';

/** Another way to import the same file again: what its report offers. */
export type Offer = 'mirror' | 'merge' | 'apart';

/** Where the posts come from. Files that the reader chose can be chosen again, to go on with an import that was interrupted; what is `kept` is renewed. */
export type Origin = 'chosen' | 'fetched' | 'kept';

/** The imports and renewals of this page: one at a time. */
export interface Imports {
  running: ImportState | null;
  /** Of the last import. */
  origin: Origin;
  /** How each bundle of the last import ended. */
  ended: readonly EndedImport[];
  /** Imports files, which may still have to be gathered. Gives how each bundle ended; none where an import is running. */
  start(gathered: Promise<readonly File[]>, choice?: ImportChoice, origin?: Origin): Promise<readonly EndedImport[]>;
  startSample(): void;
  /** Makes anew what an earlier analyser made of the posts that are kept. */
  renew(): void;
  again(ended: EndedImport, offer: Offer): void;
  cancel(): void;
}

interface Around {
  /** Called before an import, which may not begin until it resolves. */
  before(): Promise<void>;
  /** Called when an import has ended, in whatever way. */
  after(): Promise<void>;
}

type Begin = (show: (state: ImportState) => void, end: (ended: EndedImport[]) => void) => RunningImport;

/** The import of some bundles; null of none. */
const importOf = (bundles: Parameters<typeof startImport>[0], choice: ImportChoice): Begin | null =>
  bundles.length === 0 ? null : (show, end) => startImport(bundles, choice, show, end);

/**
 * Begins what can be begun, once that is gathered and the way is free, and gives how it ended.
 * @param cancelBy is given what cancels it, and that anew when it has begun
 */
async function runToEnd(
  gathered: Promise<Begin | null>,
  free: () => Promise<void>,
  show: (state: ImportState) => void,
  cancelBy: (cancel: () => void) => void,
): Promise<EndedImport[]> {
  let isCancelled = false;
  cancelBy(() => {
    isCancelled = true;
  });
  show({ phase: 'opening' });
  try {
    const [begin] = await Promise.all([gathered, free()]);
    if (isCancelled) return [endedWithoutFiles({ phase: 'cancelled', report: reportOf(null) })];
    if (!begin) return [endedWithoutFiles(failedAtOnce('no-posts'))];
    return await new Promise((resolve) => cancelBy(begin(show, resolve).cancel));
  } catch (error) {
    return [endedWithoutFiles(failedAtOnce('unreadable-file', String(error)))];
  }
}

export function useImports({ before, after }: Around): Imports {
  const [running, setRunning] = useState<ImportState | null>(null);
  const [origin, setOrigin] = useState<Origin>('chosen');
  const [ended, setEnded] = useState<readonly EndedImport[]>([]);
  const cancel = useRef<(() => void) | null>(null);
  // Of the last drawing, as a drop may come long after the first.
  const around = useRef({ before, after });
  around.current = { before, after };

  const run = useCallback(
    (gathered: Promise<Begin | null>) => runToEnd(gathered, around.current.before, setRunning, (by) => (cancel.current = by)),
    [],
  );
  const end = useCallback((states: readonly EndedImport[]) => {
    cancel.current = null;
    setRunning(null);
    setEnded(states);
    // What a server said to have given is no longer what a bundle has.
    for (const { state } of states) if (state.phase === 'done') void noteSource(state.report.bundle, { etag: null, lastModified: null });
    void around.current.after();
  }, []);

  const start = useCallback(
    async (gathered: Promise<readonly File[]>, choice = USUAL_CHOICE, origin: Origin = 'chosen'): Promise<readonly EndedImport[]> => {
      if (cancel.current) return [];
      setOrigin(origin);
      setEnded([]);
      const states = await run(gathered.then((files) => importOf(chosenBundles(files), choice)));
      end(states);
      return states;
    },
    [run, end],
  );
  const renew = async () => {
    if (cancel.current) return;
    setOrigin('kept');
    setEnded([]);
    end(await run(Promise.resolve(startRenewal)));
  };
  const again = async (former: EndedImport, offer: Offer) => {
    if (cancel.current) return;
    const choice: ImportChoice =
      offer === 'mirror' ? { ...former.choice, mirror: true } : { destination: offer === 'merge' ? 'update' : 'apart', mirror: false };
    const [now] = await run(Promise.resolve(importOf([former.files], choice)));
    if (!now) return;
    if (offer !== 'mirror') await takeBackFormer(former, now);
    end(ended.map((one) => (one === former ? now : one)));
  };
  return {
    running,
    origin,
    ended,
    start,
    startSample: () => void start(sampleArchive(), USUAL_CHOICE, 'fetched'),
    renew: () => void renew(),
    again: (one, offer) => void again(one, offer),
    cancel: () => cancel.current?.(),
  };
}

/** Once a file stands where the reader wants it, it goes from where it had come first. */
async function takeBackFormer({ change }: EndedImport, now: EndedImport): Promise<void> {
  if (now.state.phase !== 'done' || !change || now.state.report.bundle === change.after.name) return;
  await takeBack(await connect(), change);
}
