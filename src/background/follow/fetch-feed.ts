import { askIfNewer, type Validators } from '../../archive/import/conditional-request.ts';
import type { FeedProblem } from '../../settings/feeds.ts';

/** A feed is some 100 kB; more than this is none. */
const LARGEST = 4 * 1024 * 1024;
const LONGEST = 30_000;

export type Fetched =
  | { outcome: 'new'; text: string; validators: Validators }
  | { outcome: 'unchanged' }
  | { outcome: 'problem'; problem: FeedProblem; detail: string; retryAfter?: string | null };

/**
 * Asks for a feed, and reads no more of the answer than a feed may be.
 * @param longest how long the server may take in all, in milliseconds
 */
export async function fetchFeed(address: string, known: Validators, get: typeof fetch = fetch, longest = LONGEST): Promise<Fetched> {
  const problem = (name: FeedProblem, detail = ''): Fetched => ({ outcome: 'problem', problem: name, detail });
  try {
    const asked = await askIfNewer(address, known, AbortSignal.timeout(longest), get);
    if (asked.outcome !== 'new') return asked;
    const { response, validators } = asked;
    const bytes = await readUpTo(response, LARGEST);
    if (!bytes) return problem('too-large');
    return { outcome: 'new', text: decoded(bytes, response.headers.get('content-type') ?? ''), validators };
  } catch (error) {
    const isSlow = error instanceof DOMException && error.name === 'TimeoutError';
    return isSlow ? problem('too-slow') : problem('unreachable', String(error));
  }
}

async function readUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Text by the encoding that the header names, else the XML declaration, else UTF-8. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const declared = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /encoding=["']([\w-]+)/i.exec(declared)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
