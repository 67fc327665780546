import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { type Bundle, type BundleEntry, LARGEST_POST, type ReadEntry, UnreadableBundle } from './bundle.ts';
import { bundleName, identityOf, isPostPath, shownPath, tidyPath, withoutRoot } from './names.ts';
import { ONE_PASS, type Pass, passesOf } from './passes.ts';
import { PathSet } from './path-set.ts';
import { Survey } from './survey.ts';
import { skipReason, unreadable } from './unreadable-post.ts';

/**
 * A tar as a bundle, unrolled anew for each question: it has no directory.
 * @param unrolled gives its bytes from the start, and tells where something else stands behind what they are packed in
 * @throws UnreadableBundle when it is damaged, cut off, or holds no posts.
 */
export async function openTar(file: File, unrolled: Unrolled): Promise<Bundle> {
  const survey = new Survey();
  let hasMoreBehind = false;
  const tellMore = () => {
    hasMoreBehind = true;
  };
  for await (const { path } of filesOf(unrolled(tellMore))) survey.see(path);
  if (survey.posts === 0) throw new UnreadableBundle('no-posts');
  const tar: Tar = { unrolled, root: survey.root, passes: ONE_PASS };
  if (survey.mayHaveEarlier) tar.passes = await passesOf(() => listPosts(tar));
  return {
    name: bundleName(tar.root || file.name),
    bytes: file.size,
    entries: survey.entries,
    posts: survey.posts,
    identity: identityOf(file),
    hasMoreBehind,
    list: () => listPosts(tar),
    read: (from, wanted) => readPosts(tar, from, wanted),
  };
}

type Unrolled = (tellMore?: () => void) => ReadableStream<Uint8Array>;

interface Tar {
  unrolled: Unrolled;
  root: string;
  passes: readonly Pass[];
}

interface TarFile {
  path: string;
  size: number;
  isLink: boolean;
  body: ReadableStream<Uint8Array>;
}

const FILES = ['file', 'contiguous-file'];
const LINKS = ['link', 'symlink'];

/** The files of a tar, one by one; a body that was not read is passed over. Ended early, it lets go of the file. */
async function* filesOf(unrolled: ReadableStream<Uint8Array>): AsyncGenerator<TarFile> {
  const reader = unrolled.pipeThrough(createTarDecoder({ strict: true }) as ReadableWritablePair<ParsedTarEntry, Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const { name, size, type = 'file' } = value.header;
      const isLink = LINKS.includes(type);
      const path = tidyPath(name);
      if ((isLink || FILES.includes(type)) && !path.endsWith('/')) yield { path, size, isLink, body: value.body };
      if (!value.body.locked) await value.body.cancel();
    }
  } catch (error) {
    throw asDamage(error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* postsOf({ unrolled, root, passes }: Tar): AsyncGenerator<TarFile> {
  for (const pass of passes) {
    for await (const file of filesOf(unrolled())) {
      const path = withoutRoot(file.path, root);
      if (isPostPath(file.path) && pass(path)) yield { ...file, path };
    }
  }
}

async function* listPosts(tar: Tar): AsyncGenerator<BundleEntry> {
  for await (const { path } of postsOf(tar)) yield { path: shownPath(path), crc: null };
}

async function* readPosts(tar: Tar, from: number, wanted: (entry: BundleEntry) => boolean): AsyncGenerator<ReadEntry> {
  const seen = new PathSet();
  const buffer = new PostBuffer();
  let number = 0;
  for await (const file of postsOf(tar)) {
    const first = seen.addFile(file.path);
    if (number++ < from) continue;
    const entry = { path: shownPath(file.path), crc: null };
    const problem = skipReason(file, first);
    if (problem) yield { kind: 'failed', entry, problem: unreadable(problem) };
    else if (!wanted(entry)) yield { kind: 'unwanted', entry };
    else if (file.size > LARGEST_POST) yield { kind: 'failed', entry, problem: unreadable('too-large', `${file.size} bytes`) };
    else yield { kind: 'post', entry, bytes: await buffer.fill(file), deflated: null };
  }
}

/** One buffer for all posts. */
class PostBuffer {
  #buffer = new Uint8Array(64 * 1024);

  /** @throws UnreadableBundle `damaged-bundle` when the tar ends in the midst of the post */
  async fill({ body, size }: TarFile): Promise<Uint8Array> {
    if (this.#buffer.length < size) this.#buffer = new Uint8Array(Math.min(LARGEST_POST, size * 2));
    const reader = body.getReader();
    try {
      for (let at = 0; ; ) {
        const { done, value } = await reader.read();
        if (done) return this.#buffer.subarray(0, at);
        this.#buffer.set(value, at);
        at += value.length;
      }
    } catch (error) {
      throw asDamage(error);
    }
  }
}

const asDamage = (error: unknown): UnreadableBundle =>
  error instanceof UnreadableBundle
    ? error
    : new UnreadableBundle('damaged-bundle', error instanceof Error ? error.message : String(error));
