import { UnreadableBundle } from './bundle.ts';

const WINDOW = 1024 * 1024;
const OVERLAP = 64 * 1024;

/** Reads a file piece by piece through a window of 1 MB, so that neither many small reads nor the whole file is needed. */
export class FileWindow {
  readonly fileSize: number;
  #start = 0;
  #held = new Uint8Array(0);
  #ahead: { start: number; end: number; bytes: Promise<Uint8Array<ArrayBuffer>> } | null = null;

  constructor(
    private readonly file: Blob,
    private readonly size = WINDOW,
  ) {
    this.fileSize = file.size;
  }

  /** `length` bytes at `offset` if the window stands there, without waiting; valid until the next `load`. */
  held(offset: number, length: number): Uint8Array<ArrayBuffer> | null {
    const from = offset - this.#start;
    return from >= 0 && from + length <= this.#held.length ? this.#held.subarray(from, from + length) : null;
  }

  /**
   * Moves the window so that it begins at `offset`; null when the file ends before `offset + length`.
   * @param length bounded by the caller: all of it is held
   * @throws UnreadableBundle when the file itself can't be read any more (moved, changed, a drive that went away).
   */
  async load(offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    if (!(offset >= 0 && offset + length <= this.fileSize)) return null;
    const ahead = this.#ahead;
    const isAhead = ahead !== null && offset >= ahead.start && offset + length <= ahead.end;
    const end = Math.min(offset + Math.max(this.size, length), this.fileSize);
    this.#held = await (isAhead ? ahead.bytes : bytesOf(this.file.slice(offset, end)));
    this.#start = isAhead ? ahead.start : offset;
    this.#lookAhead(this.#start + this.#held.length);
    return this.held(offset, length);
  }

  /** Reads on while the window is worked through, from a little before its end, where something may be cut off. */
  #lookAhead(end: number): void {
    const start = Math.max(this.#start + 1, end - OVERLAP);
    const last = Math.min(start + this.size, this.fileSize);
    this.#ahead = end < this.fileSize ? { start, end: last, bytes: bytesOf(this.file.slice(start, last)) } : null;
    // Whoever asks for it is told.
    this.#ahead?.bytes.catch(() => undefined);
  }

  /** `length` bytes at `offset`, moving the window only if it has to. @throws UnreadableBundle */
  async bytes(offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.held(offset, length) ?? (await this.load(offset, length));
  }
}

/** A file as a stream, read in pieces of the window's size. */
export function streamOf(file: Blob): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at >= file.size) return controller.close();
      controller.enqueue(await bytesOf(file.slice(at, at + WINDOW)));
      at += WINDOW;
    },
  });
}

/** The bytes of a small file or a slice of one. @throws UnreadableBundle `unreadable-file` */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new UnreadableBundle('unreadable-file', String(error));
  }
}
