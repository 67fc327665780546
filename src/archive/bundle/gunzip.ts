import { buf as crc32 } from 'crc-32';
import { type FlateError, FlateErrorCode, Gunzip } from 'fflate';
import { UnreadableBundle } from './bundle.ts';
import { bytesOf, FileWindow } from './window.ts';

/** Inflates to at most a thousand times as much at once, whatever was packed. */
const STEP = 32 * 1024;
const TRAILER = 8;
/** Fewer bytes than this behind a member are not looked at before more come. */
const SHORT = 4 + TRAILER;
/** Texts unpack to some five times their size, a tar of very short ones to thirty. More is made to keep a reader busy for hours. */
const MOST_TIMES = 200;
const ALWAYS_ALLOWED = 64 * 1024 * 1024;

/**
 * Unpacks a gzip file of one or more members. Not by DecompressionStream: browsers refuse a second member there, which
 * parallel packers write. fflate checks no CRC, so that is done here.
 * @param tellMore called where something else stands behind the last member, which is left out
 * @throws UnreadableBundle by the stream: `damaged-bundle`, `unreadable-file`
 */
export function gunzipped(file: File, tellMore: () => void = () => undefined): ReadableStream<Uint8Array> {
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
    let isEnd = at === file.size;
    try {
      // A copy, as fflate keeps hold of what it has not used up.
      unpacker.push(bytes.slice(), isEnd);
    } catch (error) {
      // What begins here is no member, which is no damage where the one before it is whole.
      if ((error as FlateError).code !== FlateErrorCode.InvalidHeader || total === 0) throw damaged(String(error));
      isEnd = true;
    }
    if (total > ALWAYS_ALLOWED + MOST_TIMES * file.size) throw damaged(`it unpacks to more than ${MOST_TIMES} times its size`);
    for (const member of ended.splice(0)) await checkMember(file, member);
    if (!isEnd) return;
    const end = await endOfLast(file, Math.max(0, at - length - SHORT), at, { crc: crc >>> 0, size });
    if (end < file.size) tellMore();
    at = file.size;
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

interface Member {
  crc: number;
  size: number;
}

async function checkMember(file: File, { at, ...member }: Member & { at: number }): Promise<void> {
  if ((await trailerIn(file, at, at + TRAILER, member)) === null) throw damaged(NO_MATCH);
}

/** Where the last member ends, behind which something else may stand. @throws UnreadableBundle where it is not whole */
async function endOfLast(file: File, from: number, to: number, member: Member): Promise<number> {
  const at = await trailerIn(file, from, to, member);
  if (at === null) throw damaged(NO_MATCH);
  return at + TRAILER;
}

/** Where within a part of a file a member's CRC and size stand, the last time; null where they don't. */
async function trailerIn(file: File, from: number, to: number, { crc, size }: Member): Promise<number | null> {
  const bytes = await bytesOf(file.slice(from, to));
  const view = new DataView(bytes.buffer);
  for (let at = bytes.length - TRAILER; at >= 0; at--)
    if (view.getUint32(at, true) === crc && view.getUint32(at + 4, true) === size) return from + at;
  return null;
}

const NO_MATCH = 'CRC-32 or size of the packed data does not match';
const damaged = (detail: string) => new UnreadableBundle('damaged-bundle', `gzip: ${detail}`);
