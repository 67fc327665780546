import { UnreadableBundle } from './bundle.ts';
import { tidyPath } from './names.ts';
import { FileWindow } from './window.ts';
import { ENTRY, uint64, type ZipDirectory } from './zip-directory.ts';
import { extraField, UNIX_SYSTEMS, zipName } from './zip-name.ts';

const FIXED = 46;
/** Name, extra fields and comment have 16 bits for their length each. */
const LONGEST_ENTRY = FIXED + 3 * 0xffff;
/** A directory up to this size is held in memory when it has to be read in another order than it stands in. */
const HELD_DIRECTORY = 32 * 1024 * 1024;
const UNKNOWN = 0xffffffff;
const ZIP64 = 0x0001;

/** One entry of a ZIP's directory. Objects are used again: valid until the next entry but one. */
export class ZipEntry {
  path = '';
  /** Where it stands in the directory. */
  place = 0;
  /** Where its local header begins in the file. */
  offset = 0;
  /** The entry whose body comes next in the file; null for the last. */
  next: ZipEntry | null = null;
  /** Its name as it stands in the directory. */
  name = new Uint8Array(0);
  packed = 0;
  size = 0;
  crc = 0;
  method = 0;
  flags = 0;
  isFile = false;
  isLink = false;

  read(bytes: Uint8Array<ArrayBuffer>, place: number, shift: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const system = bytes[5] as number;
    this.place = place;
    this.flags = view.getUint16(8, true);
    this.method = view.getUint16(10, true);
    this.crc = view.getUint32(16, true);
    this.packed = view.getUint32(20, true);
    this.size = view.getUint32(24, true);
    this.offset = view.getUint32(42, true);
    const nameEnd = FIXED + view.getUint16(28, true);
    const extra = bytes.subarray(nameEnd, nameEnd + view.getUint16(30, true));
    if (this.size === UNKNOWN || this.packed === UNKNOWN || this.offset === UNKNOWN) this.#readZip64(extra);
    this.offset += shift;
    this.name = bytes.subarray(FIXED, nameEnd);
    this.path = tidyPath(zipName(this.name, extra, this.flags, system));
    this.isFile = !this.path.endsWith('/');
    this.isLink = UNIX_SYSTEMS.includes(system) && view.getUint32(38, true) >>> 28 === 0xa;
  }

  /** The extra field holds, in this order, just those numbers that don't fit the entry itself. */
  #readZip64(extra: Uint8Array): void {
    const field = extraField(extra, ZIP64) ?? new Uint8Array(0);
    const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
    let at = 0;
    const next = (value: number) => {
      if (value !== UNKNOWN || at + 8 > field.length) return value;
      at += 8;
      return uint64(view, at - 8);
    };
    this.size = next(this.size);
    this.packed = next(this.packed);
    this.offset = next(this.offset);
  }
}

/** Places of a directory's entries in the order of their local headers; null where they stand in that order. */
export type ReadingOrder = Float64Array | null;

/**
 * The entries of a directory in the order of their bodies, each with its `next`.
 * @throws UnreadableBundle `damaged-bundle`
 */
export async function* entriesOf(file: File, directory: ZipDirectory, order: ReadingOrder): AsyncGenerator<ZipEntry> {
  const length = directory.end - directory.start;
  const window = new FileWindow(file, order === null ? undefined : LONGEST_ENTRY);
  if (order !== null && length <= HELD_DIRECTORY) await window.load(directory.start, length);
  let entry = new ZipEntry();
  let next = new ZipEntry();
  let at = directory.start;
  for (let count = 0; order === null ? at < directory.end : count < order.length; count++) {
    if (order !== null) at = order[count] as number;
    const bytes = heldEntry(window, at) ?? (await loadEntry(window, at, directory.end));
    next.read(bytes, at, directory.shift);
    at += bytes.length;
    if (count > 0) {
      entry.next = next;
      yield entry;
    }
    [entry, next] = [next, entry];
  }
  if (at === directory.start) return;
  entry.next = null;
  yield entry;
}

/** Puts a directory of `count` entries in the order of their local headers: 20 bytes an entry while sorting, then 8. */
export async function readingOrder(file: File, directory: ZipDirectory, count: number): Promise<ReadingOrder> {
  const offsets = new Float64Array(count);
  const places = new Float64Array(count);
  let i = 0;
  for await (const entry of entriesOf(file, directory, null)) {
    offsets[i] = entry.offset;
    places[i++] = entry.place;
  }
  const sorted = Uint32Array.from(offsets, (_, index) => index).sort((a, b) => (offsets[a] as number) - (offsets[b] as number));
  return Float64Array.from(sorted, (index) => places[index] as number);
}

function heldEntry(window: FileWindow, at: number): Uint8Array<ArrayBuffer> | null {
  const fixed = window.held(at, FIXED);
  if (fixed === null) return null;
  const view = new DataView(fixed.buffer, fixed.byteOffset, FIXED);
  if (view.getUint32(0, true) !== ENTRY) throw new UnreadableBundle('damaged-bundle', 'its directory is broken');
  return window.held(at, FIXED + view.getUint16(28, true) + view.getUint16(30, true) + view.getUint16(32, true));
}

async function loadEntry(window: FileWindow, at: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  await window.load(at, Math.min(LONGEST_ENTRY, end - at));
  const bytes = heldEntry(window, at);
  if (bytes === null || at + bytes.length > end) throw new UnreadableBundle('damaged-bundle', 'its directory is cut off');
  return bytes;
}
