// Reads the entries of a ZIP in Node, for the baselines and the judge: independent of the reader that is measured.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const WINDOW = 4 * 1024 * 1024;

/** @param {number} file @param {number} at @param {number} length */
function bytesAt(file, at, length) {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
}

/** Where the directory stands, and how many entries it has. @param {number} file @param {number} size */
function directoryOf(file, size) {
  const tail = bytesAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000));
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('no ZIP');
  const locator = tail.subarray(end - 20, end);
  if (locator.readUInt32LE(0) !== 0x07064b50) {
    return { entries: tail.readUInt16LE(end + 10), length: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) };
  }
  const record = bytesAt(file, Number(locator.readBigUInt64LE(8)), 56);
  return {
    entries: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  };
}

/**
 * The files of a ZIP in the order of its directory; of every `step`th, the first of them.
 * @param {string} path
 * @param {number} step
 * @returns {Generator<{ name: string, bytes: Buffer }>}
 */
export function* readZip(path, step = 1) {
  const file = openSync(path, 'r');
  try {
    const directory = directoryOf(file, fstatSync(file).size);
    const table = bytesAt(file, directory.start, directory.length);
    let held = Buffer.alloc(0);
    let heldFrom = 0;
    for (let i = 0, at = 0; i < directory.entries; i++) {
      const [method, packed, nameLength] = [table.readUInt16LE(at + 10), table.readUInt32LE(at + 20), table.readUInt16LE(at + 28)];
      const offset = table.readUInt32LE(at + 42);
      const name = table.toString('utf8', at + 46, at + 46 + nameLength);
      at += 46 + nameLength + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
      if (name.endsWith('/') || i % step !== 0) continue;
      const needed = 30 + nameLength + 1024 + packed;
      if (offset < heldFrom || offset + needed > heldFrom + held.length) {
        held = bytesAt(file, offset, Math.max(WINDOW, needed));
        heldFrom = offset;
      }
      const header = offset - heldFrom;
      const start = header + 30 + held.readUInt16LE(header + 26) + held.readUInt16LE(header + 28);
      const body = held.subarray(start, start + packed);
      yield { name, bytes: method === 8 ? inflateRawSync(body) : Buffer.from(body) };
    }
  } finally {
    closeSync(file);
  }
}

/** How many entries a ZIP has. @param {string} path */
export function countEntries(path) {
  const file = openSync(path, 'r');
  try {
    return directoryOf(file, fstatSync(file).size).entries;
  } finally {
    closeSync(file);
  }
}
