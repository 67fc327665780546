import { type BlockSource, DamagedSegment, KIND } from './blocks.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import type { SegmentRecord } from './segment.ts';

/** The numbers of documents that were taken out of a segment, as gaps. */
export function writeTombstones(documents: Iterable<number>): Uint8Array<ArrayBuffer> {
  const sorted = [...documents].sort((a, b) => a - b);
  const writer = new ByteWriter(sorted.length * 2 + 8);
  let last = 0;
  for (const document of sorted) {
    writer.varint(document - last);
    last = document;
  }
  return writer.take();
}

export function readTombstones(bytes: Uint8Array): Set<number> {
  const reader = new ByteReader(bytes);
  const documents = new Set<number>();
  let document = 0;
  while (reader.at < bytes.length) {
    document += reader.varint();
    documents.add(document);
  }
  return documents;
}

/** The numbers of a segment's documents that were taken out. */
export async function tombstonesOf(source: BlockSource, { tombstones }: SegmentRecord): Promise<ReadonlySet<number>> {
  if (tombstones === null) return new Set();
  const [bytes] = await source.read([[tombstones, KIND.tombstones, 0]]);
  if (!bytes) throw new DamagedSegment(tombstones, 'the list of what was taken out is missing');
  return readTombstones(bytes);
}
