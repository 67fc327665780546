import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND, MemoryBlocks } from '../../../src/archive/index/blocks.ts';
import { ByteReader, ByteWriter } from '../../../src/archive/index/bytes.ts';
import { CardBlock, type CardEntry, quoted, quoteOf } from '../../../src/archive/index/card.ts';
import { CardPacker } from '../../../src/archive/index/card-packer.ts';
import { dateInMinutes, packCatalog, packDates, unpackCatalog, unpackDates } from '../../../src/archive/index/columns.ts';
import { Distribution } from '../../../src/archive/index/distribution.ts';
import { readDistribution, writeDistribution } from '../../../src/archive/index/distribution-records.ts';
import { TermCursor, TermWriter } from '../../../src/archive/index/front-coding.ts';
import { HashTable } from '../../../src/archive/index/hash-table.ts';
import {
  emptyPostings,
  inDocumentOrder,
  type Postings,
  readPostings,
  splitByImpact,
  writePostings,
} from '../../../src/archive/index/postings.ts';
import { LEVELS } from '../../../src/archive/index/score.ts';
import { compareBytes, termBytes, termText } from '../../../src/archive/index/terms.ts';
import { readTombstones, writeTombstones } from '../../../src/archive/index/tombstones.ts';
import { sealed, unsealed } from '../../../src/archive/store/checksum.ts';

const postingsOf = (pairs: readonly (readonly [number, number])[]): Postings => {
  const postings = emptyPostings(pairs.length);
  for (const [document, level] of pairs) {
    postings.documents[postings.count] = document;
    postings.levels[postings.count++] = level;
  }
  return postings;
};
const pairsOf = ({ count, documents, levels }: Postings) => Array.from({ length: count }, (_, i) => [documents[i], levels[i]]);
const somePairs = fc
  .uniqueArray(fc.tuple(fc.nat(2 ** 24), fc.nat(LEVELS - 1)), { selector: ([document]) => document, maxLength: 300 })
  .map((pairs) => pairs.sort(([a], [b]) => a - b));

describe('numbers and terms', () => {
  test('gives back varints and doubles', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff)), fc.double(), (numbers, double) => {
        const writer = new ByteWriter(1);
        for (const number of numbers) writer.varint(number);
        writer.float64(double);
        const reader = new ByteReader(writer.take());
        expect(numbers.map(() => reader.varint())).toEqual(numbers);
        expect(reader.float64()).toBe(double);
      }),
    );
  });

  test('gives back front-coded terms, long ones too', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => text.toWellFormed())),
        (texts) => {
          const terms = texts.map(termBytes).sort((a, b) => compareBytes(a, a.length, b, b.length));
          const writer = new ByteWriter();
          const coder = new TermWriter();
          for (const term of terms) coder.write(writer, term);
          const cursor = new TermCursor(writer.bytes, 0, writer.length);
          const read: string[] = [];
          while (cursor.next()) read.push(termText(cursor.term.slice(0, cursor.length)));
          expect(read).toEqual(terms.map(termText));
        },
      ),
    );
  });

  test('gives back postings, raised by a base', () => {
    fc.assert(
      fc.property(somePairs, fc.nat(1000), (pairs, base) => {
        const writer = new ByteWriter();
        writePostings(writer, postingsOf(pairs), 0, pairs.length);
        const into = emptyPostings(0);
        expect(readPostings(writer.bytes, 0, pairs.length, into, base)).toBe(writer.length);
        expect(pairsOf(into)).toEqual(pairs.map(([document, level]) => [document + base, level]));
      }),
    );
  });

  test('splits postings by impact without losing one, and puts them in order again', () => {
    fc.assert(
      fc.property(somePairs, fc.nat(200), (pairs, most) => {
        const { high, others } = splitByImpact(postingsOf(pairs), most);
        expect(high.count).toBe(Math.min(most, pairs.length));
        const lowest = Math.min(16, ...pairsOf(high).map(([, level]) => level as number));
        expect(pairsOf(others).every(([, level]) => (level as number) <= lowest)).toBe(true);
        expect(pairsOf(inDocumentOrder(postingsOf([...pairsOf(high), ...pairsOf(others)] as [number, number][])))).toEqual(pairs);
      }),
    );
  });

  test('gives back tombstones', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000_000)), (documents) => {
        expect(readTombstones(writeTombstones(documents))).toEqual(new Set(documents));
      }),
    );
  });

  test('keeps numbers under their hashes, however many', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(Number.MAX_SAFE_INTEGER), fc.nat(0xffffffff)), { maxLength: 3000 }), (pairs) => {
        const table = new HashTable();
        for (const [hash, value] of pairs) table.set(hash, value);
        const map = new Map(pairs);
        expect(table.size).toBe(map.size);
        for (const [hash, value] of map) expect(table.get(hash)).toBe(value);
      }),
      { numRuns: 20 },
    );
  });
});

