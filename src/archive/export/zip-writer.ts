/** A file as it goes into a ZIP: deflated where `size` is not 0, which then is its own size. */
export interface ZipFile {
  name: string;
  bytes: Uint8Array;
  size: number;
  /** CRC-32 of the file itself. */
  crc: number;
  /** Epoch milliseconds. */
  date: number | null;
}

const UTF8_NAME = 0x800;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 0xffff;
const LARGEST = 0xffffffff;
const DIRECTORY_PIECE = 64 * 1024;

/**
 * Writes a ZIP file by file (PKWARE APPNOTE 6.3.10), what is deflated as it stands; with zip64 where there are more than
 * 65,534 files or 4 GB. Own code, as no library could do it: fflate and client-zip take nothing that is deflated already,
 * fflate has no zip64, and zip.js took a millisecond a file. Only the directory is held in memory, some 100 bytes a file.
 */
export class ZipWriter {
  readonly #encoder = new TextEncoder();
  readonly #directory: Uint8Array<ArrayBuffer>[] = [];
  #piece = new Uint8Array(DIRECTORY_PIECE);
  #used = 0;
  #written = 0;
  #files = 0;

  constructor(private readonly write: (bytes: Uint8Array<ArrayBuffer>) => void) {}

  add({ name, bytes, size, crc, date }: ZipFile): void {
    const nameBytes = this.#encoder.encode(name);
    const offset = this.#written;
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, 0x04034b50, true);
    const common = (view: DataView, at: number) => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, UTF8_NAME, true);
      view.setUint16(at + 4, size > 0 ? DEFLATED : STORED, true);
      view.setUint32(at + 6, dosTime(date), true);
      view.setUint32(at + 10, crc, true);
      view.setUint32(at + 14, bytes.length, true);
      view.setUint32(at + 18, size || bytes.length, true);
      view.setUint16(at + 22, nameBytes.length, true);
    };
    common(header, 4);
    this.#put(new Uint8Array(header.buffer));
    this.#put(nameBytes);
    this.#put(bytes.slice());
    const isFar = offset >= LARGEST;
    const entry = new DataView(new ArrayBuffer(46 + nameBytes.length + (isFar ? 12 : 0)));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(4, isFar ? 45 : 20, true);
    common(entry, 6);
    entry.setUint32(42, isFar ? LARGEST : offset, true);
    new Uint8Array(entry.buffer).set(nameBytes, 46);
    if (isFar) {
      entry.setUint16(30, 12, true);
      entry.setUint16(46 + nameBytes.length, 1, true);
      entry.setUint16(48 + nameBytes.length, 8, true);
      entry.setBigUint64(50 + nameBytes.length, BigInt(offset), true);
    }
    this.#remember(new Uint8Array(entry.buffer));
    this.#files++;
  }

  /** Writes the directory: then the file is whole. */
  end(): void {
    const start = this.#written;
    for (const piece of [...this.#directory, this.#piece.slice(0, this.#used)]) this.#put(piece);
    const length = this.#written - start;
    const isLarge = this.#files >= MOST_ENTRIES || start + length >= LARGEST;
    if (isLarge) this.#put(zip64End(this.#files, start, length));
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    for (const at of [8, 10]) end.setUint16(at, isLarge ? MOST_ENTRIES : this.#files, true);
    end.setUint32(12, isLarge ? LARGEST : length, true);
    end.setUint32(16, isLarge ? LARGEST : start, true);
    this.#put(new Uint8Array(end.buffer));
  }

  #put(bytes: Uint8Array<ArrayBuffer>): void {
    this.write(bytes);
    this.#written += bytes.length;
  }

  #remember(entry: Uint8Array): void {
    if (this.#used + entry.length > this.#piece.length) {
      this.#directory.push(this.#piece.slice(0, this.#used));
      this.#used = 0;
    }
    this.#piece.set(entry, this.#used);
    this.#used += entry.length;
  }
}

/** The record and the locator that tell what the older end of the directory has no room for. */
function zip64End(files: number, start: number, length: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(56 + 20));
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setUint16(12, 45, true);
  view.setUint16(14, 45, true);
  view.setBigUint64(24, BigInt(files), true);
  view.setBigUint64(32, BigInt(files), true);
  view.setBigUint64(40, BigInt(length), true);
  view.setBigUint64(48, BigInt(start), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(start + length), true);
  view.setUint32(72, 1, true);
  return new Uint8Array(view.buffer);
}

/** A date as MS-DOS wrote it, in UTC so that the same archive gives the same bytes: time below, day above. */
function dosTime(date: number | null): number {
  const at = new Date(date ?? 0);
  const year = at.getUTCFullYear();
  if (!(year >= 1980 && year < 2108)) return 0x0021 << 16;
  const day = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
