import { importBundle } from './import.ts';
import type { ImportEvent } from './progress.ts';

/** The import's own thread. Takes the files of one bundle, then perhaps `cancel`; tells events; ends with its page. */
export type WorkerRequest = { files: File[] } | 'cancel';

const IMPORT_LOCK = 'terugblik-import';
const cancelling = new AbortController();
const tell = (event: ImportEvent) => postMessage(event);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data === 'cancel') cancelling.abort();
  else void takeTurn(data.files);
});

/** One import at a time over all windows: the next waits until this one has ended, in whatever way. */
async function takeTurn(files: File[]): Promise<void> {
  const run = () => importBundle(files, cancelling.signal, tell);
  const ran = await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => lock && run().then(() => true));
  if (ran) return;
  tell({ type: 'waiting' });
  await navigator.locks.request(IMPORT_LOCK, run);
}
