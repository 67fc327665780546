import type { ChosenFile } from '../bundle/bundle.ts';
import { bundlesOf } from '../bundle/open.ts';
import type { ImportChoice } from './import.ts';
import { type ImportState, importProgress } from './progress.ts';
import { reportOf } from './report.ts';
import type { WorkerRequest } from './worker.ts';

/** A running import, as the page holds it. */
export interface RunningImport {
  cancel(): void;
}

/**
 * Imports what was chosen, one bundle after the other, each in a worker that ends with it.
 * @param choice what the reader decided about them
 * @param show called with the state of the running bundle
 * @param end called once, with how each bundle ended
 */
export function startImport(
  files: readonly File[],
  choice: ImportChoice,
  show: (state: ImportState) => void,
  end: (ended: ImportState[]) => void,
): RunningImport {
  let worker: Worker | null = null;
  let cancelled = false;
  const runAll = async () => {
    const ended: ImportState[] = [];
    for (const bundle of bundlesOf(files.map(chosen))) {
      if (cancelled) break;
      const run = runWorker(bundle, choice, show);
      worker = run.worker;
      ended.push(await run.ended);
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

const chosen = (file: File): ChosenFile => ({ file, path: file.webkitRelativePath });

function runWorker(
  files: ChosenFile[],
  choice: ImportChoice,
  show: (state: ImportState) => void,
): { worker: Worker; ended: Promise<ImportState> } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let state: ImportState = { phase: 'opening' };
  const ended = new Promise<ImportState>((resolve) => {
    const finish = () => {
      worker.terminate();
      resolve(state);
    };
    worker.addEventListener('message', ({ data }) => {
      state = importProgress(state, data);
      show(state);
      if (state.phase === 'done' || state.phase === 'failed' || state.phase === 'cancelled') finish();
    });
    worker.addEventListener('error', (event) => {
      state = { phase: 'failed', reason: 'storage', detail: event.message, space: null, report: reportOf(null) };
      finish();
    });
  });
  worker.postMessage({ files, choice } satisfies WorkerRequest);
  return { worker, ended };
}
