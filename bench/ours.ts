// The engine as the bench knows it. What changes there is followed here and nowhere else.
import { importBundle } from '../src/archive/import/import.ts';
import type { ImportReport } from '../src/archive/import/report.ts';
import { type Alike, mostAlike } from '../src/archive/index/alike.ts';
import { KIND } from '../src/archive/index/blocks.ts';
import { BlockCursor } from '../src/archive/index/index-reader.ts';
import { cardOf } from '../src/archive/index/segment.ts';
import { isWord } from '../src/archive/index/terms.ts';
import { stemsOf } from '../src/archive/language/analyse.ts';
import { answerFor } from '../src/archive/lookup/lookup.ts';
import { rankedStories, relatedTo } from '../src/archive/lookup/related.ts';
import { searchArchive } from '../src/archive/lookup/search.ts';
import { shownText } from '../src/archive/lookup/shown.ts';
import { termsOf } from '../src/archive/lookup/terms.ts';
import { documentsOf, versionsOf } from '../src/archive/lookup/versions.ts';
import { connect, disconnect } from '../src/archive/store/connection.ts';
import { readArchive } from '../src/archive/store/reading.ts';
import { BLOCKS, DATABASE } from '../src/archive/store/schema.ts';
import { withoutText } from '../src/article/without-text.ts';
import type { BenchQuery, Contestant, Kind } from './contestant.ts';

export { DATABASE, disconnect, termsOf };

/** Imports a bundle. @throws when the import does not end as done */
export async function importFile(file: File): Promise<ImportReport> {
  let report: ImportReport | null = null;
  await importBundle([{ file, path: '' }], new AbortController().signal, (event) => {
    if (event.type === 'failed') throw new Error(`${event.reason}: ${event.detail}`);
    if (event.type === 'done') report = event.report;
  });
  if (!report) throw new Error('the import did not end');
  return report;
}

/** An article's newest version with its text, and nothing else. */
const lookup = (key: string) =>
  readArchive(async (reading) => {
    const newest = versionsOf(await documentsOf(reading, key)).at(-1);
    return newest ? (await shownText(reading, newest)).title : null;
  });

const UNSEEN = withoutText({ key: 'bench:unseen', address: '', kind: 'article' });

/** Asks as for an article that is not archived: its text is known, its key is not. */
export async function relatedToUnseen({
  title,
  paragraphs,
  published,
}: Pick<BenchQuery, 'title' | 'paragraphs' | 'published'>): Promise<string[]> {
  const answer = await answerFor({ ...UNSEEN, title, paragraphs, published });
  return answer.state === 'related' ? answer.related.map(({ key }) => key) : [];
}

const search = async (text: string): Promise<string[]> => {
  const asked = { text, publisher: null, category: null, from: null, to: null, sort: 'relevance', offset: 0, limit: 20 } as const;
  return (await searchArchive(asked)).results.map(({ key }) => key);
};

export const ask: Record<Kind, (query: BenchQuery) => Promise<string[]>> = {
  lookup: async ({ key }) => ((await lookup(key)) === null ? [] : [key]),
  related: relatedToUnseen,
  // The space ends the last word, which would else be taken as a beginning.
  search: ({ words }) => search(`${words.join(' ')} `),
  phrase: ({ phrase }) => search(`"${phrase.join(' ')}"`),
  prefix: ({ prefix }) => search(prefix.join(' ')),
};

export const contestant: Contestant = {
  async take({ file }) {
    const start = performance.now();
    const { counts } = await importFile(file);
    return { posts: counts.posts, milliseconds: performance.now() - start };
  },
  /** Stems are remembered by word: what is analysed before the clock starts costs next to nothing after. */
  prepare({ title, paragraphs }) {
    stemsOf(title);
    for (const paragraph of paragraphs) stemsOf(paragraph);
  },
  ask,
};

/** What an article is about, and what the archive is asked for it. */
export interface About {
  key: string;
  title: string;
  paragraphs: readonly string[];
  date: number | null;
  category: string | null;
}

/** Keys of the ten stories ranked first, and of those among the first that are shown as related. */
export const tenRelated = ({ key, title, paragraphs, date, category }: About): Promise<{ ranked: string[]; shown: string[] }> =>
  readArchive(async (reading) => {
    const about = { key, date, category };
    const alike = mostAlike(reading.segments, termsOf(title, paragraphs));
    const [ranked, shown] = [await rankedStories(about, 10, alike), await relatedTo(reading, about, alike)];
    return { ranked: ranked.map((item) => item.key), shown: shown.map((item) => item.key) };
  });

/** Keys of what the weighted query alone finds, best first: without floor, priors and grouping. */
export const weightedBest = ({ title, paragraphs }: Pick<About, 'title' | 'paragraphs'>): Promise<{ key: string; score: number }[]> =>
  readArchive(async (reading) => {
    const alike: Alike[] = await mostAlike(reading.segments, termsOf(title, paragraphs));
    return alike.map((one) => ({ key: cardOf(one).article, score: one.score }));
  });

/** Sizes on the disk: bytes of the index without positions, what of it the words take, and how many postings these have. */
export async function indexSize(): Promise<{ bytes: number; words: number; postings: number; segments: number; posts: number }> {
  const heads = await readArchive(async ({ segments }) => segments.map(({ index }) => index.head));
  const sum = (of: 'documents' | 'postings') => heads.reduce((total, head) => total + head[of], 0);
  let bytes = 0;
  let words = 0;
  const transaction = (await connect()).transaction(BLOCKS, 'readonly');
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    const kind = cursor.key[1];
    if (kind !== KIND.head && kind !== KIND.terms && kind !== KIND.overflow) continue;
    bytes += cursor.value.length;
    words += kind === KIND.terms ? cursor.value.length - bytesOfMarks(cursor.value) : cursor.value.length;
  }
  return { bytes, words, postings: sum('postings'), segments: heads.length, posts: sum('documents') };
}

/** What article keys, publishers, categories and compounds take of a block: they stand before the words. */
function bytesOfMarks(stored: Uint8Array): number {
  const block = new BlockCursor(stored.subarray(0, stored.length - CHECKSUM), 0);
  let bytes = 0;
  while (block.next() && !isWord(block.term[0] as number)) bytes = block.end;
  return bytes;
}
const CHECKSUM = 4;
