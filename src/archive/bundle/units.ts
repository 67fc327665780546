/**
 * Bytes as text without a browser's decoder, which takes some ten microseconds a call: with a call for each name and
 * post that was an eighth of an import's time.
 */

/** Longer texts would overflow the stack of one call. */
const PIECE = 4096;
/** Of longer texts the decoder's call is no longer what takes the time. */
const LONGEST = 1 << 15;

const units = new Uint16Array(LONGEST);

/** Bytes as text if they are all ASCII, else null. */
export function asciiText(bytes: Uint8Array): string | null {
  let all = 0;
  for (let i = 0; i < bytes.length; i++) all |= bytes[i] as number;
  return all > 127 ? null : textOf(bytes, bytes.length);
}

/**
 * Bytes as text if that is UTF-8 without a byte order mark, of at most three bytes a character, and short; else null: then
 * a decoder is to be asked.
 */
export function utf8Text(bytes: Uint8Array): string | null {
  const { length } = bytes;
  if (length > LONGEST || bytes[0] === 0xef) return null;
  let count = 0;
  for (let i = 0; i < length; ) {
    const first = bytes[i++] as number;
    if (first < 0x80) {
      units[count++] = first;
      continue;
    }
    // Behind the end stands nothing, which is no continuation.
    const second = (bytes[i++] ?? 0) ^ 0x80;
    if (first < 0xc2 || first > 0xef || second > 0x3f) return null;
    if (first < 0xe0) {
      units[count++] = ((first & 0x1f) << 6) | second;
      continue;
    }
    const third = (bytes[i++] ?? 0) ^ 0x80;
    const unit = ((first & 0x0f) << 12) | (second << 6) | third;
    // Longer than it need be, or half of a pair.
    if (third > 0x3f || unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return null;
    units[count++] = unit;
  }
  return textOf(units, count);
}

function textOf(codes: Uint8Array | Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += PIECE) {
    text += String.fromCharCode.apply(null, codes.subarray(from, Math.min(from + PIECE, length)) as unknown as number[]);
  }
  return text;
}
