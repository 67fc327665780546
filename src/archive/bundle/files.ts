import { type Bundle, type BundleEntry, type ChosenFile, LARGEST_POST, type ReadEntry, UnreadableBundle } from './bundle.ts';
import { earlierOf } from './earlier.ts';
import { bundleName, isPostPath, LOOSE_BUNDLE, withoutRoot } from './names.ts';
import { PathSet } from './path-set.ts';
import { Survey } from './survey.ts';
import { skipReason, unreadable } from './unreadable-post.ts';
import { bytesOf } from './window.ts';

/** Files are opened this many ahead: each costs the browser a way to the disk and back, whatever its size. */
const AHEAD = 8;

interface Source {
  path: string;
  file: File;
}

/** Files chosen one by one as a bundle: each of them should be a post. */
export function openLooseFiles(files: readonly ChosenFile[]): Bundle {
  return bundleOf(
    LOOSE_BUNDLE,
    files,
    files.map(({ file }) => ({ path: file.name, file })),
  );
}

/**
 * A folder as a bundle. When the `_posts` folder itself was chosen its name stays part of each path, as in an archive file.
 * @throws UnreadableBundle `no-posts`
 */
export function openFolder(files: readonly ChosenFile[]): Bundle {
  const survey = new Survey();
  for (const { path } of files) survey.see(path);
  const folder = survey.root || (files[0]?.path.split('/', 1)[0] ?? '');
  const sources = files.map(({ path, file }) => ({ path: withoutRoot(path, survey.root), file }));
  return bundleOf(
    bundleName(folder),
    files,
    sources.filter(({ path }) => isPostPath(path)),
  );
}

function bundleOf(name: string, files: readonly ChosenFile[], posts: Source[]): Bundle {
  if (posts.length === 0) throw new UnreadableBundle('no-posts');
  // A browser gives the files of a folder in any order, and reading must be able to go on where it was. The oldest texts come first.
  posts.sort((a, b) => earlierOf(b.path) - earlierOf(a.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const newest = files.reduce((date, { file }) => Math.max(date, file.lastModified), 0);
  return {
    name,
    bytes,
    entries: files.length,
    posts: posts.length,
    identity: `${name}/ ${files.length} ${bytes} ${newest}`,
    list: () => listPosts(posts),
    read: (from, wanted) => readPosts(posts, from, wanted),
  };
}

async function* listPosts(posts: readonly Source[]): AsyncGenerator<BundleEntry> {
  for (const { path } of posts) yield { path, crc: null };
}

async function* readPosts(posts: readonly Source[], from: number, wanted: (entry: BundleEntry) => boolean): AsyncGenerator<ReadEntry> {
  const seen = new PathSet();
  for (const { path } of posts.slice(0, from)) seen.addFile(path);
  const ahead: Promise<ReadEntry>[] = [];
  for (const post of posts.slice(from)) {
    ahead.push(readFile(post, seen.addFile(post.path), wanted));
    if (ahead.length > AHEAD) yield (await ahead.shift()) as ReadEntry;
  }
  yield* ahead;
}

async function readFile({ path, file }: Source, first: boolean, wanted: (entry: BundleEntry) => boolean): Promise<ReadEntry> {
  const entry = { path, crc: null };
  const problem = skipReason({ path, size: file.size }, first);
  if (problem) return { kind: 'failed', entry, problem: unreadable(problem) };
  if (!wanted(entry)) return { kind: 'unwanted', entry };
  if (file.size > LARGEST_POST) return { kind: 'failed', entry, problem: unreadable('too-large', `${file.size} bytes`) };
  try {
    return { kind: 'post', entry, bytes: await bytesOf(file), deflated: null };
  } catch (error) {
    // One file of many that can't be read costs that file.
    return {
      kind: 'failed',
      entry,
      problem: unreadable('unreadable', error instanceof UnreadableBundle ? error.detail : String(error)),
    };
  }
}
