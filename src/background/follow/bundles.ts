import { fetchBundle, removeFetched } from '../../archive/import/fetch-bundle.ts';
import { importBundle } from '../../archive/import/import.ts';
import type { ImportEvent } from '../../archive/import/progress.ts';
import { IMPORT_LOCK } from '../../archive/store/sweep.ts';
import { type BundleSource, bundleSources, noteSource, type SourceProblem } from '../../settings/sources.ts';

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;

/**
 * Fetches the bundles that are looked at daily and are due, and imports what is new in them. Waits for nothing: where an
 * import runs, it is another time's turn. Stopped in between, it begins again the next time.
 * @returns whether anything came in
 */
export const checkBundles = (now: number): Promise<boolean> =>
  navigator.locks.request('terugblik-bundles', { ifAvailable: true }, async (lock) => {
    if (!lock || !navigator.onLine) return false;
    let came = false;
    for (const source of await bundleSources()) {
      const isDue = source.isDaily && (source.checked === null || source.checked > now || now - source.checked >= DAY - MINUTE);
      if (isDue && (await checkBundle(source, now))) came = true;
    }
    return came;
  });

async function checkBundle(source: BundleSource, now: number): Promise<boolean> {
  const { bundle, address } = source;
  const note = (change: Partial<BundleSource>) => noteSource(bundle, { ...change, checked: now });
  const signal = new AbortController().signal;
  const fetched = await fetchBundle(address, source, signal);
  try {
    if (fetched.outcome === 'problem') {
      await note({ problem: { name: fetched.problem, detail: fetched.detail } });
      return false;
    }
    if (fetched.outcome === 'unchanged') {
      await note({ problem: null, worked: now });
      return false;
    }
    const end = await navigator.locks.request(
      IMPORT_LOCK,
      { ifAvailable: true },
      async (lock) => lock && importFile(fetched.file, bundle, signal),
    );
    if (!end) return false;
    if (end.type !== 'done') {
      await note({ problem: problemOf(end) });
      return false;
    }
    await note({ problem: null, worked: now, ...fetched.validators });
    return end.report.counts.added + end.report.counts.changed > 0;
  } finally {
    await removeFetched();
  }
}

type ImportEnd = Extract<ImportEvent, { type: 'done' | 'failed' | 'cancelled' }>;

async function importFile(file: File, bundle: string, signal: AbortSignal): Promise<ImportEnd> {
  let end: ImportEnd | null = null;
  const tell = (event: ImportEvent) => {
    if (event.type === 'done' || event.type === 'failed' || event.type === 'cancelled') end = event;
  };
  await importBundle([{ file, path: '' }], signal, tell, { destination: { into: bundle }, mirror: false });
  if (!end) throw new Error('the import did not end');
  return end;
}

function problemOf(end: ImportEnd): { name: SourceProblem; detail: string } {
  if (end.type !== 'failed') return { name: 'failed', detail: '' };
  const { reason, detail } = end;
  return { name: reason === 'not-a-bundle' || reason === 'disk-full' ? reason : 'failed', detail: detail || reason };
}
