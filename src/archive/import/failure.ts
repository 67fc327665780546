import { UnreadableBundle } from '../bundle/bundle.ts';
import type { FailReason } from './progress.ts';

/** Why an import failed, in the words of its report. */
export function failureOf(error: unknown): { reason: FailReason; detail: string } {
  if (error instanceof UnreadableBundle) return { reason: error.reason, detail: error.detail };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error ?? '');
  // Firefox aborts a transaction with no error at all when its quota is used up.
  const full =
    error === null || error === undefined || (error instanceof DOMException && ['QuotaExceededError', 'AbortError'].includes(error.name));
  return { reason: full ? 'disk-full' : 'storage', detail };
}
