import { updateChoice } from '../../archive/import/choice.ts';
import { failureOf } from '../../archive/import/failure.ts';
import { FETCH_LOCK, fetchBundle, removeFetched, stillKnown } from '../../archive/import/fetch-bundle.ts';
import { importBundle } from '../../archive/import/import.ts';
import type { FailReason, ImportEvent } from '../../archive/import/progress.ts';
import { connect } from '../../archive/store/connection.ts';
import { forgetImport, interruptedImports } from '../../archive/store/imports.ts';
import { IMPORT_LOCK } from '../../archive/store/locks.ts';
import { readManifest } from '../../archive/store/manifest.ts';
import { mayAsk } from '../../settings/hosts.ts';
import { isLeftAlone, leftAloneUntil } from '../../settings/left-alone.ts';
import { type BundleSource, bundleSources, forgetSource, noteSource, type SourceProblem } from '../../settings/sources.ts';

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
/** A server that takes longer to give a bundle is left: the reader can still fetch it from the page. */
const LONGEST = 10 * MINUTE;

/**
 * Fetches the bundles that are looked at daily and are due, and imports what is new in them. Waits for nothing: where an
 * import runs, it is another time's turn. Stopped in between, it begins again the next time.
 * @returns whether anything came in
 */
export const checkBundles = (now: number): Promise<boolean> =>
  navigator.locks.request(FETCH_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock || !navigator.onLine) return false;
    let came = false;
    const { bundles } = await readManifest(await connect());
    for (const source of await bundleSources()) {
      // What the reader has removed does not come back by itself.
      if (!bundles.some(({ name }) => name === source.bundle)) await forgetSource(source.bundle);
      else if (isDue(source, now) && (await checkBundle(source, now))) came = true;
    }
    return came;
  });

const isDue = ({ isDaily, checked, problem }: BundleSource, now: number): boolean =>
  isDaily && !isLeftAlone(problem, now) && (checked === null || checked > now || now - checked >= DAY - MINUTE);

async function checkBundle(source: BundleSource, now: number): Promise<boolean> {
  const { bundle, address } = source;
  const note = (change: Partial<BundleSource>) => noteSource(bundle, { ...change, checked: now });
  const failed = async (name: SourceProblem, detail = '', retryAfter: string | null = null) => {
    await note({ problem: { name, detail, until: leftAloneUntil(retryAfter, now) } });
    return false;
  };
  if (!(await mayAsk(address))) return failed('not-allowed');
  try {
    const fetched = await fetchBundle(address, await stillKnown(bundle, source), AbortSignal.timeout(LONGEST));
    if (fetched.outcome === 'problem') return await failed(fetched.problem, fetched.detail, fetched.retryAfter);
    if (fetched.outcome === 'unchanged') {
      await note({ problem: null, worked: now });
      return false;
    }
    const { file, validators } = fetched;
    const end = await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => lock && importFile(file, bundle));
    if (!end) return false;
    if (end.type !== 'done') return await failed(problemOf(end.reason), end.detail || end.reason);
    await note({ problem: null, worked: now, ...validators });
    return end.report.counts.added + end.report.counts.changed > 0;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return failed('too-slow');
    const { reason, detail } = failureOf(error);
    return failed(problemOf(reason), detail);
  } finally {
    await removeFetched();
  }
}

type ImportEnd = Extract<ImportEvent, { type: 'done' | 'failed' }>;

async function importFile(file: File, bundle: string): Promise<ImportEnd> {
  const database = await connect();
  // One that was stopped on the way had a file that is no more, so that nothing could go on with it.
  for (const { identity, bundle: into } of await interruptedImports(database)) {
    if (into === bundle && identity.startsWith(`${file.name} `)) await forgetImport(database, identity);
  }
  let end: ImportEnd | null = null;
  const tell = (event: ImportEvent) => {
    if (event.type === 'done' || event.type === 'failed') end = event;
  };
  await importBundle([{ file, path: '' }], new AbortController().signal, tell, updateChoice(bundle));
  if (!end) throw new Error('the import did not end');
  return end;
}

function problemOf(reason: FailReason): SourceProblem {
  if (reason === 'not-a-bundle' || reason === 'no-posts') return 'not-a-bundle';
  if (reason === 'damaged-bundle') return 'damaged';
  return reason === 'disk-full' ? reason : 'failed';
}
