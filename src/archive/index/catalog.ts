import { type BlockSource, KIND, keysOf, readRecords } from './blocks.ts';
import { CATALOG, type CatalogRow, unpackCatalog } from './columns.ts';
import type { SegmentRecord } from './segment.ts';
import { tombstonesOf } from './tombstones.ts';

/** Records read at once: the catalog of a million posts would be 24 MB. */
const AT_ONCE = 16;

/** The catalog rows of all documents of a segment, those taken out too, in their order. */
export async function* catalogOf(source: BlockSource, { parts }: SegmentRecord): AsyncIterable<CatalogRow> {
  for (const { id, count } of parts) {
    const keys = keysOf(id, KIND.catalog, Math.ceil(count / CATALOG));
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const records = await readRecords(source, keys.slice(from, from + AT_ONCE));
      for (const [i, bytes] of records.entries()) yield* unpackCatalog(bytes).slice(0, count - (from + i) * CATALOG);
    }
  }
}

/** The catalog rows of what stands in a segment, each with its document's number. */
export async function* standingRows(source: BlockSource, segment: SegmentRecord): AsyncIterable<{ row: CatalogRow; document: number }> {
  const gone = await tombstonesOf(source, segment);
  let document = 0;
  for await (const row of catalogOf(source, segment)) {
    if (!gone.has(document)) yield { row, document };
    document++;
  }
}

/** The catalog rows of what stands in some segments, in their order. */
export async function* standing(source: BlockSource, segments: readonly SegmentRecord[]): AsyncIterable<CatalogRow> {
  for (const segment of segments) for await (const { row } of standingRows(source, segment)) yield row;
}
