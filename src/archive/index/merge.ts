import type { BlockSink, BlockSource } from './blocks.ts';
import { ByteWriter } from './bytes.ts';
import { IndexInput, type Renumbering } from './index-input.ts';
import { IndexWriter } from './index-writer.ts';
import { emptyPostings, inDocumentOrder } from './postings.ts';

/** An index to be merged, and what numbers its documents get. */
export interface Merged {
  id: number;
  numbering: Renumbering;
}

/**
 * Merges indexes over documents that stand one behind the other into one, term by term: what is held in memory is a
 * block of each, whatever their size. Impacts stay as they were written.
 */
export async function mergeIndexes(source: BlockSource, sink: BlockSink, indexes: readonly Merged[], into: number): Promise<void> {
  const inputs = await Promise.all(indexes.map(({ id, numbering }) => IndexInput.open(source, id, numbering)));
  const writer = new IndexWriter(sink, into);
  const postings = emptyPostings(1 << 12);
  const positions = new ByteWriter(1 << 16);
  let live = inputs.filter((input) => !input.ended);
  let drained = 0;
  while (live.length > 0) {
    const least = live.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
    const term = least.term.slice();
    const { isWord, hadNone } = least;
    postings.count = 0;
    positions.length = 0;
    let someEnded = false;
    for (const input of live) {
      if (!input.isAt(term)) continue;
      // Awaited only when something must be fetched: nearly every term stands in what is at hand.
      const taking = input.take(postings, positions);
      if (taking) await taking;
      const fetching = input.next();
      if (fetching) await fetching;
      someEnded ||= input.ended;
    }
    // A term whose documents were all taken out goes with them; a compound has none of its own.
    if (postings.count > 0 || hadNone) writer.add(term, inDocumentOrder(postings), isWord ? positions.view() : null);
    if (writer.blocks > drained) {
      drained = writer.blocks;
      await writer.drain();
    }
    if (someEnded) live = live.filter((input) => !input.ended);
  }
  writer.finish({
    documents: inputs.reduce((sum, input) => sum + input.documents, 0),
    length: inputs.reduce((sum, input) => sum + input.length, 0),
  });
  await writer.drain();
}
