import { zipSync } from 'fflate';
import type { ChosenFile } from '../../../src/archive/bundle/bundle.ts';
import { exportBundle } from '../../../src/archive/export/export.ts';
import { readDocuments } from '../../../src/archive/index/copy-documents.ts';
import { tombstonesOf } from '../../../src/archive/index/tombstones.ts';
import { blocksOf } from '../../../src/archive/store/blocks.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { readManifest } from '../../../src/archive/store/manifest.ts';

/** The exported file, and how the export ended. */
export async function exported(name: string) {
  const pieces: Uint8Array[] = [];
  const told: number[] = [];
  const end = await exportBundle(await connect(), name, {
    write: async (bytes) => void pieces.push(bytes),
    tell: (done, total) => told.push(done / total),
    signal: new AbortController().signal,
  });
  return { bytes: new Uint8Array(Buffer.concat(pieces)), end, told };
}

export const asChosen = (bytes: Uint8Array, name: string): ChosenFile => ({
  file: new File([bytes as Uint8Array<ArrayBuffer>], name, { lastModified: 0 }),
  path: '',
});

/** The names in a ZIP, in its order and as often as they stand there. */
export function namesIn(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const names: string[] = [];
  for (let at = file.readUInt32LE(file.length - 6); file.readUInt32LE(at) === 0x02014b50; ) {
    const length = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/** Files packed again by their names, as one who unpacked them would. */
export const packedAgain = (files: Record<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))), { mtime: '2020-01-01T12:00:00' });

/** All that stands in a bundle, in its order: its cards, with the CRCs of the files. */
export async function documentsOf(name: string) {
  const database = await connect();
  const source = blocksOf(database);
  const documents = [];
  for (const segment of (await readManifest(database)).bundles.find((one) => one.name === name)?.segments ?? []) {
    const gone = await tombstonesOf(source, segment);
    let number = 0;
    for (const part of segment.parts)
      for await (const { card, crc } of readDocuments(source, part)) if (!gone.has(number++)) documents.push({ card, crc });
  }
  return documents;
}
