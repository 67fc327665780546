import { BrokenDeflate, LITERALS, PrefixCode, ROOT_MASK } from './prefix-code.ts';

/**
 * Unpacks raw deflate (RFC 1951) without making anything. A library makes tables of up to 64 kB for each text, which in
 * a browser takes three times as long as unpacking a news post: here codes of up to ten bits stand in small tables that
 * are used again, and the rare longer ones are read bit by bit.
 */

const DISTANCES = 30;
const END_OF_BLOCK = 256;

const extraBits = (count: number, step: number) => Uint8Array.from({ length: count }, (_, i) => Math.max(0, Math.floor(i / step) - 1));
/** What each symbol of a length or distance begins with, as the extra bits of those before it have it. */
function bases(extra: Uint8Array, first: number): Uint16Array {
  let next = first;
  return Uint16Array.from(extra, (bits) => {
    next += 1 << bits;
    return next - (1 << bits);
  });
}
const LENGTH_EXTRA = extraBits(28, 4);
/** The last length, 258, has a symbol of its own. */
const LENGTH_EXTRAS = Uint8Array.from([...LENGTH_EXTRA, 0]);
const LENGTH_BASES = Uint16Array.from([...bases(LENGTH_EXTRA, 3), 258]);
const DISTANCE_EXTRAS = extraBits(DISTANCES, 2);
const DISTANCE_BASES = bases(DISTANCE_EXTRAS, 1);
/** In which order the lengths of the codes stand that tell the lengths of the others. */
const ORDER = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15);
const FIXED = new Uint8Array(LITERALS + DISTANCES).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288);

const literals = new PrefixCode();
const distances = new PrefixCode();
const lengthCodes = new PrefixCode();
const lengths = new Uint8Array(LITERALS + 32);

/** A stream of bits, lowest first. Behind its end stand zeros. */
class Bits {
  hold = 0;
  count = 0;
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** Up to 16 bits. */
  take(count: number): number {
    this.fill();
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.count -= count;
    return value;
  }

  symbol(code: PrefixCode): number {
    this.fill();
    const entry = code.root[this.hold & ROOT_MASK] || code.longer(this.hold);
    this.hold >>>= entry & 15;
    this.count -= entry & 15;
    return entry >>> 4;
  }

  /** Sees to it that 17 bits at least are held. */
  fill(): void {
    while (this.count < 17) {
      this.hold |= (this.bytes[this.at++] ?? 0) << this.count;
      this.count += 8;
    }
  }

  /** The place of the next whole byte, to go on from there. */
  toByte(): number {
    this.at -= this.count >> 3;
    this.hold = 0;
    this.count = 0;
    return this.at;
  }

  /** Whether bits were taken that stand behind the end. */
  get isOver(): boolean {
    return this.at - (this.count >> 3) > this.bytes.length;
  }
}

/**
 * Unpacks into a buffer, and stops when that is full.
 * @returns how many bytes were written
 * @throws BrokenDeflate
 */
export function inflate(packed: Uint8Array, into: Uint8Array): number {
  const bits = new Bits(packed);
  let at = 0;
  for (let isLast = false; !isLast && at < into.length; ) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) at = copyStored(bits, into, at);
    else {
      if (kind === 1) defineFixed();
      else if (kind === 2) readCodes(bits);
      else throw new BrokenDeflate('a block of no kind');
      at = readBlock(bits, into, at);
    }
    if (bits.isOver) throw new BrokenDeflate('cut off');
  }
  return at;
}

function copyStored(bits: Bits, into: Uint8Array, at: number): number {
  const { bytes } = bits;
  const header = bits.toByte();
  const length = (bytes[header] ?? 0) | ((bytes[header + 1] ?? 0) << 8);
  const inverse = (bytes[header + 2] ?? 0) | ((bytes[header + 3] ?? 0) << 8);
  const from = header + 4;
  if (from + length > bytes.length || (length ^ inverse) !== 0xffff) throw new BrokenDeflate('a stored block that is cut off');
  const fits = Math.min(length, into.length - at);
  into.set(bytes.subarray(from, from + fits), at);
  bits.at = from + length;
  return at + fits;
}

function defineFixed(): void {
  literals.define(FIXED, 0, LITERALS);
  distances.define(FIXED, LITERALS, DISTANCES);
}

function readCodes(bits: Bits): void {
  const literalCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const orderCount = bits.take(4) + 4;
  lengths.fill(0, 0, ORDER.length);
  for (let i = 0; i < orderCount; i++) lengths[ORDER[i] as number] = bits.take(3);
  lengthCodes.define(lengths, 0, ORDER.length);
  const all = literalCount + distanceCount;
  for (let i = 0; i < all; ) {
    const symbol = bits.symbol(lengthCodes);
    if (symbol < 16) {
      lengths[i++] = symbol;
      continue;
    }
    if (symbol === 16 && i === 0) throw new BrokenDeflate('nothing to repeat');
    const value = symbol === 16 ? (lengths[i - 1] as number) : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (i + times > all) throw new BrokenDeflate('more lengths than codes');
    lengths.fill(value, i, i + times);
    i += times;
  }
  literals.define(lengths, 0, literalCount);
  distances.define(lengths, literalCount, distanceCount);
}

/** Reads a block of codes. What is held of the bits stands in variables meanwhile: this is where the time goes. */
function readBlock(bits: Bits, into: Uint8Array, start: number): number {
  const { bytes } = bits;
  const { root } = literals;
  const last = bytes.length + 4;
  const end = into.length;
  let { hold, count, at: from } = bits;
  let at = start;
  for (;;) {
    for (; count < 17; count += 8) hold |= (bytes[from++] ?? 0) << count;
    const entry = root[hold & ROOT_MASK] || literals.longer(hold);
    hold >>>= entry & 15;
    count -= entry & 15;
    const symbol = entry >>> 4;
    if (symbol === END_OF_BLOCK || at >= end || from > last) break;
    if (symbol < END_OF_BLOCK) {
      into[at++] = symbol;
      continue;
    }
    bits.hold = hold;
    bits.count = count;
    bits.at = from;
    at = copyBack(bits, into, at, symbol - END_OF_BLOCK - 1);
    ({ hold, count, at: from } = bits);
  }
  bits.hold = hold;
  bits.count = count;
  bits.at = from;
  return at;
}

/** Writes once more what stands some way back. */
function copyBack(bits: Bits, into: Uint8Array, start: number, nth: number): number {
  if (nth >= LENGTH_BASES.length) throw new BrokenDeflate('a length that there is not');
  const length = (LENGTH_BASES[nth] as number) + bits.take(LENGTH_EXTRAS[nth] as number);
  const far = bits.symbol(distances);
  if (far >= DISTANCES) throw new BrokenDeflate('a distance that there is not');
  const distance = (DISTANCE_BASES[far] as number) + bits.take(DISTANCE_EXTRAS[far] as number);
  if (distance > start) throw new BrokenDeflate('a distance beyond the beginning');
  const end = Math.min(start + length, into.length);
  for (let at = start; at < end; at++) into[at] = into[at - distance] as number;
  return end;
}
