import { UnreadableBundle } from '../bundle/bundle.ts';
import type { FailReason } from './progress.ts';

/** Why an import failed, in the words of its report. */
export function failureOf(error: unknown): { reason: FailReason; detail: string } {
  if (error instanceof UnreadableBundle) return { reason: error.reason, detail: error.detail };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error ?? '');
  return { reason: isOfFullDisk(error) ? 'disk-full' : 'storage', detail };
}

function isOfFullDisk(error: unknown): boolean {
  // Firefox aborts a transaction with no error at all when its quota is used up.
  if (error === null || error === undefined) return true;
  if (!(error instanceof DOMException)) return false;
  // Chromium calls it unknown on a file system without room, and only the message tells (seen in 156).
  if (error.name === 'UnknownError') return /NO_SPACE|full disk/i.test(error.message);
  return ['QuotaExceededError', 'AbortError'].includes(error.name);
}
