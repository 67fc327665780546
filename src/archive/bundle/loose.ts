import { type Bundle, type BundleEntry, LARGEST_POST, type ReadEntry } from './bundle.ts';
import { LOOSE_BUNDLE } from './names.ts';
import { UnreadablePost } from './unreadable-post.ts';

/** Files chosen one by one as a bundle: each of them should be a post. */
export function openLooseFiles(files: readonly File[]): Bundle {
  const posts = new Map<BundleEntry, File>(files.map((file) => [{ path: file.name, crc: null }, file]));
  return {
    name: LOOSE_BUNDLE,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    entries: files.length,
    posts: [...posts.keys()],
    read: (wanted) => readFiles(posts, wanted),
  };
}

async function* readFiles(posts: ReadonlyMap<BundleEntry, File>, wanted: (entry: BundleEntry) => boolean): AsyncIterable<ReadEntry> {
  for (const [entry, file] of posts) {
    if (!wanted(entry)) yield { entry, bytes: 'unwanted' };
    else if (file.size > LARGEST_POST) yield { entry, bytes: new UnreadablePost('too-large') };
    else {
      const bytes = await file.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        (error: unknown) => new UnreadablePost('damaged', String(error)),
      );
      yield { entry, bytes };
    }
  }
}
