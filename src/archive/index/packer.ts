import { inflate } from '../deflate/inflate.ts';
import { ByteWriter } from './bytes.ts';
import type { PackPlace } from './card.ts';

const PACK_POSTS = 16;
const PACK_BYTES = 40 * 1024;

/**
 * Writes posts one behind the other into packs. Each is deflated on its own, so that the bytes of a ZIP are kept as they
 * are: that spares deflating again, half of an import's time, and costs a third more room than deflating them together.
 */
export class Packer {
  readonly #writer = new ByteWriter(64 * 1024);
  #posts = 0;

  constructor(
    private readonly put: (pack: number, bytes: Uint8Array<ArrayBuffer>) => void,
    public pack = 0,
  ) {}

  /** @param size of the post before it was deflated; 0 where it is not */
  add(bytes: Uint8Array, size: number): PackPlace {
    if (this.#posts === PACK_POSTS || (this.#posts > 0 && this.#writer.length + bytes.length > PACK_BYTES)) this.close();
    const place = { pack: this.pack, offset: this.#writer.length, length: bytes.length, size };
    this.#writer.raw(bytes);
    this.#posts++;
    return place;
  }

  close(): void {
    if (this.#posts === 0) return;
    this.put(this.pack++, this.#writer.take());
    this.#posts = 0;
  }
}

/** A post out of its pack, as it stood in its bundle. */
export const unpackPost = (pack: Uint8Array, { offset, length, size }: PackPlace): Uint8Array =>
  postBytes({ bytes: pack.subarray(offset, offset + length), size });

/** The same, given the post's own part of its pack. */
export function postBytes({ bytes, size }: { bytes: Uint8Array; size: number }): Uint8Array {
  if (size === 0) return bytes;
  const post = new Uint8Array(size);
  inflate(bytes, post);
  return post;
}
