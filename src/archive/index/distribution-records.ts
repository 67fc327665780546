import { textHash } from '../../article/hash.ts';
import { type BlockSink, type BlockSource, KIND } from './blocks.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { type Bins, Distribution } from './distribution.ts';
import type { Part } from './segment.ts';

/**
 * A distribution as records that stay small. The first has the largest groups, which are asked for most, and says how many more records
 * there are; the hash of any other group says in which of these it stands.
 */
const GROUPS = 500;
const MOST_RECORDS = 32;

/** The first number of a record whose groups have their lengths. In one by an earlier version it is the number of groups. */
const WITH_LENGTHS = 0;
/** What follows the groups of the first record: whether the records have all groups. Nothing follows where an earlier version wrote it. */
const WHOLE = 1;
const CUT = 2;

/** The records of a distribution. Of more groups than they hold the smallest are left out. */
function packDistribution({ groups }: Distribution): Uint8Array<ArrayBuffer>[] {
  const size = (bins: Bins) => [...bins.values()].reduce((sum, count) => sum + count, 0);
  const all = [...groups].sort(([, a], [, b]) => size(b) - size(a));
  const others = all.slice(GROUPS, GROUPS * (MOST_RECORDS + 1));
  const more = Array.from({ length: Math.ceil(others.length / GROUPS) }, (): [string, Bins][] => []);
  for (const one of others) more[numberOf(one[0], more.length)]?.push(one);
  const first = packGroups(all.slice(0, GROUPS));
  first.varint(GROUPS + others.length < all.length ? CUT : WHOLE);
  first.varint(more.length);
  return [first, ...more.map(packGroups)].map((writer) => writer.take());
}

/** In which of some records a group stands that is not in the first. */
const numberOf = (group: string, records: number): number => textHash(group) % records;

export function writeDistribution(sink: BlockSink, id: number, distribution: Distribution): void {
  for (const [number, bytes] of packDistribution(distribution).entries()) sink.put([id, KIND.distribution, number], bytes);
}

/**
 * How the counts of some parts are distributed within some groups. A group that one of the parts left out is missing, rather than told
 * from half of its posts.
 */
export async function readDistribution(source: BlockSource, parts: readonly Part[], wanted: ReadonlySet<string>): Promise<Distribution> {
  const firsts = await source.read(parts.map(({ id }) => [id, KIND.distribution, 0] as const));
  const all = new Distribution();
  const untold = new Set<string>();
  await Promise.all(
    firsts.map(async (bytes, i) => {
      if (!bytes) return;
      const { groups, records, isWhole } = unpackFirst(bytes, wanted);
      const missing = [...wanted].filter((group) => !groups.has(group));
      const numbers = records > 0 ? [...new Set(missing.map((group) => numberOf(group, records)))] : [];
      const others = await source.read(numbers.map((number) => [(parts[i] as Part).id, KIND.distribution, number + 1] as const));
      const told = [groups, ...others.flatMap((more) => (more ? unpackGroups(new ByteReader(more), wanted) : []))];
      for (const some of told) for (const [group, bins] of some) all.addBins(group, bins);
      if (!isWhole) for (const group of missing) if (!told.some((some) => some.has(group))) untold.add(group);
    }),
  );
  for (const group of untold) all.forget(group);
  return all;
}

function unpackFirst(bytes: Uint8Array, wanted: ReadonlySet<string>) {
  const reader = new ByteReader(bytes);
  const groups = unpackGroups(reader, wanted);
  if (reader.isAtEnd) return { groups, records: 0, isWhole: groupCount(bytes) < GROUPS };
  const isWhole = reader.varint() === WHOLE;
  return { groups, records: reader.varint(), isWhole };
}

/** How many groups a record has. */
function groupCount(bytes: Uint8Array): number {
  const reader = new ByteReader(bytes);
  return reader.varint() || reader.varint();
}

function packGroups(groups: readonly (readonly [string, Bins])[]): ByteWriter {
  const writer = new ByteWriter(4096);
  writer.varint(WITH_LENGTHS);
  writer.varint(groups.length);
  for (const [group, bins] of groups) {
    const name = new TextEncoder().encode(group);
    const packed = packBins(bins);
    writer.varint(name.length);
    writer.raw(name);
    writer.varint(bins.size);
    writer.varint(packed.length);
    writer.raw(packed);
  }
  return writer;
}

/** @param wanted groups that are asked for; the others are passed over where that can be done */
function unpackGroups(reader: ByteReader, wanted: ReadonlySet<string> | null): Map<string, Bins> {
  const groups = new Map<string, Bins>();
  const decoder = new TextDecoder();
  const first = reader.varint();
  for (let left = first || reader.varint(); left > 0 && !reader.isAtEnd; left--) {
    const length = reader.varint();
    const group = decoder.decode(reader.bytes.subarray(reader.at, reader.at + length));
    reader.at += length;
    const bins = reader.varint();
    const end = first === WITH_LENGTHS ? reader.varint() + reader.at : null;
    if (end !== null && wanted && !wanted.has(group)) reader.at = end;
    else groups.set(group, readBins(reader, bins));
  }
  return groups;
}

function packBins(bins: Bins): Uint8Array {
  const writer = new ByteWriter(256);
  let last = 0;
  for (const [bin, count] of [...bins].sort(([a], [b]) => a - b)) {
    writer.varint(bin - last);
    writer.varint(count);
    last = bin;
  }
  return writer.view();
}

function readBins(reader: ByteReader, count: number): Bins {
  const bins: Bins = new Map();
  let bin = 0;
  for (let left = count; left > 0 && !reader.isAtEnd; left--) {
    bin += reader.varint();
    bins.set(bin, reader.varint());
  }
  return bins;
}
