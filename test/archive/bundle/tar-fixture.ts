import { bytes, joined } from './zip-fixture.ts';

/** A tar entry to write. */
export interface TarEntry {
  name: string;
  data?: Uint8Array | string;
  /** `0` a file, `1` and `2` links, `5` a folder, `L` a long name of GNU, `x` and `g` pax headers. */
  type?: string;
  says?: { size?: number; checksum?: number };
}

const BLOCK = 512;

/** Writes a tar (ustar), with the two empty blocks at its end. */
export function tarOf(entries: readonly TarEntry[], options: { end?: boolean } = {}): Uint8Array<ArrayBuffer> {
  return joined(...entries.map(written), options.end === false ? new Uint8Array(0) : new Uint8Array(2 * BLOCK));
}

function written({ name, data, type = '0', says = {} }: TarEntry): Uint8Array {
  const body = typeof data === 'string' ? bytes(data) : (data ?? new Uint8Array(0));
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string) => header.set(bytes(text), at);
  put(0, name);
  put(100, '0000644\0');
  put(124, `${(says.size ?? body.length).toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, type);
  put(257, 'ustar\x0000');
  const checksum = says.checksum ?? header.reduce((sum, byte) => sum + byte, 0);
  put(148, `${checksum.toString(8).padStart(6, '0')}\0 `);
  return joined(header, body, new Uint8Array(-body.length & (BLOCK - 1)));
}

/** The body of a pax header with one field; it begins with its own length. */
export function paxField(key: string, value: string): Uint8Array {
  const rest = bytes(` ${key}=${value}\n`).length;
  let length = rest;
  while (length !== rest + String(length).length) length = rest + String(length).length;
  return bytes(`${length} ${key}=${value}\n`);
}
