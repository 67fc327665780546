import { type Bundle, type ChosenFile, UnreadableBundle } from './bundle.ts';
import { openFolder, openLooseFiles } from './files.ts';
import { gunzipped } from './gunzip.ts';
import { openTar } from './tar.ts';
import { bytesOf, streamOf } from './window.ts';
import { openZip } from './zip.ts';
import { findDirectory } from './zip-directory.ts';

const LOOSE = /\.(?:md|markdown|html?)$/i;

/** Sorts what was chosen into bundles: each archive file on its own, each folder on its own, loose posts together. */
export function bundlesOf(files: readonly ChosenFile[]): ChosenFile[][] {
  const archives: ChosenFile[][] = [];
  const folders = new Map<string, ChosenFile[]>();
  const loose: ChosenFile[] = [];
  for (const chosen of files) {
    if (chosen.path.includes('/')) {
      const folder = chosen.path.split('/', 1)[0] as string;
      const others = folders.get(folder);
      if (others) others.push(chosen);
      else folders.set(folder, [chosen]);
    } else if (LOOSE.test(chosen.file.name)) loose.push(chosen);
    else archives.push([chosen]);
  }
  return [...archives, ...folders.values(), ...(loose.length > 0 ? [loose] : [])];
}

/** Opens the files of one bundle, as sorted by `bundlesOf`. @throws UnreadableBundle */
export async function openBundle(files: readonly ChosenFile[]): Promise<Bundle> {
  const [first] = files;
  if (!first) throw new UnreadableBundle('no-posts');
  if (first.path.includes('/')) return openFolder(files);
  if (files.length > 1 || LOOSE.test(first.file.name)) return openLooseFiles(files);
  return openByContent(first);
}

const TAR_BLOCK = 512;
const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** Formats that a reader may take for one of ours, to say so. */
const OTHERS: Readonly<Record<string, number[]>> = {
  '7z': [0x37, 0x7a, 0xbc, 0xaf],
  RAR: [0x52, 0x61, 0x72, 0x21],
  xz: [0xfd, 0x37, 0x7a, 0x58],
  bzip2: [0x42, 0x5a, 0x68],
  zstd: [0x28, 0xb5, 0x2f, 0xfd],
};

/** An archive file is known by what it holds: a download may have any name. */
async function openByContent(chosen: ChosenFile): Promise<Bundle> {
  const { file } = chosen;
  const start = await bytesOf(file.slice(0, TAR_BLOCK));
  if (startsWith(start, 0x1f, 0x8b)) return openTarGz(file);
  if (isTarHeader(start)) return openTar(file, () => streamOf(file));
  const directory = await findDirectory(file);
  if (directory) return openZip(file, directory);
  if (startsWith(start, 0x50, 0x4b, 0x03, 0x04)) throw new UnreadableBundle('damaged-bundle', 'no directory at its end: it is cut off');
  if (startsWith(start, 0x2d, 0x2d, 0x2d)) return openLooseFiles([chosen]);
  const other = Object.entries(OTHERS).find(([, bytes]) => startsWith(start, ...bytes));
  throw new UnreadableBundle('not-a-bundle', other?.[0]);
}

async function openTarGz(file: File): Promise<Bundle> {
  const reader = gunzipped(file).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  if (!value || !isTarHeader(value.subarray(0, TAR_BLOCK))) throw new UnreadableBundle('not-a-bundle', 'gzip');
  return openTar(file, (tellMore) => gunzipped(file, tellMore));
}

/** Whether a block is the header of a tar: its checksum, in octal digits, is the sum of its bytes, itself taken as spaces. */
function isTarHeader(block: Uint8Array): boolean {
  if (block.length < TAR_BLOCK) return false;
  const announced = Number.parseInt(
    String.fromCharCode(...block.subarray(148, 156))
      .replace(/\0/g, ' ')
      .trim(),
    8,
  );
  return announced === block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}
