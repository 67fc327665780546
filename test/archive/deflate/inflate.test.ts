import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inflate } from '../../../src/archive/deflate/inflate.ts';
import { BrokenDeflate } from '../../../src/archive/deflate/prefix-code.ts';

/** Bytes that repeat what stood before them, at all distances, as texts do; or that never do. */
const bytes = fc
  .tuple(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 1, max: 0x7fffffff }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([size, seed, newness]) => {
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 0x100000000;
    };
    const made = new Uint8Array(size);
    for (let i = 0; i < size; i++) {
      const back = 1 + Math.floor(next() ** 3 * Math.min(i, 33_000));
      made[i] = i === 0 || next() < newness ? Math.floor(next() ** 4 * 256) : (made[i - back] as number);
    }
    return made;
  });
const level = fc.integer({ min: 0, max: 9 });

describe('unpacking', () => {
  test('gives back what was packed, at every level', () => {
    fc.assert(
      fc.property(bytes, level, (original, at) => {
        const into = new Uint8Array(original.length + 1);
        expect(inflate(deflateRawSync(original, { level: at }), into)).toBe(original.length);
        expect(Buffer.compare(into.subarray(0, original.length), original)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  test('stops where the buffer is full', () => {
    fc.assert(
      fc.property(bytes, level, fc.nat(100), (original, at, short) => {
        const into = new Uint8Array(Math.max(0, original.length - short));
        expect(inflate(deflateRawSync(original, { level: at }), into)).toBe(into.length);
        expect(Buffer.compare(into, original.subarray(0, into.length))).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test('tells that a stream breaks off', () => {
    const packed = deflateRawSync(Buffer.from('Water in de polder, en nog meer water. '.repeat(40)));
    for (let end = 0; end < packed.length; end++) {
      const into = new Uint8Array(4000);
      expect(() => inflate(packed.subarray(0, end), into), `${end} bytes`).toThrow(BrokenDeflate);
    }
  });

  test('tells what is no deflate stream, or gives some bytes that a checksum refuses, and always ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        try {
          expect(inflate(noise, new Uint8Array(10_000))).toBeLessThanOrEqual(10_000);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenDeflate);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
