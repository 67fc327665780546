import { useEffect, useRef, useState } from 'preact/hooks';
import { USUAL_CHOICE, updateChoice } from '../../archive/import/choice.ts';
import { FETCH_LOCK, fetchBundle, NOTHING_KNOWN, removeFetched, stillKnown } from '../../archive/import/fetch-bundle.ts';
import type { EndedImport } from '../../archive/import/handle.ts';
import type { ImportReport } from '../../archive/import/report.ts';
import { ask } from '../../messages/ask.ts';
import { requestHost } from '../../settings/hosts.ts';
import {
  type BundleSource,
  bundleAddress,
  bundleSources,
  forgetSource,
  noteSource,
  onSources,
  type SourceProblem,
  setSource,
} from '../../settings/sources.ts';
import { useFollowed } from '../shared/use-followed.ts';
import type { Imports } from './use-imports.ts';

/** What is fetched: from which address, into which bundle, null for a new one. */
interface Wanted {
  address: string;
  bundle: string | null;
}

/** Bundles that are fetched from an address: one at a time. */
export interface Sources {
  list: readonly BundleSource[];
  fetching: { address: string; bytes: number; total: number | null } | null;
  /** Why the last one that was asked for did not come. */
  failed: (Wanted & { problem: SourceProblem | 'refused' }) | null;
  /** Fetches and imports; into a bundle, or as a new one. Asks for the permission of its host, so it is to be called from a click. */
  fetch(address: string, bundle: string | null): void;
  cancel(): void;
  setDaily(bundle: string, isDaily: boolean): void;
  forget(bundle: string): Promise<void>;
}

export function useSources(start: Imports['start']): Sources {
  const [list] = useFollowed<readonly BundleSource[]>([], bundleSources, onSources);
  const [fetching, setFetching] = useState<Sources['fetching']>(null);
  const [failed, setFailed] = useState<Sources['failed']>(null);
  const cancelling = useRef<AbortController | null>(null);
  useEffect(() => {
    // The reports of an earlier page offer nothing any more. Where there is no storage, nothing was fetched.
    navigator.locks.request(FETCH_LOCK, { ifAvailable: true }, (lock) => lock && removeFetched()).catch(() => undefined);
  }, []);

  const fetchFrom = async (asked: string, bundle: string | null) => {
    if (cancelling.current) return;
    const controller = new AbortController();
    const { signal } = controller;
    cancelling.current = controller;
    const wanted = { address: bundleAddress(asked), bundle };
    setFailed(null);
    try {
      if (!(await requestHost(wanted.address))) return setFailed({ ...wanted, problem: 'refused' });
      setFetching({ address: wanted.address, bytes: 0, total: null });
      // The background may be fetching one.
      const problem = await navigator.locks.request(FETCH_LOCK, { signal }, () => fetchAndImport(wanted, signal, setFetching, start));
      if (problem) setFailed({ ...wanted, problem });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      cancelling.current = null;
      setFetching(null);
    }
  };
  return {
    list,
    fetching,
    failed,
    fetch: (address, bundle) => void fetchFrom(address, bundle),
    cancel: () => cancelling.current?.abort(),
    setDaily: (bundle, isDaily) => void noteSource(bundle, { isDaily }).then(() => ask('following-changed', {})),
    async forget(bundle) {
      await forgetSource(bundle);
      await ask('following-changed', {});
    },
  };
}

/** @param show called with how far fetching is, and with null when it has ended @returns why nothing came; null where it did, or nothing is new */
async function fetchAndImport(
  wanted: Wanted,
  signal: AbortSignal,
  show: (fetching: Sources['fetching']) => void,
  start: Imports['start'],
): Promise<SourceProblem | null> {
  const { address, bundle } = wanted;
  const known = (await bundleSources()).find((source) => source.bundle === bundle);
  const tell = (bytes: number, total: number | null) => show({ address, bytes, total });
  await removeFetched();
  let isOffered = false;
  try {
    const told = known && !known.problem ? await stillKnown(known.bundle, known) : NOTHING_KNOWN;
    const fetched = await fetchBundle(address, told, signal, tell);
    show(null);
    const checked = Date.now();
    if (fetched.outcome === 'problem') return fetched.problem;
    if (fetched.outcome === 'unchanged' && bundle !== null) await noteSource(bundle, { checked, worked: checked });
    if (fetched.outcome === 'new') {
      const choice = bundle === null ? USUAL_CHOICE : updateChoice(bundle);
      const report = doneReport(await start(Promise.resolve([fetched.file]), choice, 'fetched'));
      // The file stays for what else its report offers.
      isOffered = report !== null && report.kind !== 'new';
      if (report) await setSource(report.bundle, { address, checked, worked: checked, problem: null, ...fetched.validators });
    }
    return null;
  } finally {
    if (!isOffered) await removeFetched();
  }
}

/** The report of an import; null where it did not end well. */
function doneReport(ended: readonly EndedImport[]): ImportReport | null {
  const state = ended[0]?.state;
  return state?.phase === 'done' ? state.report : null;
}
