import type { ChosenFile } from '../bundle/bundle.ts';
import { bundlesOf } from '../bundle/open.ts';
import { type ImportChoice, USUAL_CHOICE } from './choice.ts';
import { type FailReason, type ImportEnd, type ImportState, importProgress } from './progress.ts';
import { reportOf } from './report.ts';
import { type Change, recordsNow } from './take-back.ts';
import type { WorkerRequest } from './worker.ts';

/** A running import or renewal, as the page holds it. */
export interface RunningImport {
  cancel(): void;
}

/** An import that ended, with what it takes to do it again in another way. */
export interface EndedImport {
  state: ImportEnd;
  files: readonly ChosenFile[];
  choice: ImportChoice;
  /** What it did to a bundle; null where it did nothing. */
  change: Change | null;
}

/** How something ended that had no files, or never came to them. */
export const endedWithoutFiles = (state: ImportEnd): EndedImport => ({ state, files: [], choice: USUAL_CHOICE, change: null });

/** The end of what failed before there was anything to report. */
export const failedAtOnce = (reason: FailReason, detail = ''): ImportEnd => ({
  phase: 'failed',
  reason,
  detail,
  space: null,
  report: reportOf(null),
});

/** The bundles among what was chosen, each of which is an import. */
export const chosenBundles = (files: readonly File[]): ChosenFile[][] =>
  bundlesOf(files.map((file) => ({ file, path: file.webkitRelativePath })));

/**
 * Imports bundles, one after the other, each in a worker that ends with it.
 * @param choice what the reader decided about them
 * @param show called with the state of the running bundle
 * @param end called once, with how each bundle ended
 */
export function startImport(
  bundles: readonly (readonly ChosenFile[])[],
  choice: ImportChoice,
  show: (state: ImportState) => void,
  end: (ended: EndedImport[]) => void,
): RunningImport {
  let worker: Worker | null = null;
  let cancelled = false;
  const runAll = async () => {
    const ended: EndedImport[] = [];
    for (const files of bundles) {
      const before = await recordsNow();
      // Cancelled between two bundles: the first has its report, the others are as good as not chosen.
      if (cancelled && ended.length > 0) break;
      const run = cancelled ? null : runWorker({ files: [...files], choice }, show);
      worker = run?.worker ?? null;
      const state: ImportEnd = run ? await run.ended : { phase: 'cancelled', report: reportOf(null) };
      const after = state.phase === 'done' ? (await recordsNow()).get(state.report.bundle) : undefined;
      ended.push({ state, files, choice, change: after ? { before: before.get(after.name) ?? null, after } : null });
    }
    end(ended);
  };
  void runAll();
  return {
    cancel() {
      cancelled = true;
      worker?.postMessage('cancel' satisfies WorkerRequest);
    },
  };
}

/** Renews the archive, in a worker that ends with it, and tells of it as of an import without files. */
export function startRenewal(show: (state: ImportState) => void, end: (ended: EndedImport[]) => void): RunningImport {
  const { worker, ended } = runWorker('renew', show);
  void ended.then((state) => end([endedWithoutFiles(state)]));
  return { cancel: () => worker.postMessage('cancel' satisfies WorkerRequest) };
}

function runWorker(request: WorkerRequest, show: (state: ImportState) => void): { worker: Worker; ended: Promise<ImportEnd> } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let state: ImportState = { phase: 'opening' };
  const ended = new Promise<ImportEnd>((resolve) => {
    const finish = (end: ImportEnd) => {
      worker.terminate();
      resolve(end);
    };
    worker.addEventListener('message', ({ data }) => {
      state = importProgress(state, data);
      show(state);
      if (state.phase === 'done' || state.phase === 'failed' || state.phase === 'cancelled') finish(state);
    });
    worker.addEventListener('error', ({ message }) => finish(failedAtOnce('storage', message)));
  });
  worker.postMessage(request);
  return { worker, ended };
}
