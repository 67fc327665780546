import { readPost } from '../../archive/bundle/post.ts';
import { type ArticleToWrite, postFile, type TextBlock } from '../../archive/bundle/post-file.ts';
import { fingerprintOf } from '../../archive/import/index-post.ts';
import type { Limit } from '../../archive/import/limit.ts';
import { type SavedPost, savePosts } from '../../archive/import/save.ts';
import { archivedText } from '../../archive/lookup/changes.ts';
import { documentsOf, versionsOf } from '../../archive/lookup/versions.ts';
import { connect } from '../../archive/store/connection.ts';
import { readArchive } from '../../archive/store/reading.ts';
import type { Kept } from '../../article/answers.ts';
import type { ComparedText } from '../../article/changes.ts';
import { type ArticleKey, addressKey } from '../../article/key.ts';
import { OWN_BUNDLE } from '../../article/own-bundle.ts';
import { publisherOf } from '../../article/publisher.ts';
import { readSettings } from '../../settings/settings.ts';
import { beside } from './beside.ts';
import { dateOf } from './date-of.ts';
import { isTooOld, limitOf } from './own-limit.ts';
import { whyNotWorthKeeping } from './worth-keeping.ts';

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
  /** It has no text of its own, as its page shows a translation. */
  isTranslated?: boolean | undefined;
  /** Its text grows for hours: of each hour only the last one is kept. */
  isLiveblog: boolean;
}

const HOUR = 3_600_000;
/** How many of the newest versions are compared; all are recognised by their fingerprint. */
const MOST_COMPARED = 10;
const KEEP_LOCK = 'terugblik-keep';

/**
 * Keeps an article in the bundle of the reader's own, unless the archive has this very title and text of it already.
 * @param now epoch milliseconds
 * @throws what the storage throws; then nothing was kept
 */
export async function keepArticle(article: ArticleToKeep, now: number): Promise<Kept> {
  return whyNotWorthKeeping(article) ?? (await keepArticles([article], now))[0] ?? 'unchanged';
}

/** Keeps several articles at once, however short; where one is among them twice, the first. */
export function keepArticles(articles: readonly ArticleToKeep[], now: number): Promise<Kept[]> {
  // Two tabs may show one article: the second then finds it kept.
  return navigator.locks.request(KEEP_LOCK, async () => {
    const limit = limitOf(await readSettings());
    const seen = new Set<ArticleKey>();
    const plans: { kept: Kept; post: SavedPost | null }[] = [];
    for (const article of articles) {
      const isFirst = !seen.has(article.key);
      seen.add(article.key);
      plans.push(isFirst ? await plan(article, now, limit) : { kept: 'unchanged', post: null });
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
async function plan(article: ArticleToKeep, now: number, limit: Limit): Promise<{ kept: Kept; post: SavedPost | null }> {
  const post = readPost(OWN_BUNDLE, ...file(article, now));
  const known = await knownOf(post.article, fingerprintOf(post));
  if (known === 'this') return { kept: 'unchanged', post: null };
  const date = dateOf(article, known.length > 0, now);
  if (isTooOld(date, limit, now)) return { kept: 'too-old', post: null };
  const [path, bytes] = file(article, date);
  const latest = known.findLast(({ isOwn }) => isOwn);
  const replacing = (kept: Kept, one: Known, with_ = bytes) => ({
    kept,
    post: { kind: 'replacement', path: one.path, bytes: with_ } as const,
  });
  if (article.isLiveblog) {
    if (latest && hourOf(latest.date) === hourOf(date)) return replacing('replaced', latest);
  } else {
    const besides = known.flatMap(({ text }) => (text ? [beside(text, post)] : []));
    if (besides.includes('same')) return { kept: 'unchanged', post: null };
    if (latest && latest === known.at(-1) && besides.at(-1) === 'fuller') return replacing('fuller', latest, file(article, latest.date)[1]);
  }
  return { kept: known.length > 0 ? 'version' : 'new', post: { kind: latest ? 'version' : 'article', path, bytes } };
}

const file = (article: ArticleToKeep, date: number): [path: string, bytes: Uint8Array] => {
  const { path, bytes } = postFile(asWritten(article, date));
  return [path, bytes];
};

const hourOf = (date: number) => Math.floor(date / HOUR);

interface Known {
  date: number;
  path: string;
  isOwn: boolean;
  /** Of the newest ones. */
  text: ComparedText | null;
}

/** The versions of an article that the archive has, of whatever bundle, oldest first; `this` where one is the very same. */
const knownOf = (key: ArticleKey, fingerprint: number): Promise<'this' | Known[]> =>
  readArchive(async (reading) => {
    const documents = await documentsOf(reading, key);
    if (documents.some(({ card }) => card.fingerprint === fingerprint)) return 'this';
    const versions = versionsOf(documents);
    const compared = new Set(versions.slice(-MOST_COMPARED));
    return Promise.all(
      versions.map(async (found) => ({
        date: found.card.date ?? 0,
        path: found.card.path,
        isOwn: reading.bundle(found.at.segment).name === OWN_BUNDLE,
        text: compared.has(found) ? await archivedText(found) : null,
      })),
    );
  });

function asWritten({ key, address, title, text, categories, picture }: ArticleToKeep, date: number): ArticleToWrite {
  return { title, date, categories, link: linkOf(key, address), picture, publisher: publisherOf(address), text };
}

/**
 * An address by which the article is found again: the short one of NOS, as archives have it; else the page's own, with only those
 * parameters that its key has, and without the place in the page.
 */
function linkOf(key: ArticleKey, address: string): string {
  const own = address.replace(/#.*/, '');
  const [, query] = key.split('?');
  const forms = [`https://nos.nl/l/${key.slice('nos:'.length)}`, own, own.replace(/\?.*/, query ? `?${query}` : '')];
  return forms.find((one) => addressKey(one) === key) ?? own;
}
