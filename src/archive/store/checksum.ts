import type { BlockKey } from '../index/blocks.ts';

/**
 * Each record carries four bytes that tell whether it is still what was written. Not a CRC: one multiplication for each
 * four bytes is ten times as fast, and it guards against torn and overwritten records, not against an adversary.
 */
function sumOf(bytes: Uint8Array, length: number): number {
  let sum = length ^ 0x9e3779b9;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, length >> 2);
  for (let i = 0; i < words.length; i++) {
    sum = Math.imul(sum ^ (words[i] as number), 0x85ebca6b);
    sum ^= sum >>> 13;
  }
  for (let i = length & ~3; i < length; i++) sum = Math.imul(sum ^ (bytes[i] as number), 0xc2b2ae35);
  return sum >>> 0;
}

/** Of each place another number: so that a record which came to stand in another's place is none of that place. */
const placeSum = ([id, kind, number]: BlockKey): number =>
  Math.imul(Math.imul(Math.imul(id ^ 0x9e3779b9, 0x85ebca6b) ^ kind, 0xc2b2ae35) ^ number, 0x27d4eb2f);

/** A record as it is stored: the bytes, then their sum. */
export function sealed(key: BlockKey, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const stored = new Uint8Array(bytes.length + 4);
  stored.set(bytes);
  new DataView(stored.buffer).setUint32(bytes.length, sumOf(stored, bytes.length) ^ placeSum(key), true);
  return stored;
}

/** The bytes of a stored record, or null when it is damaged or another's. */
export function unsealed(key: BlockKey, stored: unknown): Uint8Array | null {
  if (!(stored instanceof Uint8Array) || stored.length < 4) return null;
  // Words are read where they lie, which wants a start at a multiple of four.
  const aligned = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const length = aligned.length - 4;
  const sum = new DataView(aligned.buffer, aligned.byteOffset).getUint32(length, true) ^ sumOf(aligned, length);
  // Earlier versions wrote the sum of the bytes alone.
  return sum === 0 || sum === placeSum(key) ? aligned.subarray(0, length) : null;
}
