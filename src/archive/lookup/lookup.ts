import type { Answer, ArchivedText, BundleLine, PageArticle, RelatedItem, VersionLine } from '../../article/answers.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import type { ArticleKey } from '../../article/key.ts';
import { connect } from '../store/connection.ts';
import { bundleLines, postCount, rangeOf, readManifest } from '../store/manifest.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { changesOnPage, pageChanges } from './changes.ts';
import { relatedTo } from './related.ts';
import { shownText, withoutText } from './shown.ts';
import { termsOf } from './terms.ts';
import { documentsOf, type FoundDocument, versionId, versionLine, versionsOf } from './versions.ts';

/** Changes with every import and removal: an answer of another generation is stale. */
export const generation = async (): Promise<number> => (await readManifest(await connect())).generation;

/** What the archive knows of the article of a page. */
export function answerFor(article: PageArticle): Promise<Answer & { generation: number; posts: number }> {
  return readArchive(async (reading) => {
    const { manifest } = reading;
    const about = { generation: manifest.generation, posts: postCount(manifest) };
    if (about.posts === 0) return { state: 'no-archive', ...about };
    const versions = versionsOf(await documentsOf(reading, article.key));
    const newest = versions.at(-1);
    if (newest) {
      const { text, paragraphs, related } = await read(reading, newest);
      const changes = pageChanges(changesOnPage(newest, paragraphs, article));
      return { state: 'archived', version: withoutText(text), versions: versions.map(versionLine), related, ...changes, ...about };
    }
    const range = rangeOf(manifest.bundles);
    if (article.title === '' && article.paragraphs.length === 0) return { state: 'none', reason: 'no-text', range, ...about };
    const terms = termsOf(article.title, article.paragraphs, article.keywords);
    const related = await relatedTo(reading, { key: article.key, terms, date: article.published, category: null });
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
    const versions = versionsOf(await documentsOf(reading, key));
    const found = versions.find((one) => versionId(one) === version) ?? versions.at(-1);
    if (!found) return null;
    const { text, related } = await read(reading, found);
    return { article: key, shown: text, versions: versions.map(versionLine), related };
  });
}

/** The bundles of the archive, by name. */
export const listBundles = async (): Promise<BundleLine[]> => bundleLines(await readManifest(await connect()));

async function read(reading: Reading, found: FoundDocument): Promise<{ text: ArchivedText; paragraphs: string[]; related: RelatedItem[] }> {
  const text = await shownText(reading, found);
  const { article, title, date, categories } = found.card;
  const paragraphs = paragraphsOf(text.html);
  const terms = termsOf(title, paragraphs);
  return { text, paragraphs, related: await relatedTo(reading, { key: article, terms, date, category: categories[0] ?? null }) };
}
