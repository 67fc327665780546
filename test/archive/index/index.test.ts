import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryBlocks } from '../../../src/archive/index/blocks.ts';
import { ByteReader } from '../../../src/archive/index/bytes.ts';
import { readHead } from '../../../src/archive/index/head.ts';
import { raisedBy, without } from '../../../src/archive/index/index-input.ts';
import { IndexReader } from '../../../src/archive/index/index-reader.ts';
import { HIGH } from '../../../src/archive/index/index-writer.ts';
import { type Merged, mergeIndexes } from '../../../src/archive/index/merge.ts';
import { articleTerm, compoundPrefix, termBytes, termText } from '../../../src/archive/index/terms.ts';
import { TokenStore } from '../../../src/archive/index/token-store.ts';

interface Doc {
  title: string[];
  text: string[];
  marks: string[];
}

const GAP = 16;

async function written(blocks: MemoryBlocks, id: number, documents: readonly Doc[], first = 0): Promise<IndexReader> {
  const store = new TokenStore(first);
  for (const { title, text, marks } of documents) store.addStems(title, text, marks);
  // A few terms at a time, as with many tokens.
  await store.write(blocks, id, store.totalLength / documents.length || 1, 16);
  return opened(blocks, id);
}

const opened = async (blocks: MemoryBlocks, id: number) =>
  new IndexReader(blocks, id, readHead((await blocks.read([[id, 0, 0]]))[0] as Uint8Array));

/** Where each term stands, found the plain way: document → places. */
function expected(documents: readonly Doc[], first = 0): Map<string, Map<number, number[]>> {
  const all = new Map<string, Map<number, number[]>>();
  documents.forEach(({ title, text }, i) => {
    [...title, ...text].forEach((term, place) => {
      const places = all.get(term) ?? new Map<number, number[]>();
      const own = places.get(first + i) ?? [];
      places.set(first + i, [...own, place < title.length ? place : place + GAP]);
      all.set(term, places);
    });
  });
  return all;
}

async function found(index: IndexReader, term: string): Promise<Map<number, number[]>> {
  const [entry] = await index.find([termBytes(term)]);
  if (!entry) return new Map();
  const { documents, count } = await index.all(entry);
  const reader = new ByteReader(await index.positions(entry));
  const places = [...documents.subarray(0, count)].map((document) => {
    const own: number[] = [];
    for (let last = -1, isLast = false; !isLast; ) {
      const value = reader.varint();
      isLast = (value & 1) === 1;
      last += (value >>> 1) + 1;
      own.push(last);
    }
    return [document, own] as const;
  });
  return new Map(places);
}

const word = fc.oneof(
  fc.constantFrom('dijk', 'water', 'a', 'zorgverzekering', 'ü'.normalize('NFKD')),
  fc.stringMatching(/^[a-z0-9]{1,30}$/),
);
const doc = fc.record({
  title: fc.array(word, { maxLength: 5 }),
  text: fc.array(word, { maxLength: 40 }),
  marks: fc.constant([] as string[]),
});

describe('an index', () => {
  test('finds every term in all its documents and places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doc, { minLength: 1, maxLength: 20 }), fc.nat(100_000), async (documents, first) => {
        const index = await written(new MemoryBlocks(), 1, documents, first);
        for (const [term, places] of expected(documents, first)) expect(await found(index, term)).toEqual(places);
        expect(await index.find([termBytes('nergens')])).toEqual([null]);
      }),
      { numRuns: 60 },
    );
  });

  test('says the same when it is merged from parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(doc, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4 }), async (parts) => {
        const blocks = new MemoryBlocks();
        const merged: Merged[] = [];
        let base = 0;
        for (const [i, part] of parts.entries()) {
          await written(blocks, i + 1, part);
          merged.push({ id: i + 1, numbering: raisedBy(base) });
          base += part.length;
        }
        await mergeIndexes(blocks, blocks, merged, 99);
        const index = await opened(blocks, 99);
        const all = expected(parts.flat());
        for (const [term, places] of all) expect(await found(index, term)).toEqual(places);
        expect(index.head).toMatchObject({ documents: base, words: all.size });
      }),
      { numRuns: 40 },
    );
  });

  test('forgets documents that were taken out when it is merged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { minLength: 1, maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        async (documents, out) => {
          const blocks = new MemoryBlocks();
          await written(blocks, 1, documents);
          const gone = new Set([...documents.keys()].filter((i) => out[i]));
          await mergeIndexes(blocks, blocks, [{ id: 1, numbering: without(0, gone) }], 2);
          const index = await opened(blocks, 2);
          const living = documents.filter((_, i) => !out[i]);
          const all = expected(living);
          for (const [term, places] of all) expect(await found(index, term)).toEqual(places);
          expect(index.head).toMatchObject({ documents: living.length, words: all.size });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('keeps postings of a frequent term beyond those at hand, in one and in merged indexes', async () => {
    const documents = Array.from({ length: 3 * HIGH }, (_, i) => ({
      title: [],
      text: i % 3 === 0 ? ['dijk', 'dijk', 'water'] : ['dijk', `w${i}`, 'x', 'y'],
      marks: [],
    }));
    const blocks = new MemoryBlocks();
    const index = await written(blocks, 1, documents);
    const [entry] = await index.find([termBytes('dijk')]);
    if (!entry) throw new Error('not found');
    const high = index.high(entry);
    expect(high.count).toBe(HIGH);
    expect([...high.documents].every((document) => document % 3 === 0)).toBe(true);
    expect(await found(index, 'dijk')).toEqual(expected(documents).get('dijk'));
    await mergeIndexes(
      blocks,
      blocks,
      [
        { id: 1, numbering: raisedBy(0) },
        { id: 1, numbering: raisedBy(documents.length) },
      ],
      2,
    );
    expect(await found(await opened(blocks, 2), 'dijk')).toEqual(expected([...documents, ...documents]).get('dijk'));
  });

  test('finds terms over many blocks, by prefix too', async () => {
    const documents = Array.from({ length: 300 }, (_, i) => ({
      title: [],
      text: Array.from({ length: 60 }, (_, j) => `woord${(i * 60 + j).toString(36).padStart(4, '0')}`),
      marks: [articleTerm(`nos:${1000 + i}`)],
    }));
    const index = await written(new MemoryBlocks(), 1, documents);
    expect(index.head.blocks).toBeGreaterThan(5);
    const [entry] = await index.find([termBytes(articleTerm('nos:1123'))]);
    expect(entry && [...index.high(entry).documents]).toEqual([123]);
    const terms = await index.startingWith(termBytes('woord0a'), 2000);
    expect(terms.map(({ term }) => termText(term))).toEqual(
      [...new Set(documents.flatMap(({ text }) => text))].filter((term) => term.startsWith('woord0a')).sort(),
    );
    expect((await index.startingWith(termBytes('zz'), 10)).length).toBe(0);
    expect((await index.startingWith(termBytes('a'), 10)).length).toBe(0);
  });

  test('notes the compounds among its words under their tails', async () => {
    const documents = [{ title: [], text: ['zorg', 'zorgverzekering', 'verzekering'], marks: [] }];
    const index = await written(new MemoryBlocks(), 1, documents);
    expect((await index.startingWith(termBytes(compoundPrefix('verzekering')), 10)).length).toBe(1);
  });
});
