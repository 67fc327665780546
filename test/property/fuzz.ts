import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync, unzipSync, zipSync } from 'fflate';
import { readNames } from '../../scripts/faults/disk.mjs';
import { readArticle } from '../../src/archive/lookup/lookup.ts';
import { searchArchive } from '../../src/archive/lookup/search.ts';
import { emptyArchive, post, run } from '../archive/archives.ts';
import { tarOf } from '../archive/bundle/tar-fixture.ts';
import { zipOf } from '../archive/bundle/zip-fixture.ts';
import { randomFrom } from '../archive/random.ts';

/** Bytes made of a seed, and what they were made of. */
export interface Mutated {
  source: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** No import of a few kilobytes may take longer, in milliseconds. */
const LONGEST = 10_000;
/** Read in place, from the project's folder. */
const REAL = resolve('../shared/archive/leestmeer-2k.zip');

const generated = Array.from({ length: 12 }, (_, i) => ({
  name: `krant-master/_posts/2019-10-${i + 1}-bericht.md`,
  data: post(`Bericht ${i} over de dijk`, {
    link: i % 4 === 0 ? undefined : `https://nos.nl/l/${100 + (i % 5)}`,
    body: `<p>Woord${i} &amp; water.</p>`.repeat(1 + i),
    aantal: i,
    unieke: i,
    category: 'nieuws',
  } as object),
}));
const plain = Object.fromEntries(generated.map(({ name, data }) => [name, data]));

const sources: [string, () => Uint8Array][] = [
  ['zip', () => zipOf(generated)],
  [
    'zip64',
    () =>
      zipOf(
        generated.map((one) => ({ ...one, zip64: true })),
        { zip64: true },
      ),
  ],
  // Stored, so that a changed byte is more often one of a post: its CRC is then changed too, where it is not checked.
  ['stored', () => zipSync(plain, { level: 0, mtime: '2020-01-01T12:00:00' })],
  ['tar', () => tarOf(generated)],
  ['tar.gz', () => gzipSync(tarOf(generated), { mtime: 0 })],
  ['real zip', () => zipSync(realPosts(), { mtime: '2020-01-01T12:00:00' })],
  ['real tar', () => tarOf(Object.entries(realPosts()).map(([name, data]) => ({ name, data })))],
];

/** Some real posts, read in place. */
function realPosts(): Record<string, Uint8Array> {
  let number = 0;
  return unzipSync(readFileSync(REAL), { filter: ({ name }) => name.endsWith('.md') && name.length < 100 && number++ % 80 === 0 });
}

const made = new Map<string, Uint8Array>();

/** The mutated bundle of a seed; null where it is made of an archive that is not here. */
export function mutatedBy(seed: number): Mutated | null {
  const random = randomFrom(seed);
  const [source, make] = sources[random(sources.length)] as [string, () => Uint8Array];
  if (source.startsWith('real') && !existsSync(REAL)) return null;
  const whole = made.get(source) ?? make();
  made.set(source, whole);
  let bytes = [...whole];
  for (let left = 1 + random(random(4) === 0 ? 40 : 4); left > 0; left--) bytes = mutated(bytes, random);
  return { source, bytes: Uint8Array.from(bytes) };
}

const TELLING = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x2d, 0x22, 0x3c, 0x50, 0x2e];

function mutated(bytes: number[], random: (below: number) => number): number[] {
  const at = random(Math.max(1, bytes.length));
  const length = 1 + random(random(3) === 0 ? 600 : 8);
  switch (random(7)) {
    case 0:
      return bytes.with(Math.min(at, bytes.length - 1), random(256));
    case 1:
      return bytes.with(Math.min(at, bytes.length - 1), TELLING[random(TELLING.length)] as number);
    case 2:
      return bytes.toSpliced(at, length);
    case 3:
      return bytes.toSpliced(at, 0, ...bytes.slice(at, at + length));
    case 4:
      return bytes.toSpliced(at, 0, ...Array.from({ length }, () => random(256)));
    case 5:
      return bytes.toSpliced(at, length, ...bytes.slice(random(bytes.length)).slice(0, length));
    default:
      // A number of four bytes: nothing, the most, or one more or less than it was.
      return bytes.toSpliced(
        at,
        4,
        ...(random(2) === 0 ? [0, 0, 0, 0] : [0xff, 0xff, 0xff, 0xff]).slice(0, Math.max(0, bytes.length - at)),
      );
  }
}

/** What is wrong with how a bundle is imported, or null. An import ends in one of its ways, and tells the truth. */
export async function flawOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  await emptyArchive();
  const started = performance.now();
  const end = await run({ file: new File([bytes], 'krant-master.zip', { lastModified: 1 }), path: '' }, { tokens: 100 });
  if (performance.now() - started > LONGEST) return 'it took too long';
  const { counts, skipped } = end.report;
  if (end.type === 'failed' && ['storage', 'disk-full'].includes(end.reason)) return `it failed by ${end.detail}`;
  if (skipped.length !== counts.skipped) return `${counts.skipped} were skipped and ${skipped.length} listed`;
  if (counts.posts + counts.skipped > counts.entries) return 'there are more posts than files';
  const { unnamed, missing } = await readNames();
  if (unnamed.length + missing.length > 0) return `records ${unnamed} have no name, ${missing} are missing`;
  if (end.type !== 'done') return null;
  if (counts.added !== counts.posts) return `${counts.posts} posts, ${counts.added} added`;
  const all = { text: '', publisher: null, category: null, from: null, to: null, sort: 'date', offset: 0, limit: 100 } as const;
  const { results } = await searchArchive(all);
  if (new Set(results.map(({ key }) => key)).size !== counts.articles) return `${counts.articles} articles, ${results.length} found`;
  for (const { key } of results) if ((await readArticle(key, null)) === null) return `${key} can't be read`;
  return null;
}
