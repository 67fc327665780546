import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiText, utf8Text } from '../../../src/archive/bundle/units.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decoded = (bytes: Uint8Array) => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

test('a text is what a decoder makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 6000 }), (text) => {
      const bytes = new TextEncoder().encode(text);
      expect([text, null]).toContain(utf8Text(bytes));
    }),
  );
  for (const text of ['', 'Polder', 'België’s dijk — ‘water’ €5', `ë${'x'.repeat(9000)}€`]) {
    expect(utf8Text(new TextEncoder().encode(text))).toBe(text);
  }
});

test('what no decoder takes is not taken', () => {
  const bits = fc.constantFrom(0x00, 0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xee, 0xef, 0xf0, 0xff);
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 6 }), (some) => {
      const bytes = Uint8Array.from(some);
      const text = utf8Text(bytes);
      if (text !== null) expect(text).toBe(decoded(bytes));
      expect(asciiText(bytes)).toBe(some.every((byte) => byte < 0x80) ? decoded(bytes) : null);
    }),
    { numRuns: 20_000 },
  );
});

test('four bytes a character, a byte order mark and long texts are left to a decoder', () => {
  for (const text of ['🌊', '\ufeffPolder', 'x'.repeat(40_000)]) expect(utf8Text(new TextEncoder().encode(text))).toBeNull();
});
