import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { buf as crc32 } from 'crc-32';
import { inflateSync } from 'fflate';
import { type Bundle, type BundleEntry, LARGEST_POST, type ReadEntry, UnreadableBundle } from './bundle.ts';
import { bundleName, isPostPath, withoutRoot } from './names.ts';
import { UnreadablePost } from './unreadable-post.ts';
import { FileWindow } from './window.ts';

/**
 * A ZIP file as a bundle. zip.js reads the directory (zip64, flags, names of every encoding); bodies are taken in file
 * order through one moving window and inflated by fflate, five times as fast as entry by entry through zip.js.
 * @throws UnreadableBundle when the file is no ZIP, its directory is damaged, or it holds no posts.
 */
export async function openZip(file: File): Promise<Bundle> {
  const files = (await readDirectory(file)).filter((entry) => !entry.directory);
  const root = commonRoot(files.map((entry) => entry.filename));
  const zipped = new Map<BundleEntry, FileEntry>();
  for (const entry of files.toSorted((a, b) => a.offset - b.offset)) {
    const path = withoutRoot(entry.filename, root);
    if (isPostPath(path)) zipped.set({ path, crc: entry.crc32 ?? null }, entry as FileEntry);
  }
  if (zipped.size === 0) throw new UnreadableBundle('no-posts');
  return {
    name: bundleName(root || file.name),
    bytes: file.size,
    entries: files.length,
    posts: [...zipped.keys()],
    read: (wanted) => readPosts(file, zipped, wanted),
  };
}

async function readDirectory(file: File) {
  const start = new Uint8Array(await readable(file.slice(0, 4).arrayBuffer()));
  const looksZipped = start[0] === 0x50 && start[1] === 0x4b;
  const reader = new ZipReader(new BlobReader(file), { checkAmbiguity: false });
  try {
    return await reader.getEntries();
  } catch (error) {
    throw new UnreadableBundle(looksZipped ? 'damaged-bundle' : 'not-a-bundle', String((error as Error)?.message ?? error));
  }
}

async function readable<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw new UnreadableBundle('unreadable-file', String(error));
  }
}

/** The folder that every file stands in, as in a repository's download, or an empty text. */
function commonRoot(paths: readonly string[]): string {
  const own = paths.filter((path) => !path.startsWith('__MACOSX/'));
  const root = own[0]?.split('/', 1)[0] ?? '';
  return root !== '_posts' && own.every((path) => path.startsWith(`${root}/`)) ? root : '';
}

async function* readPosts(
  file: File,
  zipped: ReadonlyMap<BundleEntry, FileEntry>,
  wanted: (entry: BundleEntry) => boolean,
): AsyncIterable<ReadEntry> {
  const window = new FileWindow(file);
  const seen = new Set<string>();
  for (const [entry, where] of zipped) {
    if (seen.has(entry.path)) {
      yield { entry, bytes: new UnreadablePost('twice') };
      continue;
    }
    seen.add(entry.path);
    if (!wanted(entry)) {
      yield { entry, bytes: 'unwanted' };
      continue;
    }
    try {
      yield { entry, bytes: await unpack(window, where) };
    } catch (error) {
      if (error instanceof UnreadableBundle) throw error;
      yield { entry, bytes: error instanceof UnreadablePost ? error : new UnreadablePost('damaged', String(error)) };
    }
  }
}

const LOCAL_HEADER = 0x04034b50;

/** @throws UnreadablePost when the entry is encrypted, too large, or not what its header says. */
async function unpack(window: FileWindow, entry: FileEntry): Promise<Uint8Array> {
  if (entry.encrypted) throw new UnreadablePost('encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new UnreadablePost('compression', `method ${entry.compressionMethod}`);
  }
  if (entry.uncompressedSize > LARGEST_POST || entry.compressedSize > LARGEST_POST) throw new UnreadablePost('too-large');
  const header = await window.bytes(entry.offset, 30);
  if (header === null) throw new UnreadablePost('damaged', 'beyond the end of the file');
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== LOCAL_HEADER) throw new UnreadablePost('damaged', 'no local header');
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = await window.bytes(start, entry.compressedSize);
  if (packed === null) throw new UnreadablePost('damaged', 'beyond the end of the file');
  // One byte more than announced: fflate fills a buffer silently to its end, so a longer text would pass as cut off.
  const bytes = entry.compressionMethod === 0 ? packed.slice() : inflateSync(packed, { out: new Uint8Array(entry.uncompressedSize + 1) });
  if (bytes.length !== entry.uncompressedSize) throw new UnreadablePost('damaged', 'another size than announced');
  if (crc32(bytes) >>> 0 !== entry.crc32) throw new UnreadablePost('damaged', 'CRC-32 does not match');
  return bytes;
}
