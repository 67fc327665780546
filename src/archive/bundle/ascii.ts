/** Longer texts would overflow the stack of one call. */
const PIECE = 4096;

/**
 * Bytes as text if they are all ASCII, else null. Most names and many posts are; a browser's decoder takes some ten
 * microseconds a call, an eighth of an import's time.
 */
export function asciiText(bytes: Uint8Array): string | null {
  let all = 0;
  for (let i = 0; i < bytes.length; i++) all |= bytes[i] as number;
  if (all > 127) return null;
  if (bytes.length <= PIECE) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let from = 0; from < bytes.length; from += PIECE) {
    text += String.fromCharCode.apply(null, bytes.subarray(from, from + PIECE) as unknown as number[]);
  }
  return text;
}
