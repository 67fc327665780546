// Writes a ZIP entry by entry. Neither its contents nor its directory are held in memory.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

const BUFFER = 1024 * 1024;
/** 1 January 2020 in the date format of MS-DOS, so that the same posts give the same bytes. */
const DATE = (40 << 9) | (1 << 5) | 1;
const UTF8_NAME = 0x800;
const DEFLATED = 8;
const MOST_ENTRIES = 0xffff;
const LARGEST = 0xffffffff;

/** A file written through a buffer. @param {string} path */
function bufferedFile(path) {
  const file = openSync(path, 'w+');
  const buffer = Buffer.alloc(BUFFER);
  let held = 0;
  let size = 0;
  const flush = () => {
    writeSync(file, buffer, 0, held);
    held = 0;
  };
  return {
    file,
    flush,
    size: () => size,
    write(/** @type {Uint8Array} */ bytes) {
      if (held + bytes.length > BUFFER) flush();
      if (bytes.length > BUFFER) writeSync(file, bytes);
      else {
        buffer.set(bytes, held);
        held += bytes.length;
      }
      size += bytes.length;
    },
  };
}

/** @param {string} path */
export function openZip(path) {
  const zip = bufferedFile(path);
  const directory = bufferedFile(`${path}.directory`);
  let entries = 0;
  return {
    /** @param {string} name @param {Uint8Array} bytes */
    add(name, bytes) {
      const offset = zip.size();
      if (offset > LARGEST) throw new Error('The ZIP grows over 4 GB, which this writer has no fields for.');
      const packed = deflateRawSync(bytes, { level: 6 });
      const nameBytes = Buffer.from(name);
      const common = Buffer.alloc(26);
      common.writeUInt16LE(20, 0);
      common.writeUInt16LE(UTF8_NAME, 2);
      common.writeUInt16LE(DEFLATED, 4);
      common.writeUInt16LE(DATE, 8);
      common.writeUInt32LE(crc32(bytes), 10);
      common.writeUInt32LE(packed.length, 14);
      common.writeUInt32LE(bytes.length, 18);
      common.writeUInt16LE(nameBytes.length, 22);
      zip.write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes]));
      zip.write(packed);
      const place = Buffer.alloc(14);
      place.writeUInt32LE(offset, 10);
      directory.write(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, nameBytes]));
      entries++;
    },
    /** Writes the directory and closes the file. */
    end() {
      const start = zip.size();
      const length = directory.size();
      directory.flush();
      const piece = Buffer.alloc(BUFFER);
      for (let at = 0; at < length; at += BUFFER) zip.write(piece.subarray(0, readSync(directory.file, piece, 0, BUFFER, at)));
      closeSync(directory.file);
      rmSync(`${path}.directory`);
      if (entries >= MOST_ENTRIES || start + length > LARGEST) zip.write(zip64End(entries, start, length));
      const end = Buffer.alloc(22);
      end.write('PK\x05\x06', 'latin1');
      end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 8);
      end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 10);
      end.writeUInt32LE(Math.min(length, LARGEST), 12);
      end.writeUInt32LE(Math.min(start, LARGEST), 16);
      zip.write(end);
      zip.flush();
      closeSync(zip.file);
    },
  };
}

/** The record and locator that tell numbers which the older end has no room for. @param {number} entries @param {number} start @param {number} length */
function zip64End(entries, start, length) {
  const bytes = Buffer.alloc(56 + 20);
  bytes.write('PK\x06\x06', 'latin1');
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  bytes.writeBigUInt64LE(BigInt(entries), 24);
  bytes.writeBigUInt64LE(BigInt(entries), 32);
  bytes.writeBigUInt64LE(BigInt(length), 40);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.write('PK\x06\x07', 56, 'latin1');
  bytes.writeBigUInt64LE(BigInt(start + length), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}
