import { buf as crc32 } from 'crc-32';
import { Gunzip } from 'fflate';
import { UnreadableBundle } from './bundle.ts';
import { bytesOf, FileWindow } from './window.ts';

/** Inflates to at most a thousand times as much at once, whatever was packed. */
const STEP = 32 * 1024;
const TRAILER = 8;
/** Texts unpack to some five times their size, a tar of very short ones to thirty. More is made to keep a reader busy for hours. */
const MOST_TIMES = 200;
const ALWAYS_ALLOWED = 64 * 1024 * 1024;

/**
 * Unpacks a gzip file of one or more members. Not by DecompressionStream: browsers refuse a second member there, which
 * parallel packers write. fflate checks no CRC, so that is done here.
 * @throws UnreadableBundle by the stream: `damaged-bundle`, `unreadable-file`
 */
export function gunzipped(file: File): ReadableStream<Uint8Array> {
  const window = new FileWindow(file);
  let at = 0;
  let crc = 0;
  let size = 0;
  let total = 0;
  let pieces: Uint8Array[] = [];
  const ended: { at: number; crc: number; size: number }[] = [];
  const unpacker = new Gunzip((piece) => {
    if (piece.length === 0) return;
    crc = crc32(piece, crc);
    size = (size + piece.length) >>> 0;
    total += piece.length;
    pieces.push(piece);
  });
  const endMember = (end: number) => {
    ended.push({ at: end - TRAILER, crc: crc >>> 0, size });
    crc = size = 0;
  };
  unpacker.onmember = endMember;
  const step = async () => {
    const length = Math.min(STEP, file.size - at);
    const bytes = await window.bytes(at, length);
    if (bytes === null) throw new UnreadableBundle('unreadable-file', 'it became shorter');
    at += length;
    try {
      // A copy, as fflate keeps hold of what it has not used up.
      unpacker.push(bytes.slice(), at === file.size);
    } catch (error) {
      throw new UnreadableBundle('damaged-bundle', error instanceof Error ? error.message : String(error));
    }
    if (total > ALWAYS_ALLOWED + MOST_TIMES * file.size)
      throw new UnreadableBundle('damaged-bundle', `it unpacks to more than ${MOST_TIMES} times its size`);
    if (at === file.size) endMember(file.size);
    for (const member of ended.splice(0)) await checkMember(file, member);
  };
  return new ReadableStream({
    async pull(controller) {
      while (pieces.length === 0 && at < file.size) await step();
      for (const piece of pieces) controller.enqueue(piece);
      pieces = [];
      if (at === file.size) controller.close();
    },
  });
}

async function checkMember(file: File, member: { at: number; crc: number; size: number }): Promise<void> {
  const trailer = await bytesOf(file.slice(member.at, member.at + TRAILER));
  const view = new DataView(trailer.buffer);
  const same = trailer.length === TRAILER && view.getUint32(0, true) === member.crc && view.getUint32(4, true) === member.size;
  if (!same) throw new UnreadableBundle('damaged-bundle', 'CRC-32 or size of the packed data does not match');
}
