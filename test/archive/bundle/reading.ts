import type { Bundle, BundleEntry, ChosenFile } from '../../../src/archive/bundle/bundle.ts';
import { openBundle } from '../../../src/archive/bundle/open.ts';

export const chosen = (file: File, path = ''): ChosenFile => ({ file, path });
export const open = (file: File): Promise<Bundle> => openBundle([chosen(file)]);

/** Why a bundle can't be opened, or null. */
export async function refusalOf(file: File): Promise<string | null> {
  return open(file).then(
    () => null,
    (error: { reason: string }) => error.reason,
  );
}

export async function listed(bundle: Bundle): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = [];
  for await (const entry of bundle.list()) entries.push(entry);
  return entries;
}

/** What reading gives, by path in reading order: the text of a post, or `!` and why there is none. */
export async function readAll(bundle: Bundle, from = 0, wanted: (entry: BundleEntry) => boolean = () => true): Promise<[string, string][]> {
  const all: [string, string][] = [];
  for await (const read of bundle.read(from, wanted)) {
    const { path } = read.entry;
    if (read.kind === 'post') all.push([path, new TextDecoder().decode(read.bytes)]);
    else all.push([path, read.kind === 'failed' ? `!${read.problem.reason}` : '!unwanted']);
  }
  return all;
}
