import { ByteReader } from './bytes.ts';
import type { FoundTerm, IndexReader } from './index-reader.ts';

/**
 * The documents in which some words stand one behind the other.
 * @param among flags of the documents that count
 */
export async function phraseDocuments(index: IndexReader, phrase: readonly string[], among: Uint8Array): Promise<Set<number>> {
  const found = await index.findAll(phrase);
  if (found.size < new Set(phrase).size || phrase.length === 0) return new Set();
  const places = new Map<string, Map<number, Uint32Array>>();
  let left = among;
  // The rarest word first: the others are then looked for in its documents only.
  for (const [word, one] of [...found].sort(([, a], [, b]) => a.count - b.count)) {
    const own = await placesOf(index, one, left);
    places.set(word, own);
    left = new Uint8Array(index.head.documents);
    for (const document of own.keys()) left[document] = 1;
  }
  const documents = new Set<number>();
  for (let document = 0; document < left.length; document++) {
    if (left[document] === 1 && standsIn(phrase, places, document)) documents.add(document);
  }
  return documents;
}

function standsIn(phrase: readonly string[], places: ReadonlyMap<string, ReadonlyMap<number, Uint32Array>>, document: number): boolean {
  const others = phrase.map((word) => new Set(places.get(word)?.get(document)));
  for (const start of others[0] ?? []) if (others.every((own, offset) => own.has(start + offset))) return true;
  return false;
}

/** Where a word stands in each document that counts. */
async function placesOf(index: IndexReader, found: FoundTerm, among: Uint8Array): Promise<Map<number, Uint32Array>> {
  const [{ count, documents }, bytes] = await Promise.all([index.all(found), index.positions(found)]);
  const reader = new ByteReader(bytes);
  const places = new Map<number, Uint32Array>();
  const buffer: number[] = [];
  for (let i = 0; i < count; i++) {
    buffer.length = 0;
    let place = -1;
    for (let isLast = false; !isLast && reader.at < bytes.length; ) {
      const value = reader.varint();
      isLast = (value & 1) === 1;
      place += (value >>> 1) + 1;
      buffer.push(place);
    }
    const document = documents[i] as number;
    if (among[document] === 1) places.set(document, Uint32Array.from(buffer));
  }
  return places;
}
