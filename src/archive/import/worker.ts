import type { ChosenFile } from '../bundle/bundle.ts';
import { IMPORT_LOCK } from '../store/locks.ts';
import type { ImportChoice } from './choice.ts';
import { importBundle } from './import.ts';
import type { ImportEvent } from './progress.ts';
import { renewArchive } from './renew.ts';

/** The import's own thread. Takes the files of one bundle or `renew`, then perhaps `cancel`; tells events; ends with its page. */
export type WorkerRequest = { files: ChosenFile[]; choice: ImportChoice } | 'renew' | 'cancel';

const cancelling = new AbortController();
const tell = (event: ImportEvent) => postMessage(event);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data === 'cancel') cancelling.abort();
  else if (data === 'renew') void takeTurn(() => renewArchive(cancelling.signal, tell));
  else void takeTurn(() => importBundle(data.files, cancelling.signal, tell, data.choice));
});

/** One at a time over all windows: the next waits until this one has ended, in whatever way. */
async function takeTurn(run: () => Promise<void>): Promise<void> {
  const ran = await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => lock && run().then(() => true));
  if (ran) return;
  tell({ type: 'waiting' });
  // Cancelled while it waits, it has nothing to give back: the work itself tells that at its first step.
  await navigator.locks.request(IMPORT_LOCK, run);
}
