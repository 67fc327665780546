/** Where a bundle stands that was fetched, until it is imported: on the disk, as it may be larger than the memory. */
const FOLDER = 'download';

/** What a server told of a file, to ask it next time only for what is new. */
interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type FetchedBundle =
  | { outcome: 'new'; file: File; validators: Validators }
  | { outcome: 'unchanged' }
  | { outcome: 'problem'; problem: 'unreachable' | 'server-error' | 'moved' | 'disk-full'; detail: string };

/**
 * Fetches a bundle, without cookies or referrer, onto the disk.
 * @param tell called with how many bytes are there, and of how many where the server says
 */
export async function fetchBundle(
  address: string,
  known: Validators,
  signal: AbortSignal,
  tell: (bytes: number, total: number | null) => void = () => undefined,
  get: typeof fetch = fetch,
): Promise<FetchedBundle> {
  const headers: Record<string, string> = {};
  if (known.etag) headers['If-None-Match'] = known.etag;
  if (known.lastModified) headers['If-Modified-Since'] = known.lastModified;
  let response: Response;
  try {
    // Another host was not what the reader chose.
    response = await get(address, {
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    return { outcome: 'problem', problem: 'unreachable', detail: String(error) };
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 304))
    return { outcome: 'problem', problem: 'moved', detail: '' };
  if (response.status === 304) return { outcome: 'unchanged' };
  if (!response.ok || !response.body) return { outcome: 'problem', problem: 'server-error', detail: String(response.status) };
  try {
    const total = Number(response.headers.get('content-length')) || null;
    const file = await onDisk(nameOf(address, response), counted(response.body, total, tell), signal);
    return {
      outcome: 'new',
      file,
      validators: { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') },
    };
  } catch (error) {
    signal.throwIfAborted();
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { outcome: 'problem', problem: isFull ? 'disk-full' : 'unreachable', detail: String(error) };
  }
}

function counted(body: ReadableStream<Uint8Array>, total: number | null, tell: (bytes: number, total: number | null) => void) {
  let bytes = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.length;
        tell(bytes, total);
        controller.enqueue(piece);
      },
    }),
  );
}

async function onDisk(name: string, body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<File> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  // Closes the file at its end, and leaves none when it fails.
  await body.pipeTo(stream as unknown as WritableStream<Uint8Array>, { signal });
  return handle.getFile();
}

/** A name that tells the format, as the bundle's own name stands within. */
function nameOf(address: string, response: Response): string {
  const told = /filename="?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const last = (told ?? new URL(address).pathname.split('/').at(-1) ?? '').replace(/[^\w.-]/g, '_');
  return /\.(?:zip|tar|tgz|gz)$/i.test(last) ? last : `${last || 'archive'}.zip`;
}

/** Removes what was fetched before. */
export async function removeFetched(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  // Most often there is nothing.
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}
