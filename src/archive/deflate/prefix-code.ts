const LONGEST_CODE = 15;
const ROOT_BITS = 10;
export const ROOT_MASK = (1 << ROOT_BITS) - 1;
/** The most symbols that a code of deflate has. */
export const LITERALS = 288;

/** What was given is no deflate stream, or one that breaks off. */
export class BrokenDeflate extends Error {
  override name = 'BrokenDeflate';
}

/** A prefix code of deflate, read lowest bit first. The same object is used again for each code. */
export class PrefixCode {
  /** By the next ten bits: the symbol · 16 + the length of its code; 0 for codes that are longer, or that there are not. */
  readonly root = new Uint16Array(1 << ROOT_BITS);
  readonly #counts = new Uint16Array(LONGEST_CODE + 1);
  readonly #symbols = new Uint16Array(LITERALS);
  /** Of each length: where its symbols begin, and the code of the first. */
  readonly #places = new Uint16Array(LONGEST_CODE + 2);
  readonly #codes = new Uint16Array(LONGEST_CODE + 2);

  /** @param lengths of the codes of the symbols 0, 1, 2 …, from `from` on; 0 for symbols without one */
  define(lengths: Uint8Array, from: number, count: number): void {
    const counts = this.#counts.fill(0);
    for (let i = from; i < from + count; i++) counts[lengths[i] as number] = (counts[lengths[i] as number] as number) + 1;
    let left = 1;
    this.#places[1] = 0;
    this.#codes[1] = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      const ofLength = counts[length] as number;
      left = left * 2 - ofLength;
      if (left < 0) throw new BrokenDeflate('more codes than there can be');
      this.#places[length + 1] = (this.#places[length] as number) + ofLength;
      this.#codes[length + 1] = ((this.#codes[length] as number) + ofLength) << 1;
    }
    this.root.fill(0);
    for (let symbol = 0; symbol < count; symbol++) {
      const length = lengths[from + symbol] as number;
      if (length > 0) this.#add(symbol, length);
    }
  }

  #add(symbol: number, length: number): void {
    const place = this.#places[length] as number;
    this.#symbols[place] = symbol;
    this.#places[length] = place + 1;
    const code = this.#codes[length] as number;
    this.#codes[length] = code + 1;
    if (length > ROOT_BITS) return;
    for (let at = reversed(code, length); at <= ROOT_MASK; at += 1 << length) this.root[at] = (symbol << 4) | length;
  }

  /** The entry of a code that the table does not have. */
  longer(bits: number): number {
    let code = 0;
    let first = 0;
    let place = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code |= (bits >>> (length - 1)) & 1;
      const count = this.#counts[length] as number;
      if (code - count < first) return ((this.#symbols[place + code - first] as number) << 4) | length;
      place += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new BrokenDeflate('a code that there is not');
  }
}

function reversed(code: number, length: number): number {
  let to = 0;
  for (let i = 0; i < length; i++) to |= ((code >>> i) & 1) << (length - 1 - i);
  return to;
}
