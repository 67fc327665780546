import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { KIND, MemoryBlocks } from '../../src/archive/index/blocks.ts';
import { type CatalogRow, dateInMinutes, packCatalog, packDates, unpackCatalog, unpackDates } from '../../src/archive/index/columns.ts';
import { Distribution } from '../../src/archive/index/distribution.ts';
import { readDistribution, writeDistribution } from '../../src/archive/index/distribution-records.ts';
import { readArticle } from '../../src/archive/lookup/lookup.ts';
import { sealed, unsealed } from '../../src/archive/store/checksum.ts';
import { emptyArchive, post, run, zip } from '../archive/archives.ts';
import { exported } from '../archive/export/exported.ts';

vi.stubGlobal('navigator', { locks: { request: (_: string, work: unknown, held?: unknown) => ((held ?? work) as () => unknown)() } });

const hash = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const uint32 = fc.nat(0xffffffff);

describe('columns', () => {
  test('give back catalogs', () => {
    const row: fc.Arbitrary<CatalogRow> = fc.record({ path: hash, crc: uint32, article: hash, fingerprint: uint32 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
        expect(unpackCatalog(packCatalog(rows))).toEqual(rows);
      }),
    );
  });

  test('give back dates to the minute, in their order', () => {
    const date = fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }));
    fc.assert(
      fc.property(fc.array(date, { maxLength: 50 }), (dates) => {
        const minutes = dates.map(dateInMinutes);
        expect([...unpackDates(packDates(minutes))]).toEqual(minutes);
        for (const [i, one] of dates.entries()) {
          const before = dates[i - 1];
          if (i > 0 && one !== null && before !== null && before !== undefined && before <= one)
            expect(minutes[i - 1]).toBeLessThanOrEqual(minutes[i] as number);
        }
      }),
    );
  });

  test('give back how counts are distributed, also when two are added up', async () => {
    const entries = fc.array(fc.tuple(fc.constantFrom('all', 'nieuws', 'één'), fc.nat(1_000_000)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(entries, entries, fc.nat(1_000_000), async (some, others, value) => {
        const [whole, blocks] = [new Distribution(), new MemoryBlocks()];
        const parts = [some, others].map((part, id) => {
          const half = new Distribution();
          for (const [group, count] of part) for (const one of [half, whole]) one.add([group], count);
          writeDistribution(blocks, id, half);
          return { id, count: part.length };
        });
        const groups = ['all', 'nieuws', 'één', 'geen'];
        const read = await readDistribution(blocks, parts, new Set(groups));
        for (const group of groups) expect(read.standing(group, value)).toEqual(whole.standing(group, value));
      }),
    );
  });
});

test('a record comes back as it was sealed, whatever its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(unsealed([1, KIND.packs, 2], sealed([1, KIND.packs, 2], bytes))).toEqual(bytes);
    }),
  );
});

describe('an archive', () => {
  const body = fc.array(fc.constantFrom('dijk', 'water', 'brand', 'storm', "auto's", '1.234', '<p>', '</p>', '<b>x</b>', 'é'), {
    minLength: 1,
    maxLength: 30,
  });
  const file = fc.record({ id: fc.integer({ min: 1, max: 40 }), body, name: fc.stringMatching(/^[a-z0-9_]{1,10}$/) });
  const files = fc.uniqueArray(file, { selector: ({ name }) => name, minLength: 1, maxLength: 40 });

  test('gives back every post byte for byte, and every version by its article', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 20, max: 200 }), async (some, tokens) => {
        await emptyArchive();
        const posts = Object.fromEntries(
          some.map((one) => [
            `krant-master/_posts/${one.name}.md`,
            post(`Bericht ${one.id}`, { link: `https://nos.nl/l/${one.id}`, body: one.body.join(' ') }),
          ]),
        );
        // The second half comes as an update.
        await run(zip(Object.fromEntries(Object.entries(posts).slice(0, Math.ceil(some.length / 2)))), { tokens });
        const { report } = await run(zip(posts), { tokens, choice: { destination: 'update', mirror: false } });
        expect(report.counts.posts).toBe(some.length);
        const files = unzipSync((await exported('krant')).bytes);
        expect(files).toEqual(Object.fromEntries(Object.entries(posts).map(([path, bytes]) => [path.replace('-master', ''), bytes])));
        for (const id of new Set(some.map((one) => one.id))) {
          const found = await readArticle(`nos:${id}`, null);
          const texts = new Set(some.filter((one) => one.id === id).map((one) => one.body.join(' ')));
          expect(found?.versions.length).toBeGreaterThanOrEqual(1);
          expect(found?.versions.length).toBeLessThanOrEqual(texts.size);
          expect([...texts]).toContain(found?.shown.html);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
