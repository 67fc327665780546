import type { Bundle } from './bundle.ts';
import { openLooseFiles } from './loose.ts';
import { openZip } from './zip.ts';

const LOOSE = /\.(?:md|markdown|html?)$/i;

/** Sorts chosen files into bundles: loose posts together, every other file on its own. */
export function bundlesOf(files: readonly File[]): File[][] {
  const loose = files.filter((file) => LOOSE.test(file.name));
  const others = files.filter((file) => !LOOSE.test(file.name)).map((file) => [file]);
  return loose.length > 0 ? [...others, loose] : others;
}

/** Opens the files of one bundle. @throws UnreadableBundle */
export async function openBundle(files: readonly File[]): Promise<Bundle> {
  const [first] = files;
  return first && !LOOSE.test(first.name) ? openZip(first) : openLooseFiles(files);
}
