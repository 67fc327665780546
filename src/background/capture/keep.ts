import { readPost } from '../../archive/bundle/post.ts';
import { type ArticleToWrite, postFile, type TextBlock } from '../../archive/bundle/post-file.ts';
import { fingerprintOf } from '../../archive/import/index-post.ts';
import { type SavedPost, savePosts } from '../../archive/import/save.ts';
import { documentsOf } from '../../archive/lookup/versions.ts';
import { connect } from '../../archive/store/connection.ts';
import { readArchive } from '../../archive/store/reading.ts';
import type { Kept } from '../../article/answers.ts';
import { type ArticleKey, addressKey } from '../../article/key.ts';
import { publisherOf } from '../../article/publisher.ts';

/** The bundle of what the reader kept. */
export const OWN_BUNDLE = 'Eigen archief';

/** An article to keep, of a page or a feed. Dates in epoch milliseconds. */
export interface ArticleToKeep {
  key: ArticleKey;
  address: string;
  title: string;
  text: readonly TextBlock[];
  published: number | null;
  modified: number | null;
  categories: readonly string[];
  picture: string | null;
  /** Its text grows for hours: of each hour only the last one is kept. */
  isLiveblog: boolean;
}

/** Less of a page is a picture, a wall, or a text that could not be read well. */
const LEAST_WORDS = 50;
const HOUR = 3_600_000;
const KEEP_LOCK = 'terugblik-keep';

/**
 * Keeps an article in the bundle of the reader's own, unless the archive has this very title and text of it already.
 * @param now epoch milliseconds
 * @throws what the storage throws; then nothing was kept
 */
export async function keepArticle(article: ArticleToKeep, now: number): Promise<Kept> {
  if (wordsIn(article.text) < LEAST_WORDS) return 'too-short';
  return (await keepArticles([article], now))[0] ?? 'unchanged';
}

/** Keeps several articles at once, however short; of one article that is among them twice the first. */
export function keepArticles(articles: readonly ArticleToKeep[], now: number): Promise<Kept[]> {
  // Two tabs may show one article: the second then finds it kept.
  return navigator.locks.request(KEEP_LOCK, async () => {
    const seen = new Set<ArticleKey>();
    const plans: { kept: Kept; post: SavedPost | null }[] = [];
    for (const article of articles) {
      const isFirst = !seen.has(article.key);
      seen.add(article.key);
      plans.push(isFirst ? await plan(article, now) : { kept: 'unchanged', post: null });
    }
    await savePosts(
      await connect(),
      OWN_BUNDLE,
      plans.flatMap(({ post }) => post ?? []),
    );
    return plans.map(({ kept }) => kept);
  });
}

/** What is to be done with an article, seen what the archive has of it. */
async function plan(article: ArticleToKeep, now: number): Promise<{ kept: Kept; post: SavedPost | null }> {
  const known = await knownOf(article.key);
  const date = dateOf(article, known.length > 0, now);
  const { path, bytes } = postFile(asWritten(article, date));
  const fingerprint = fingerprintOf(readPost(OWN_BUNDLE, path, bytes));
  if (known.some((one) => one.fingerprint === fingerprint)) return { kept: 'unchanged', post: null };
  const own = known.filter((one) => one.isOwn);
  const latest = own.reduce<Known | null>((last, one) => ((one.date ?? 0) >= (last?.date ?? 0) ? one : last), null);
  if (article.isLiveblog && latest !== null && Math.floor((latest.date ?? 0) / HOUR) === Math.floor(date / HOUR))
    return { kept: 'replaced', post: { kind: 'replacement', path: latest.path, bytes } };
  return { kept: known.length > 0 ? 'version' : 'new', post: { kind: own.length > 0 ? 'version' : 'article', path, bytes } };
}

interface Known {
  fingerprint: number;
  date: number | null;
  path: string;
  isOwn: boolean;
}

/** The versions of an article that the archive has, of whatever bundle. */
const knownOf = (key: ArticleKey): Promise<Known[]> =>
  readArchive(async (reading) =>
    (await documentsOf(reading, key)).map(({ at, card }) => ({
      fingerprint: card.fingerprint,
      date: card.date,
      path: card.path,
      isOwn: reading.bundle(at.segment).name === OWN_BUNDLE,
    })),
  );

/** A first text is of its publication; a later one of its change, where the page tells it, else of when it was seen. */
function dateOf({ published, modified, isLiveblog }: ArticleToKeep, isKnown: boolean, now: number): number {
  const told = isKnown || isLiveblog ? modified : published;
  return told !== null && told <= now ? told : now;
}

function asWritten({ key, address, title, text, categories, picture }: ArticleToKeep, date: number): ArticleToWrite {
  return { title, date, categories, link: linkOf(key, address), picture, publisher: publisherOf(address), text };
}

/** The short address of an NOS article, as archives have it; else the page's own, without the place in the page. */
function linkOf(key: ArticleKey, address: string): string {
  const short = key.startsWith('nos:') ? `https://nos.nl/l/${key.slice('nos:'.length)}` : null;
  return short && addressKey(short) === key ? short : address.replace(/#.*/, '');
}

const wordsIn = (text: readonly TextBlock[]): number =>
  text.reduce((sum, block) => sum + (block.kind === 'paragraph' ? (block.text.match(/\S+/g)?.length ?? 0) : 0), 0);
