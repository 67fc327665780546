import { type BlockSource, KIND, keysOf, readRecords } from './blocks.ts';
import { blockNumbers, type Head } from './head.ts';
import { BlockCursor, type FoundTerm } from './index-reader.ts';
import { compareBytes } from './terms.ts';

/** Blocks that are held at once. */
const HELD = 8;

/**
 * Takes every term of some length that begins with some bytes, a few blocks at a time; false when these are in more blocks than `most`.
 * @param isAsked of a length in bytes: most terms have another, and making one to be kept takes longest
 */
export async function eachTerm(
  source: BlockSource,
  { id, head }: { id: number; head: Head },
  prefix: Uint8Array,
  most: number,
  isAsked: (length: number) => boolean,
  take: (term: FoundTerm) => void,
): Promise<boolean> {
  const [first = 0, last = 0] = blockNumbers(head, [prefix, Uint8Array.of(...prefix, 0xff)]);
  const end = Math.min(last, head.blocks - 1) + 1;
  if (end - first > most) return false;
  for (let from = Math.max(first, 0); from < end; from += HELD) {
    const blocks = await readRecords(source, keysOf(id, KIND.terms, Math.min(HELD, end - from), from));
    for (const [i, bytes] of blocks.entries()) {
      for (const entry = new BlockCursor(bytes, from + i); entry.next(); ) {
        if (isAsked(entry.length) && compareBytes(entry.term, prefix.length, prefix, prefix.length) === 0) take(entry.found());
      }
    }
  }
  return true;
}
