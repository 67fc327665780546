import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { fetchBundle, removeFetched } from '../../archive/import/fetch-bundle.ts';
import type { EndedImport } from '../../archive/import/handle.ts';
import { ask } from '../../messages/channel.ts';
import { type BundleSource, bundleAddress, bundleSources, changeSource, type SourceProblem } from '../../settings/sources.ts';
import { updateChoice } from './import-choice.ts';
import type { Imports } from './use-imports.ts';

/** Bundles that are fetched from an address: one at a time. */
export interface Sources {
  list: readonly BundleSource[];
  fetching: { address: string; bytes: number; total: number | null } | null;
  /** Why the last one that was asked for did not come. */
  failed: { address: string; problem: SourceProblem | 'refused' } | null;
  /** Fetches and imports; into a bundle, or as a new one. Asks for the permission of its host, so it is to be called from a click. */
  fetch(address: string, bundle: string | null): void;
  cancel(): void;
  setDaily(bundle: string, isDaily: boolean): void;
  forget(bundle: string): void;
}

const NOTHING_KNOWN = { etag: null, lastModified: null };

export function useSources(start: Imports['start']): Sources {
  const [list, setList] = useState<readonly BundleSource[]>([]);
  const [fetching, setFetching] = useState<Sources['fetching']>(null);
  const [failed, setFailed] = useState<Sources['failed']>(null);
  const cancelling = useRef<AbortController | null>(null);
  const refresh = async () => setList(await bundleSources());
  useEffect(() => void refresh(), []);

  const change = async (bundle: string, to: Partial<BundleSource> | null) => {
    await changeSource(bundle, to);
    await refresh();
  };
  const fetchFrom = async (asked: string, bundle: string | null) => {
    if (cancelling.current) return;
    const address = bundleAddress(asked);
    setFailed(null);
    if (!(await browser.permissions.request({ origins: [`${new URL(address).origin}/*`] })))
      return setFailed({ address, problem: 'refused' });
    const controller = new AbortController();
    cancelling.current = controller;
    setFetching({ address, bytes: 0, total: null });
    try {
      const known = list.find((source) => source.bundle === bundle);
      const tell = (bytes: number, total: number | null) => setFetching({ address, bytes, total });
      const fetched = await fetchBundle(address, known && !known.problem ? known : NOTHING_KNOWN, controller.signal, tell);
      const checked = Date.now();
      if (fetched.outcome === 'problem') setFailed({ address, problem: fetched.problem });
      else if (fetched.outcome === 'unchanged' && bundle !== null) await change(bundle, { checked, worked: checked });
      else if (fetched.outcome === 'new') {
        const choice = bundle === null ? undefined : updateChoice(bundle);
        start(Promise.resolve([fetched.file]), choice, (ended) => {
          const name = importedAs(ended);
          if (name !== null) void change(name, { address, checked, worked: checked, problem: null, ...fetched.validators });
          void removeFetched();
        });
      }
    } catch (error) {
      if (!controller.signal.aborted) throw error;
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
    setDaily: (bundle, isDaily) => void change(bundle, { isDaily }).then(() => ask('following-changed', {})),
    forget: (bundle) => void change(bundle, null).then(() => ask('following-changed', {})),
  };
}

/** The bundle that an import went into; null where it did not end well. */
function importedAs(ended: readonly EndedImport[]): string | null {
  const state = ended[0]?.state;
  return state?.phase === 'done' ? state.report.bundle : null;
}
