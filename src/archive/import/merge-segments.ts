import { type BlockSink, type BlockSource, KIND } from '../index/blocks.ts';
import { readDocuments } from '../index/copy-documents.ts';
import { countPost, Distribution } from '../index/distribution.ts';
import { DocumentsWriter } from '../index/documents-writer.ts';
import { raisedBy, without } from '../index/index-input.ts';
import { mergeIndexes } from '../index/merge.ts';
import { documentCount, type Part, type SegmentRecord } from '../index/segment.ts';

/** A segment to be merged, with the numbers of its documents that were taken out. */
export interface Input {
  record: SegmentRecord;
  gone: ReadonlySet<number>;
}

/** Up to this many documents are written anew; of more, only the index is, and the documents stay where they are. */
const COPIED = 16_384;

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
  const isCopied = base <= COPIED || inputs.some(({ gone }) => gone.size > 0);
  const parts = isCopied ? await copyDocuments(source, sink, inputs, ids.documents) : inputs.flatMap(({ record }) => record.parts);
  await mergeIndexes(source, sink, indexes, ids.index);
  return { index: ids.index, parts, tombstones: null };
}

async function copyDocuments(source: BlockSource, sink: BlockSink, inputs: readonly Input[], id: number): Promise<Part[]> {
  const writer = new DocumentsWriter(sink, id);
  const distribution = new Distribution();
  for (const { record, gone } of inputs) {
    let number = 0;
    for (const part of record.parts) {
      for await (const document of readDocuments(source, part)) {
        if (gone.has(number++)) continue;
        writer.add(document);
        countPost(distribution, document.card);
        await sink.drain();
      }
    }
  }
  writer.checkpoint();
  sink.put([id, KIND.distribution, 0], distribution.pack());
  return [{ id, count: writer.count }];
}
