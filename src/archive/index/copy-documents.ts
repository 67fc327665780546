import { type BlockSource, DamagedSegment, KIND, readRecords } from './blocks.ts';
import { CARDS, CardBlock } from './card.ts';
import { CATALOG, unpackCatalog } from './columns.ts';
import type { NewDocument } from './documents-writer.ts';
import type { Part } from './segment.ts';

/**
 * The documents of a part in their order, as they would be written anew; their posts stay deflated as they are.
 * @param from the first to be read, a multiple of CARDS
 */
export async function* readDocuments(source: BlockSource, part: Part, from = 0): AsyncIterable<NewDocument> {
  const { count } = part;
  let ahead = from < count ? readGroup(source, part, from) : null;
  for (let first = from; ahead; first += CARDS) {
    const documents = await ahead;
    // The next ones are on their way while these are gone through.
    ahead = first + CARDS < count ? readGroup(source, part, first + CARDS) : null;
    ahead?.catch(() => undefined);
    yield* documents;
  }
}

/** The documents whose cards are one record. @param first of them */
async function readGroup(source: BlockSource, { id, count }: Part, first: number): Promise<NewDocument[]> {
  const [cards, catalog] = await readRecords(source, [
    [id, KIND.cards, first / CARDS],
    [id, KIND.catalog, Math.floor(first / CATALOG)],
  ]);
  const block = new CardBlock(cards as Uint8Array);
  const rows = unpackCatalog(catalog as Uint8Array);
  const numbers = [...new Set(Array.from({ length: block.count }, (_, i) => block.place(i).pack))];
  const records = await readRecords(
    source,
    numbers.map((number) => [id, KIND.packs, number] as const),
  );
  const packs = new Map(numbers.map((number, i) => [number, records[i] as Uint8Array]));
  return Array.from({ length: Math.min(block.count, count - first) }, (_, i) => {
    const { card, place, length, terms } = block.entry(i);
    const pack = packs.get(place.pack) as Uint8Array;
    const row = rows[(first + i) % CATALOG];
    if (!row) throw new DamagedSegment(id, `the catalog ends before document ${first + i}`);
    return {
      card,
      crc: row.crc,
      post: { bytes: pack.subarray(place.offset, place.offset + place.length), size: place.size },
      length,
      terms,
    };
  });
}
