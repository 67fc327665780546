import { UnreadableBundle } from './bundle.ts';

const WINDOW = 1024 * 1024;

/** Reads a file piece by piece through a window of 1 MB, so that neither many small reads nor the whole file is needed. */
export class FileWindow {
  #start = 0;
  #held = new Uint8Array(0);

  constructor(private readonly file: Blob) {}

  /**
   * `length` bytes at `offset`, valid until the next call; null when the file ends before.
   * @throws UnreadableBundle when the file itself can't be read any more (moved, changed, a drive that went away).
   */
  async bytes(offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    if (offset < 0 || offset + length > this.file.size) return null;
    if (offset < this.#start || offset + length > this.#start + this.#held.length) {
      try {
        this.#held = new Uint8Array(await this.file.slice(offset, offset + Math.max(WINDOW, length)).arrayBuffer());
      } catch (error) {
        throw new UnreadableBundle('unreadable-file', String(error));
      }
      this.#start = offset;
    }
    return this.#held.subarray(offset - this.#start, offset - this.#start + length);
  }
}
