import type { Unreadable } from './unreadable-post.ts';

/** To be raised when other files of a bundle are read, or in another order: an interrupted import goes on only where both are as before. */
export const READING_ORDER = 3;

/** What every format of a bundle offers to the import. Nothing of it grows with the number of posts but a set of hashes. */
export interface Bundle {
  /** Root folder without branch or commit, else the file's name; a folder's own name; or that of loose articles. */
  name: string;
  /** Size of what was chosen, in bytes. */
  bytes: number;
  /** Files in the bundle, also those that are no posts. Directories are not files. */
  entries: number;
  /** How many of these should be posts. */
  posts: number;
  /** By which the same chosen file is recognised: name, size, last modified. */
  identity: string;
  /** Something stands behind its end that was left out; absent in formats that have no such end. */
  hasMoreBehind?: boolean;
  /**
   * What should be posts, in the order in which they are read; nothing is unpacked (a tar has to be unrolled once more).
   * @throws UnreadableBundle
   */
  list(): AsyncIterable<BundleEntry>;
  /**
   * Reads the posts from the `from`th on, in the order of `list`. A post for which `wanted` says no is not unpacked;
   * it may be asked some posts ahead.
   * @throws UnreadableBundle when the file as a whole can't be read on
   */
  read(from: number, wanted: (entry: BundleEntry) => boolean): AsyncIterable<ReadEntry>;
}

/** A file that should be a post. */
export interface BundleEntry {
  /** Place within the bundle, without its root folder. */
  path: string;
  /** CRC-32 of the bytes where the format has one: tells an unchanged post before unpacking it. */
  crc: number | null;
}

export type ReadEntry =
  /** `bytes` and `deflated` are valid only until the next post. `deflated` is the raw deflate stream as it stands in a ZIP. */
  | { kind: 'post'; entry: BundleEntry; bytes: Uint8Array; deflated: Uint8Array | null }
  | { kind: 'unwanted'; entry: BundleEntry }
  | { kind: 'failed'; entry: BundleEntry; problem: Unreadable };

/** A file as the reader chose it. A plain pair, as `webkitRelativePath` does not survive `postMessage`. */
export interface ChosenFile {
  file: File;
  /** Place under the chosen folder, that folder's name included; empty for a file chosen on its own. */
  path: string;
}

/** Posts are a few kB; a text larger than this is no news post, and would only cost memory. */
export const LARGEST_POST = 4 * 1024 * 1024;

/** What was chosen is no bundle that can be read; `detail` is for the curious, in English. */
export class UnreadableBundle extends Error {
  override name = 'UnreadableBundle';
  constructor(
    readonly reason: 'not-a-bundle' | 'damaged-bundle' | 'unreadable-file' | 'no-posts',
    readonly detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}
