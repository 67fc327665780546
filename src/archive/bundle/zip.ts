import { type Bundle, type BundleEntry, type ReadEntry, UnreadableBundle } from './bundle.ts';
import { bundleName, identityOf, isPostPath, shownPath, withoutRoot } from './names.ts';
import { ONE_PASS, type Pass, passesOf } from './passes.ts';
import { PathSet } from './path-set.ts';
import { Survey } from './survey.ts';
import { skipReason, UnreadablePost, unreadable } from './unreadable-post.ts';
import { FileWindow } from './window.ts';
import { Unpacker, unsupported } from './zip-body.ts';
import type { ZipDirectory } from './zip-directory.ts';
import { entriesOf, type ReadingOrder, readingOrder, type ZipEntry } from './zip-entries.ts';

/**
 * A ZIP file as a bundle. Its directory is walked through anew for each question, as keeping a million entries would
 * cost hundreds of MB; bodies are taken in file order through one moving window.
 * @throws UnreadableBundle when its directory is damaged, or it holds no posts.
 */
export async function openZip(file: File, directory: ZipDirectory): Promise<Bundle> {
  const survey = new Survey();
  let [all, before, sorted] = [0, Number.NEGATIVE_INFINITY, true];
  for await (const { path, isFile, offset } of entriesOf(file, directory, null)) {
    all++;
    if (offset < before) sorted = false;
    before = offset;
    if (isFile) survey.see(path);
  }
  if (all % 0x10000 !== directory.announced % 0x10000) {
    throw new UnreadableBundle('damaged-bundle', `its directory has ${all} entries instead of ${directory.announced}`);
  }
  if (survey.posts === 0) throw new UnreadableBundle('no-posts');
  const order = sorted ? null : await readingOrder(file, directory, all);
  const zip: Zip = { file, directory, order, root: survey.root, passes: ONE_PASS };
  if (survey.mayHaveEarlier) zip.passes = await passesOf(() => listPosts(zip));
  return {
    name: bundleName(zip.root || file.name),
    bytes: file.size,
    entries: survey.entries,
    posts: survey.posts,
    identity: identityOf(file),
    list: () => listPosts(zip),
    read: (from, wanted) => readPosts(zip, from, wanted),
  };
}

interface Zip {
  file: File;
  directory: ZipDirectory;
  order: ReadingOrder;
  root: string;
  passes: readonly Pass[];
}

interface ZipPost {
  zipped: ZipEntry;
  /** Without the root folder. */
  path: string;
}

async function* postsOf({ file, directory, order, root }: Zip, pass: Pass): AsyncGenerator<ZipPost> {
  for await (const zipped of entriesOf(file, directory, order)) {
    if (!zipped.isFile || !isPostPath(zipped.path)) continue;
    const path = withoutRoot(zipped.path, root);
    if (pass(path)) yield { zipped, path };
  }
}

async function* listPosts(zip: Zip): AsyncGenerator<BundleEntry> {
  for (const pass of zip.passes) {
    for await (const { zipped, path } of postsOf(zip, pass)) yield { path: shownPath(path), crc: zipped.crc };
  }
}

async function* readPosts(zip: Zip, from: number, wanted: (entry: BundleEntry) => boolean): AsyncGenerator<ReadEntry> {
  const seen = new PathSet();
  let number = 0;
  for (const pass of zip.passes) {
    const unpacker = new Unpacker(new FileWindow(zip.file), zip.directory.start);
    for await (const { zipped, path } of postsOf(zip, pass)) {
      const first = seen.addFile(path);
      if (number++ < from) continue;
      const entry = { path: shownPath(path), crc: zipped.crc };
      const problem = skipReason({ ...zipped, path }, first);
      if (problem) yield { kind: 'failed', entry, problem: unreadable(problem) };
      else if (!wanted(entry)) yield { kind: 'unwanted', entry };
      else yield await readPost(unpacker, zipped, entry);
    }
  }
}

async function readPost(unpacker: Unpacker, zipped: ZipEntry, entry: BundleEntry): Promise<ReadEntry> {
  const problem = unsupported(zipped);
  if (problem) return { kind: 'failed', entry, problem };
  try {
    return { kind: 'post', entry, ...(await unpacker.unpack(zipped)) };
  } catch (error) {
    if (error instanceof UnreadablePost) return { kind: 'failed', entry, problem: error };
    throw error;
  }
}
