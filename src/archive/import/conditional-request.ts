/** What a server said of a file, so that next time it is asked for only if it has changed. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type Asked =
  | { outcome: 'new'; response: Response; validators: Validators }
  | { outcome: 'unchanged' }
  | { outcome: 'problem'; problem: 'unreachable' | 'server-error' | 'moved'; detail: string; retryAfter?: string | null };

/**
 * Asks a server for a file if it has changed: without cookies or referrer, and only of the host that the reader chose. Terugblik makes
 * no other requests.
 * @throws when it was called off by `signal`
 */
export async function askIfNewer(
  address: string,
  { etag, lastModified }: Validators,
  signal: AbortSignal,
  get: typeof fetch = fetch,
): Promise<Asked> {
  try {
    const response = await get(address, {
      headers: { ...(etag && { 'If-None-Match': etag }), ...(lastModified && { 'If-Modified-Since': lastModified }) },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // With the browser's own cache a 304 would be answered from there, and look like something new.
      cache: 'no-store',
      // Another host was not what the reader chose.
      redirect: 'manual',
      signal,
    });
    if (response.status === 304 && (etag || lastModified)) return { outcome: 'unchanged' };
    const isRedirect = response.status >= 300 && response.status < 400 && response.status !== 304;
    if (response.type === 'opaqueredirect' || isRedirect) return problem('moved');
    const { headers } = response;
    if (!response.ok) return { ...problem('server-error', String(response.status)), retryAfter: headers.get('retry-after') };
    return { outcome: 'new', response, validators: { etag: headers.get('etag'), lastModified: headers.get('last-modified') } };
  } catch (error) {
    signal.throwIfAborted();
    return problem('unreachable', error);
  }
}

const problem = (name: Extract<Asked, { outcome: 'problem' }>['problem'], detail: unknown = '') =>
  ({ outcome: 'problem', problem: name, detail: detail instanceof Error ? detail.message : String(detail) }) as const;
