import type { ChosenFile } from '../bundle/bundle.ts';
import { IMPORT_LOCK } from '../store/sweep.ts';
import type { ImportChoice } from './choice.ts';
import { importBundle } from './import.ts';
import type { ImportEvent } from './progress.ts';

/** The import's own thread. Takes the files of one bundle, then perhaps `cancel`; tells events; ends with its page. */
export type WorkerRequest = { files: ChosenFile[]; choice: ImportChoice } | 'cancel';

const cancelling = new AbortController();
const tell = (event: ImportEvent) => postMessage(event);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data === 'cancel') cancelling.abort();
  else void takeTurn(data);
});

/** One import at a time over all windows: the next waits until this one has ended, in whatever way. */
async function takeTurn({ files, choice }: Exclude<WorkerRequest, 'cancel'>): Promise<void> {
  const run = () => importBundle(files, cancelling.signal, tell, choice);
  const ran = await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => lock && run().then(() => true));
  if (ran) return;
  tell({ type: 'waiting' });
  // Cancelled while it waits, it has nothing to give back: the import itself tells that at its first step.
  await navigator.locks.request(IMPORT_LOCK, run);
}
