import { buf as crc32 } from 'crc-32';
import { inflate } from '../deflate/inflate.ts';
import { BrokenDeflate } from '../deflate/prefix-code.ts';
import { LARGEST_POST } from './bundle.ts';
import { type Unreadable, UnreadablePost, unreadable } from './unreadable-post.ts';
import type { FileWindow } from './window.ts';
import type { ZipEntry } from './zip-entries.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_SIZE = 30;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const STORED = 0;
const DEFLATED = 8;

export interface Unpacked {
  bytes: Uint8Array;
  deflated: Uint8Array | null;
}

/** Unpacks one post after the other through a window and a buffer that are kept: what it gives is valid until the next. */
export class Unpacker {
  #buffer = new Uint8Array(64 * 1024);

  /** Where the body of the last post that was read ends. */
  #end = 0;

  /** @param bodiesEnd where the directory begins */
  constructor(
    private readonly window: FileWindow,
    private readonly bodiesEnd: number,
  ) {}

  /**
   * @param entry one that is not `unsupported`
   * @throws UnreadablePost when it is not what the directory says
   * @throws UnreadableBundle when the file can't be read on
   */
  async unpack(entry: ZipEntry): Promise<Unpacked> {
    const start = await this.#bodyStart(entry);
    const packed = await this.window.bytes(start, entry.packed);
    if (packed === null) throw new UnreadablePost('beyond-end');
    const bytes = entry.method === STORED ? packed : this.#inflate(packed, entry.size);
    if (crc32(bytes) >>> 0 !== entry.crc) throw new UnreadablePost('wrong-crc');
    this.#end = start + entry.packed;
    return { bytes, deflated: entry.method === STORED ? null : packed };
  }

  async #bodyStart(entry: ZipEntry): Promise<number> {
    const header = this.window.held(entry.offset, LOCAL_SIZE) ?? (await this.window.load(entry.offset, LOCAL_SIZE));
    if (header === null) throw new UnreadablePost('beyond-end');
    const view = new DataView(header.buffer, header.byteOffset, LOCAL_SIZE);
    if (view.getUint32(0, true) !== LOCAL_HEADER) throw new UnreadablePost('damaged', 'no local header');
    const start = entry.offset + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
    const end = start + entry.packed;
    if (end > this.window.fileSize) throw new UnreadablePost('beyond-end');
    const { next } = entry;
    // Of two that claim the same bytes the one with a local header of its own is believed, whichever comes first.
    const overlaps =
      end > this.bodiesEnd || entry.offset < this.#end || (next !== null && end > next.offset && (await this.#isThere(next)));
    if (overlaps) throw new UnreadablePost('overlap');
    return start;
  }

  /** Whether an entry's local header stands where the directory says. */
  async #isThere({ offset, name }: ZipEntry): Promise<boolean> {
    const header = await this.window.bytes(offset, LOCAL_SIZE + name.length);
    if (header === null) return false;
    const view = new DataView(header.buffer, header.byteOffset, LOCAL_SIZE);
    const named = view.getUint16(26, true) === name.length && name.every((byte, i) => byte === header[LOCAL_SIZE + i]);
    return view.getUint32(0, true) === LOCAL_HEADER && named;
  }

  #inflate(packed: Uint8Array, size: number): Uint8Array {
    // One byte more than announced: unpacking ends when the buffer is full, so a longer text would pass as cut off.
    if (this.#buffer.length <= size) this.#buffer = new Uint8Array(Math.min(LARGEST_POST, size * 2) + 1);
    const written = unpacked(packed, this.#buffer.subarray(0, size + 1));
    if (written !== size) throw new UnreadablePost('wrong-size', `${written > size ? 'more' : 'less'} than ${size} bytes`);
    return this.#buffer.subarray(0, size);
  }
}

function unpacked(packed: Uint8Array, into: Uint8Array): number {
  try {
    return inflate(packed, into);
  } catch (error) {
    if (error instanceof BrokenDeflate) throw new UnreadablePost('damaged', error.message);
    throw error;
  }
}

/** Why an entry can't be unpacked, or that its sizes can't both be true; told before anything is done with them. */
export function unsupported({ flags, method, size, packed }: ZipEntry): Unreadable | null {
  if (flags & ENCRYPTED_FLAGS) return unreadable('encrypted');
  if (method !== STORED && method !== DEFLATED) return unreadable('compression', `method ${method}`);
  if (size > LARGEST_POST) return unreadable('too-large', `${size} bytes`);
  // Deflate grows a text by a few bytes in thousands. More hides a bomb that would cost seconds before its size is known.
  const most = method === STORED ? size : size + (size >> 8) + 256;
  const least = method === STORED ? size : 1;
  const isTrue = packed >= least && packed <= most;
  return isTrue ? null : unreadable('wrong-size', `${packed} bytes packed, ${size} unpacked`);
}
