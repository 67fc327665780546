import { UnreadableBundle } from './bundle.ts';
import { bytesOf } from './window.ts';

/** Where the central directory of a ZIP stands in its file. */
export interface ZipDirectory {
  start: number;
  end: number;
  /** How many entries it says to hold; modulo 65,536 from writers that know no zip64. */
  announced: number;
  /** What is to be added to every offset: bytes that were put before the archive. */
  shift: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const END64 = 0x06064b50;
const END64_SIZE = 56;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const LONGEST_COMMENT = 0xffff;
export const ENTRY = 0x02014b50;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
export const uint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/**
 * Finds the directory of a ZIP from the end of the file; null when there is none.
 * @throws UnreadableBundle `damaged-bundle` when it is one part of several.
 */
export async function findDirectory(file: File): Promise<ZipDirectory | null> {
  const tailStart = Math.max(0, file.size - END_SIZE - LONGEST_COMMENT - LOCATOR_SIZE - END64_SIZE);
  const tail = viewOf(await bytesOf(file.slice(tailStart)));
  let empty: ZipDirectory | null = null;
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + END_SIZE + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const found = await directoryBefore(file, tail, tailStart, at);
    if (found && found.announced > 0) return found;
    // Perhaps the comment of a ZIP that is not empty.
    empty ??= found;
  }
  return empty;
}

/** The directory that the end record at `at` of the tail tells of, if one stands there: a comment may look like an end record. */
async function directoryBefore(file: File, tail: DataView, tailStart: number, at: number): Promise<ZipDirectory | null> {
  const zip64 = await end64Before(file, tail, tailStart, at);
  const disks = tail.getUint16(at + 4, true);
  if (disks !== 0 && disks !== 0xffff) throw new UnreadableBundle('damaged-bundle', 'one part of several');
  const announced = zip64?.announced ?? tail.getUint16(at + 10, true);
  const size = zip64?.size ?? tail.getUint32(at + 12, true);
  const offset = zip64?.offset ?? tail.getUint32(at + 16, true);
  const end = zip64?.at ?? tailStart + at;
  // Right before its end record, whatever was put before the archive; else where it says to be.
  for (const start of [end - size, offset]) {
    if (start < 0 || start + size > end) continue;
    if (size === 0 ? announced === 0 : await beginsWithEntry(file, start))
      return { start, end: start + size, announced, shift: start - offset };
  }
  return null;
}

const beginsWithEntry = async (file: File, start: number) => {
  const bytes = await bytesOf(file.slice(start, start + 4));
  return bytes.length === 4 && viewOf(bytes).getUint32(0, true) === ENTRY;
};

/** The zip64 record that belongs to the end record at `at`, where its locator says or right before the locator. */
async function end64Before(file: File, tail: DataView, tailStart: number, at: number) {
  const locator = at - LOCATOR_SIZE;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR) return null;
  for (const place of [uint64(tail, locator + 8), tailStart + locator - END64_SIZE]) {
    const bytes = place >= 0 && place < file.size ? await bytesOf(file.slice(place, place + END64_SIZE)) : new Uint8Array(0);
    const view = viewOf(bytes);
    if (bytes.length < END64_SIZE || view.getUint32(0, true) !== END64) continue;
    return { at: place, announced: uint64(view, 32), size: uint64(view, 40), offset: uint64(view, 48) };
  }
  return null;
}
