import type { ByteWriter } from './bytes.ts';

/** A length of 15 in its half byte says: 15 and what the next varint adds. */
const ESCAPE = 15;

/** Writes sorted terms, each as what differs from the one before: a byte with the lengths shared and new, then the new bytes. */
export class TermWriter {
  readonly #last = new Uint8Array(1024);
  #lastLength = 0;

  write(to: ByteWriter, term: Uint8Array): void {
    const most = Math.min(this.#lastLength, term.length);
    let shared = 0;
    while (shared < most && this.#last[shared] === term[shared]) shared++;
    const suffix = term.length - shared;
    to.byte((Math.min(shared, ESCAPE) << 4) | Math.min(suffix, ESCAPE));
    if (shared >= ESCAPE) to.varint(shared - ESCAPE);
    if (suffix >= ESCAPE) to.varint(suffix - ESCAPE);
    // Terms are short: copying by hand is faster than making a view for each.
    to.reserve(suffix);
    for (let i = shared; i < term.length; i++) {
      const byte = term[i] as number;
      to.bytes[to.length++] = byte;
      this.#last[i] = byte;
    }
    this.#lastLength = term.length;
  }

  restart(): void {
    this.#lastLength = 0;
  }
}

/** Reads what `TermWriter` wrote, term by term, without making texts of them. What stands behind a term is the caller's. */
export class TermCursor {
  readonly term = new Uint8Array(1024);
  length = 0;

  constructor(
    readonly bytes: Uint8Array,
    /** Where the next thing is read. */
    public at: number,
    readonly end: number,
  ) {}

  /** Goes to the next term; false at the end. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const { bytes, term } = this;
    const lengths = bytes[this.at++] as number;
    let shared = lengths >> 4;
    let suffix = lengths & 15;
    if (shared === ESCAPE) shared += this.varint();
    if (suffix === ESCAPE) suffix += this.varint();
    this.length = Math.min(shared + suffix, term.length);
    for (let i = shared; i < this.length; i++) term[i] = bytes[this.at++] as number;
    return true;
  }

  varint(): number {
    const { bytes } = this;
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value >>> 0;
  }
}
