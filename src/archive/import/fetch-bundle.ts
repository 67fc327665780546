import { connect } from '../store/connection.ts';
import { bundleNamed } from '../store/manifest.ts';
import { ownFile, removeOwn } from '../store/own-files.ts';
import { spaceOnDisk } from '../store/space.ts';
import { askIfNewer, type Validators } from './conditional-request.ts';

/** Held from before a bundle is fetched until it is imported and removed, over all windows: there is one place for it. */
export const FETCH_LOCK = 'terugblik-bundles';

/** Where a bundle that was fetched stands until it is imported. */
const FOLDER = 'download';

export type FetchedBundle =
  | { outcome: 'new'; file: File; validators: Validators }
  | { outcome: 'unchanged' }
  | { outcome: 'problem'; problem: 'unreachable' | 'server-error' | 'moved' | 'disk-full'; detail: string; retryAfter?: string | null };

export const NOTHING_KNOWN: Validators = { etag: null, lastModified: null };

/** What a server told of a bundle, while all that it gave can be read: what is damaged comes back only with the whole file. */
export async function stillKnown(name: string, { etag, lastModified }: Validators): Promise<Validators> {
  const bundle = await bundleNamed(await connect(), name);
  return bundle?.segments.some(({ damaged }) => damaged) ? NOTHING_KNOWN : { etag, lastModified };
}

/**
 * Fetches a bundle, without cookies or referrer, onto the disk; no more of it than there is room for, however much the server sends.
 * @param tell called with how many bytes are there, and of how many where the server says
 */
export async function fetchBundle(
  address: string,
  known: Validators,
  signal: AbortSignal,
  tell: (bytes: number, total: number | null) => void = () => undefined,
  get: typeof fetch = fetch,
): Promise<FetchedBundle> {
  const asked = await askIfNewer(address, known, signal, get);
  if (asked.outcome !== 'new') return asked;
  const { response, validators } = asked;
  const total = Number(response.headers.get('content-length')) || null;
  try {
    const body = response.body ?? new Blob().stream();
    const pieces = body.pipeThrough(counted(await mostBytes(), total, tell));
    return { outcome: 'new', file: await onDisk(nameOf(address, response), pieces, signal), validators };
  } catch (error) {
    signal.throwIfAborted();
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { outcome: 'problem', problem: isFull ? 'disk-full' : 'unreachable', detail: String(error) };
  }
}

/** Importing a bundle takes about as much room as the bundle itself, so that one may take half of what there is. */
async function mostBytes(): Promise<number> {
  const space = await spaceOnDisk();
  return space ? space.available / 2 : Number.POSITIVE_INFINITY;
}

/** Tells of the pieces that pass, and fails as a full disk does where they come to more than `most`, or are said to. */
function counted(most: number, total: number | null, tell: (bytes: number, total: number | null) => void) {
  let bytes = 0;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      if (Math.max(bytes, total ?? 0) > most) throw new DOMException('larger than there is room for', 'QuotaExceededError');
      tell(bytes, total);
      controller.enqueue(piece);
    },
  });
}

async function onDisk(name: string, body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<File> {
  const handle = await ownFile(FOLDER, name);
  const stream = await handle.createWritable();
  // Closes the file at its end, and leaves none when it fails.
  await body.pipeTo(stream, { signal });
  return handle.getFile();
}

/** A name that tells the format, as the bundle's own name stands within. */
function nameOf(address: string, response: Response): string {
  const told = /filename="?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const last = (told ?? new URL(address).pathname.split('/').at(-1) ?? '').replace(/[^\w.-]/g, '_');
  return /\.(?:zip|tar|tgz|gz)$/i.test(last) ? last : `${last || 'archive'}.zip`;
}

/** Removes what was fetched before. */
export const removeFetched = (): Promise<void> => removeOwn(FOLDER);
