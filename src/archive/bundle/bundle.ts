/** What every format of a bundle offers to the import: its name, how many files, and the files that should be posts, one by one. */
export interface Bundle {
  name: string;
  /** Size of what was chosen, in bytes. */
  bytes: number;
  /** Files in the bundle, also those that are no posts. */
  entries: number;
  /** The files that should be posts, in reading order; known before anything is read. */
  posts: readonly BundleEntry[];
  /** Reads the posts in order. A post that can't be unpacked gives its reason instead of bytes. */
  read(wanted: (entry: BundleEntry) => boolean): AsyncIterable<ReadEntry>;
}

/** A file that should be a post. `path` is within the bundle, without a root folder. */
export interface BundleEntry {
  path: string;
  /** CRC-32 of the bytes where the format has one: tells an unchanged post before unpacking it. */
  crc: number | null;
}

export interface ReadEntry {
  entry: BundleEntry;
  /** The post's bytes, `UnreadablePost` when they can't be had, or `unwanted`. */
  bytes: Uint8Array | Error | 'unwanted';
}

/** Posts are a few kB; a text larger than this is no news post, and would only cost memory. */
export const LARGEST_POST = 4 * 1024 * 1024;

/** What was chosen is no bundle that can be read. */
export class UnreadableBundle extends Error {
  override name = 'UnreadableBundle';
  constructor(
    readonly reason: 'not-a-bundle' | 'damaged-bundle' | 'unreadable-file' | 'no-posts',
    readonly detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}
