import { type BlockSource, DamagedSegment, KIND } from './blocks.ts';
import { CATALOG, type CatalogRow, unpackCatalog } from './columns.ts';
import type { SegmentRecord } from './segment.ts';

/** Records read at once: the catalog of a million posts would be 24 MB. */
const AT_ONCE = 16;

/** The catalog rows of all documents of a segment, those taken out too, in their order. */
export async function* catalogOf(source: BlockSource, { parts }: SegmentRecord): AsyncIterable<CatalogRow> {
  for (const { id, count } of parts) {
    const keys = Array.from({ length: Math.ceil(count / CATALOG) }, (_, i) => [id, KIND.catalog, i] as const);
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const records = await source.read(keys.slice(from, from + AT_ONCE));
      for (const [i, bytes] of records.entries()) {
        if (!bytes) throw new DamagedSegment(id, `catalog ${from + i} is missing`);
        yield* unpackCatalog(bytes).slice(0, count - (from + i) * CATALOG);
      }
    }
  }
}
