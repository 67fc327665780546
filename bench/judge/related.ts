// Whether the right articles are found, without labels by hand: articles that share a picture, a few of them, are mostly
// follow-ups of one story. Runs in Node, on the storage of a test.
import 'fake-indexeddb/auto';
import { openAsBlob } from 'node:fs';
import { randomFrom } from '../../scripts/bench/random.mjs';
import type { Post } from '../../src/archive/bundle/post.ts';
import { ExactBm25 } from '../../test/archive/exact-bm25.ts';
import { disconnect, importFile, relatedToUnseen, tenRelated, termsOf, weightedBest } from '../ours.ts';
import { postsOf } from '../posts.ts';
import { OFF_TOPIC } from './off-topic.ts';
import { type Pair, pairsIn, wordsIn } from './pairs.ts';

const QUERIES = 600;
const EXACT_QUERIES = 200;

interface Row {
  figure: string;
  value: string;
  note: string;
}

/** @param archives of rising size; the last one is judged, all are asked about what they can't know */
export async function judgeRelated(archives: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const path of archives) {
    await emptyArchive();
    await importFile(new File([await openAsBlob(path)], path.replace(/^.*\//, '')));
    let some = 0;
    for (const text of OFF_TOPIC) {
      const [title = '', ...paragraphs] = text.split('. ');
      if ((await relatedToUnseen({ title, paragraphs, published: null })).length > 0) some++;
    }
    rows.push({
      figure: `off-topic texts that get a related item: ${path.replace(/^.*\//, '')}`,
      value: `${some} of ${OFF_TOPIC.length}`,
      note: '',
    });
  }
  const posts = [...postsOf(archives.at(-1) ?? '')];
  return [...rows, ...(await judgeFollowUps(posts)), await judgeExactness(posts)];
}

async function emptyArchive(): Promise<void> {
  await disconnect();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('terugblik').onsuccess = resolve;
  });
}

async function judgeFollowUps(posts: readonly Post[]): Promise<Row[]> {
  const pairs = sampleOf(pairsIn(posts), QUERIES);
  const exact = new ExactBm25();
  const words = (post: Post) => wordsIn(`${post.title}\n${post.paragraphs.join('\n')}`);
  for (const post of posts) exact.add(words(post));
  const theirs: number[] = [];
  const ours: number[] = [];
  const shown: number[] = [];
  for (const { post, partners } of pairs) {
    const weights = new Map([...new Set(words(post))].map((word) => [word, exact.idf(word)]));
    theirs.push(
      shareIn(
        partners,
        firstTen(
          exact.ranked(weights).map(({ document }) => posts[document] as Post),
          post,
        ),
      ),
    );
    const found = await tenRelated({ key: post.article, ...post, category: post.categories[0] ?? null });
    ours.push(shareIn(partners, found.ranked));
    shown.push(shareIn(partners, found.shown));
  }
  const gains = ours.map((share, i) => (share - (theirs[i] as number)) * 100);
  return [
    { figure: 'R@10 of exact BM25, all terms, unstemmed', value: mean(theirs).toFixed(3), note: `${pairs.length} queries` },
    { figure: 'R@10, ours', value: mean(ours).toFixed(3), note: `of the eight shown, above the floor: ${mean(shown).toFixed(3)}` },
    { figure: 'R@10, points over exact BM25', value: mean(gains).toFixed(1), note: `95 % interval ${intervalOf(gains)}` },
  ];
}

/** The weighted query scored over all documents without any budget, against what the engine gives for it. */
async function judgeExactness(posts: readonly Post[]): Promise<Row> {
  const exact = new ExactBm25();
  const termsIn = (post: Post) => [...termsOf(post.title, post.paragraphs)].flatMap(([term, count]) => Array<string>(count).fill(term));
  for (const post of posts) exact.add(termsIn(post));
  const shares: number[] = [];
  for (const { post } of sampleOf(pairsIn(posts), EXACT_QUERIES)) {
    const weights = new Map(
      [...termsOf(post.title, post.paragraphs)].map(([term, count]) => [term, exact.idf(term) ** 1.5 * (1 + Math.log(count))]),
    );
    const best = exact
      .ranked(weights)
      .slice(0, 10)
      .map(({ document }) => (posts[document] as Post).article);
    const found = (await weightedBest(post)).slice(0, 10).map(({ key }) => key);
    shares.push(best.filter((key) => found.includes(key)).length / best.length);
  }
  return {
    figure: 'ten best of the weighted query, share of an exact scorer’s',
    value: mean(shares).toFixed(3),
    note: `${shares.length} queries`,
  };
}

function firstTen(ranked: readonly Post[], own: Post): string[] {
  const keys = new Set<string>();
  for (const { article } of ranked) {
    if (article !== own.article) keys.add(article);
    if (keys.size === 10) break;
  }
  return [...keys];
}

const shareIn = (partners: ReadonlySet<string>, found: readonly string[]) =>
  found.filter((key) => partners.has(key)).length / partners.size;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function sampleOf(pairs: Pair[], count: number): Pair[] {
  const random = randomFrom(3);
  return pairs
    .map((pair) => ({ pair, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ pair }) => pair);
}

/** Of the mean, by drawing the queries again a thousand times. */
function intervalOf(values: readonly number[]): string {
  const random = randomFrom(5);
  const means = Array.from({ length: 1000 }, () => mean(values.map(() => values[random.below(values.length)] as number))).sort(
    (a, b) => a - b,
  );
  return `[${means[25]?.toFixed(1)}, ${means[975]?.toFixed(1)}]`;
}