const counts = fc.record({ total: fc.nat(), unique: fc.nat() });
const card: fc.Arbitrary<CardEntry> = fc.record({
  card: fc
    .record({
      article: fc.string(),
      path: fc.string(),
      link: fc.option(fc.oneof(fc.nat(), fc.string())),
      picture: fc.option(fc.nat()),
      description: fc.option(fc.string()),
      title: fc.string({ unit: 'grapheme' }),
      date: fc.option(fc.integer({ min: -1e13, max: 1e13 })),
      publisher: fc.option(fc.string()),
      categories: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
      numbers: fc.option(counts),
      numbersAre: fc.constantFrom('words' as const, 'views' as const, 'unsure' as const, null),
      words: counts,
      fingerprint: fc.nat(0xffffffff),
    })
    .map((card) => (card.numbers ? card : { ...card, numbersAre: null })),
  place: fc.record({ pack: fc.nat(0xffffffff), offset: fc.nat(0xffffffff), length: fc.nat(0xffffffff), size: fc.nat(0xffffffff) }),
  length: fc.nat(0xffff),
  terms: fc.array(fc.nat(0xffffff), { maxLength: 50 }).map((terms) => Uint32Array.from(terms)),
});

describe('records of documents', () => {
  test('gives back each card with what is read of it alone', () => {
    fc.assert(
      fc.property(fc.array(card, { minLength: 1, maxLength: 32 }), (entries) => {
        const packer = new CardPacker();
        // The second time tells that nothing of the first is left.
        for (let times = 0; times < 2; times++) {
          for (const entry of entries) packer.add(entry);
          const block = new CardBlock(packer.take());
          expect(entries.map((_, i) => block.entry(i))).toEqual(entries);
        }
      }),
    );
  });

  test('keeps where a text stands in its post, or the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, text, after) => {
        expect(quoted(before + text + after, quoteOf(before + text + after, text))).toBe(text);
        expect(quoted(after, quoteOf(after, text))).toBe(text);
        expect(quoted(after, quoteOf(after, null))).toBeNull();
      }),
    );
  });

  test('gives back catalogs', () => {
    const rows = [{ path: 2 ** 52 + 1, crc: 0xffffffff, article: 7, fingerprint: 0x80000000 }];
    expect(unpackCatalog(packCatalog(rows))).toEqual(rows);
  });

  test('keeps dates to the minute, and that there is none', () => {
    const minutes = [0, null, 1572207169000, -1e12].map(dateInMinutes);
    expect([...unpackDates(packDates(minutes))]).toEqual(minutes);
    expect(dateInMinutes(1572207169000)).toBe(26203452);
    expect(dateInMinutes(null)).toBeLessThan(dateInMinutes(-8.64e15));
  });

  test('tells how a count stands in each group', async () => {
    const distribution = new Distribution();
    for (let value = 1; value <= 1000; value++) distribution.add(['all', value % 2 ? 'odd' : 'even'], value);
    const read = await kept(distribution, ['all', 'odd', 'even', 'nothing']);
    const { below, same, above } = read.standing('all', 500);
    expect(below + same + above).toBe(1000);
    expect(Math.abs(below + same / 2 - 500)).toBeLessThan(16);
    expect(read.standing('odd', 10)).toEqual({ below: 5, same: 0, above: 495 });
    expect(read.standing('nothing', 10)).toEqual({ below: 0, same: 0, above: 0 });
    expect(read.bins('even').reduce((sum, bin) => sum + bin.count, 0)).toBe(500);
  });

  test('gives of the groups of counts those that are asked for', async () => {
    const distribution = new Distribution();
    for (const [value, group] of ['a', 'b', 'c'].entries()) distribution.add([group, 'all'], value);
    const read = await kept(distribution, ['b', 'all']);
    expect(['a', 'b', 'c', 'all'].map((group) => read.bins(group).length)).toEqual([0, 1, 0, 3]);
  });

  test('keeps thousands of groups of counts, and tells none of which some posts are missing', async () => {
    const distribution = new Distribution();
    for (let group = 0; group < 20_000; group++) distribution.add([`${group}`], group);
    for (let group = 0; group < 16_000; group++) distribution.add([`${group}`], group);
    const read = await kept(distribution, ['0', '499', '500', '15999', '19999', 'nothing']);
    expect([...read.groups.keys()].sort()).toEqual(['0', '15999', '499', '500']);
    expect(read.standing('15999', 0)).toEqual({ below: 0, same: 0, above: 2 });
  });

  test('reads groups of counts that were written before they had their lengths', async () => {
    const writer = new ByteWriter();
    writer.varint(2);
    for (const group of ['a', 'b']) {
      writer.varint(1);
      writer.raw(termBytes(group));
      for (const number of [2, 3, 10, 4, 20]) writer.varint(number);
    }
    const blocks = new MemoryBlocks();
    blocks.put([1, KIND.distribution, 0], writer.take());
    const read = await readDistribution(blocks, [PART], new Set(['b']));
    expect(read.bins('b')).toEqual([
      { from: 3, count: 10 },
      { from: 7, count: 20 },
    ]);
  });
});

const PART = { id: 1, count: 1 };

/** A distribution as it comes back from its records. */
function kept(distribution: Distribution, groups: string[]): Promise<Distribution> {
  const blocks = new MemoryBlocks();
  writeDistribution(blocks, PART.id, distribution);
  return readDistribution(blocks, [PART], new Set(groups));
}

const KEY = [1, KIND.terms, 2] as const;

test('knows a damaged record by any changed byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
      const stored = sealed(KEY, bytes);
      expect(unsealed(KEY, stored)).toEqual(bytes);
      const place = at % stored.length;
      stored[place] = (stored[place] as number) ^ change;
      expect(unsealed(KEY, stored)).toBeNull();
      expect(unsealed(KEY, stored.subarray(0, stored.length - 1))).toBeNull();
    }),
  );
  expect(unsealed(KEY, 'text')).toBeNull();
});
