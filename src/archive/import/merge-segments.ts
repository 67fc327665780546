import type { BlockSink, BlockSource } from '../index/blocks.ts';
import { readDocuments } from '../index/copy-documents.ts';
import { countPost, Distribution } from '../index/distribution.ts';
import { writeDistribution } from '../index/distribution-records.ts';
import { DocumentsWriter } from '../index/documents-writer.ts';
import { raisedBy, without } from '../index/index-input.ts';
import { mergeIndexes } from '../index/merge.ts';
import { analysisOf, documentCount, type Part, type SegmentRecord } from '../index/segment.ts';

/** A segment to be merged, with the numbers of its documents that were taken out. */
export interface Input {
  record: SegmentRecord;
  gone: ReadonlySet<number>;
}

/** A part with this many times the documents behind it stays where it is: only the index over it is written anew. */
export const TIMES = 32;
/** So does a part with this many documents. */
const LARGE = 16_384;

/**
 * Makes one segment of several that stand one behind the other. Documents that were taken out are left out for good.
 * @param ids of the new index, and of the new documents should any be written
 */
export async function mergeSegments(
  source: BlockSource,
  sink: BlockSink,
  inputs: readonly Input[],
  ids: { index: number; documents: number },
): Promise<SegmentRecord> {
  let base = 0;
  const indexes = inputs.map(({ record, gone }) => {
    const numbering = gone.size > 0 ? without(base, gone) : raisedBy(base);
    base += documentCount(record) - gone.size;
    return { id: record.index, numbering };
  });
  const all = partsOf(inputs);
  const from = firstCopied(all);
  const parts = all.slice(0, from).map(({ part }) => part);
  if (from < all.length) parts.push(await copyDocuments(source, sink, all.slice(from), ids.documents));
  await mergeIndexes(source, sink, indexes, ids.index);
  return { index: ids.index, parts, tombstones: null, analysis: analysisOf(...inputs.map(({ record }) => record)) };
}

/** A part with the numbers, within it, of its documents that were taken out. */
interface PartInput {
  part: Part;
  gone: ReadonlySet<number>;
}

function partsOf(inputs: readonly Input[]): PartInput[] {
  return inputs.flatMap(({ record, gone }) => {
    let first = 0;
    return record.parts.map((part) => {
      const start = first;
      first += part.count;
      return { part, gone: new Set([...gone].filter((one) => one >= start && one < first).map((one) => one - start)) };
    });
  });
}

/**
 * The first of some parts whose documents are written anew, as one part with those of all behind it. Large parts stay unless documents
 * of them were taken out, and so does a single part at the end.
 */
export function firstCopied(parts: readonly { part: Pick<Part, 'count'>; gone: ReadonlySet<number> }[]): number {
  let from = parts.length;
  let behind = 0;
  for (const { part } of parts.toReversed()) {
    if (part.count >= LARGE || (behind > 0 && part.count >= behind * TIMES)) break;
    behind += part.count;
    from--;
  }
  const thinned = parts.findIndex(({ gone }) => gone.size > 0);
  if (thinned >= 0) return Math.min(from, thinned);
  return from === parts.length - 1 ? parts.length : from;
}

async function copyDocuments(source: BlockSource, sink: BlockSink, parts: readonly PartInput[], id: number): Promise<Part> {
  const writer = new DocumentsWriter(sink, id);
  const distribution = new Distribution();
  for (const { part, gone } of parts) {
    let number = 0;
    for await (const document of readDocuments(source, part)) {
      if (gone.has(number++)) continue;
      writer.add(document);
      countPost(distribution, document.card);
      await sink.drain();
    }
  }
  writer.checkpoint();
  writeDistribution(sink, id, distribution);
  return { id, count: writer.count };
}
