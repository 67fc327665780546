import type { Answer, ArchivedText, BundleLine, PageArticle, RelatedItem, VersionLine } from '../../article/answers.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import type { ArticleKey } from '../../article/key.ts';
import { connect } from '../store/connection.ts';
import { bundleLines, postCount, rangeOf, readManifest } from '../store/manifest.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import type { StoredPost } from '../store/schema.ts';
import { shownText, shownVersion, versionId, versionLine, versionsOf } from './article.ts';
import { relatedTo } from './related.ts';

/** Changes with every import and removal: an answer of another generation is stale. */
export const generation = async (): Promise<number> => (await readManifest(await connect())).generation;

/** What the archive knows of the article of a page. */
export function answerFor(article: PageArticle): Promise<Answer & { generation: number; posts: number }> {
  return readArchive(async (reading) => {
    const { manifest } = reading;
    const about = { generation: manifest.generation, posts: postCount(manifest) };
    if (about.posts === 0) return { state: 'no-archive', ...about };
    const versions = versionsOf(await reading.postsOf(article.key));
    const newest = versions.at(-1);
    if (newest) {
      const related = await relatedToPost(reading, newest);
      return { state: 'archived', version: shownVersion(reading, newest), versions: versions.map(versionLine), related, ...about };
    }
    const range = rangeOf(manifest.bundles);
    if (article.title === '' && article.paragraphs.length === 0) return { state: 'none', reason: 'no-text', range, ...about };
    const related = await relatedTo(reading, { ...article, date: article.published, category: null });
    if (related.length > 0) return { state: 'related', related, ...about };
    const outside = range && article.published !== null && (article.published < range.from || article.published > range.to);
    const reason = outside ? 'outside-dates' : article.paragraphs.length === 0 ? 'no-text' : 'absent';
    return { state: 'none', reason, range, ...about };
  });
}

/** An archived article to read. */
export interface ArchivedArticle {
  article: ArticleKey;
  shown: ArchivedText;
  versions: VersionLine[];
  related: RelatedItem[];
}

/** An article's version (the newest unless an id is given) with its text, or null when the archive has no such article. */
export function readArticle(key: ArticleKey, version: string | null): Promise<ArchivedArticle | null> {
  return readArchive(async (reading) => {
    const versions = versionsOf(await reading.postsOf(key));
    const shown = versions.find((post) => versionId(post) === version) ?? versions.at(-1);
    if (!shown) return null;
    return {
      article: key,
      shown: shownText(reading, shown),
      versions: versions.map(versionLine),
      related: await relatedToPost(reading, shown),
    };
  });
}

/** The bundles of the archive, by name. */
export const listBundles = async (): Promise<BundleLine[]> => bundleLines(await readManifest(await connect()));

const relatedToPost = (reading: Reading, post: StoredPost): Promise<RelatedItem[]> =>
  relatedTo(reading, {
    key: post.article,
    title: post.title,
    paragraphs: paragraphsOf(post.body),
    date: post.date,
    category: post.categories[0] ?? null,
  });
