import type { Answer, AnsweredFrom, ArchivedText, PageArticle, RelatedItem, VersionLine } from '../../article/answers.ts';
import { articleParagraphsOf, paragraphsOf } from '../../article/html-text.ts';
import type { ArticleKey } from '../../article/key.ts';
import { type Alike, mostAlike } from '../index/alike.ts';
import { postCount, rangeOfBundles } from '../store/manifest.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { changesOnPage, pageChanges } from './changes.ts';
import { relatedTo } from './related.ts';
import { shownText, versionOf } from './shown.ts';
import { termsOf } from './terms.ts';
import { documentsOf, newestOf, type Version, versionLine, versionsOf } from './versions.ts';

/** What the archive knows of the article of a page; and how many texts it has in all. */
export function answerFor(article: PageArticle): Promise<Answer & AnsweredFrom> {
  return readArchive(async (reading) => {
    const { manifest, damaged } = reading;
    const textCount = reading.segments.reduce((sum, { standing }) => sum + standing, 0);
    const about = { generation: manifest.generation, textCount, ...(damaged > 0 && { damaged }) };
    if (postCount(manifest) === 0) return { state: 'no-archive', ...about };
    // Both at once, as most of a question's time goes to readings that wait for each other. First the one that reads less: the browser
    // fetches it while the words are weighed.
    const found = documentsOf(reading, article.key);
    const terms = termsOf(article.title, article.paragraphs, article.keywords);
    const alike = mostAlike(reading.segments, terms);
    alike.catch(() => undefined);
    const versions = versionsOf(await found);
    const newest = newestOf(versions, article.title);
    if (newest) {
      const { text, paragraphs, related } = await read(reading, newest, { terms: terms.size, alike });
      const changes = pageChanges(changesOnPage(newest, paragraphs, article));
      return { state: 'archived', version: versionOf(text), versions: versions.map(versionLine), related, ...changes, ...about };
    }
    const range = rangeOfBundles(manifest.bundles);
    if (article.title === '' && article.paragraphs.length === 0) return { state: 'none', reason: 'no-text', range, ...about };
    const related = await relatedTo(reading, { key: article.key, date: article.published, category: null }, alike);
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
    const found = versions.find(({ id }) => id === version) ?? versions.at(-1);
    if (!found) return null;
    const { text, related } = await read(reading, found);
    return { article: key, shown: text, versions: versions.map(versionLine), related };
  });
}

/** So many different words of a page tell what its article is about as well as the archived text does, and so do most of those of a short one. */
const TELLING = 50;
const MOST_OF = 0.8;

/** @param page what is like the article by what its page says, and of how many words that is */
async function read(
  reading: Reading,
  found: Version,
  page?: { terms: number; alike: Promise<Alike[]> },
): Promise<{ text: ArchivedText; paragraphs: string[]; related: RelatedItem[] }> {
  const text = await shownText(reading, found);
  const { article, title, date, categories } = found.card;
  const about = { key: article, date, category: categories[0] ?? null, card: found.card };
  const alike = () => {
    if (page && page.terms >= TELLING) return page.alike;
    const terms = termsOf(title, paragraphsOf(text.html));
    return page && page.terms >= terms.size * MOST_OF ? page.alike : mostAlike(reading.segments, terms);
  };
  return { text, paragraphs: articleParagraphsOf(text.html), related: await relatedTo(reading, about, alike()) };
}
