import { type Disk, readDisk, writeDisk } from '../faults/disk.ts';

/** A database as text, to be kept: bytes in base 64, numbers in columns and maps as lists. */
export const asText = async (): Promise<string> =>
  `${JSON.stringify(await readDisk(), (_, value) => {
    if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
    if (value instanceof Map) return { map: [...value] };
    return value instanceof Set ? { set: [...value] } : value;
  })}\n`;

/** Makes the disk what it was when the text was written. */
export const fromText = (text: string): Promise<void> =>
  writeDisk(
    JSON.parse(text, (_, value) => {
      const kept = Object.keys(value ?? {}).join();
      if (kept === 'bytes') return new Uint8Array(Buffer.from(value.bytes, 'base64'));
      if (kept === 'words') return new Uint32Array(value.words);
      if (kept === 'map') return new Map(value.map);
      return kept === 'set' ? new Set(value.set) : value;
    }) as Disk,
  );
