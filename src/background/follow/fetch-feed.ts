import type { FeedProblem, Validators } from '../../settings/feeds.ts';

/** A feed is some 100 kB; more than this is none. */
const LARGEST = 4 * 1024 * 1024;
const LONGEST = 30_000;

export type Fetched =
  | { outcome: 'new'; text: string; validators: Validators }
  | { outcome: 'unchanged' }
  | { outcome: 'problem'; problem: FeedProblem; detail: string };

/** Asks for a feed, without cookies or referrer, and reads no more of the answer than a feed may be. */
export async function fetchFeed(address: string, known: Validators, get: typeof fetch = fetch): Promise<Fetched> {
  const problem = (name: FeedProblem, detail = ''): Fetched => ({ outcome: 'problem', problem: name, detail });
  const headers: Record<string, string> = {};
  if (known.etag) headers['If-None-Match'] = known.etag;
  if (known.lastModified) headers['If-Modified-Since'] = known.lastModified;
  try {
    const response = await get(address, {
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // With the browser's own cache a 304 would be answered from there, and look like something new.
      cache: 'no-store',
      // Another host was not what the reader chose.
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 304)) return problem('moved');
    if (response.status === 304) return { outcome: 'unchanged' };
    if (!response.ok) return problem('server-error', String(response.status));
    const bytes = await readUpTo(response, LARGEST);
    if (!bytes) return problem('too-large');
    const validators = { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') };
    return { outcome: 'new', text: decoded(bytes, response.headers.get('content-type') ?? ''), validators };
  } catch (error) {
    return problem('unreachable', error instanceof Error ? error.message : String(error));
  }
}

async function readUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array[] = [];
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
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
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
