import type { ArticleKind } from '../../article/answers.ts';
import { asObject, type Json, typesOf } from './data.ts';
import { type Facts, keywordsOf, NO_FACTS, plain, timeOf } from './facts.ts';
import { isAbout, type Page } from './page.ts';

const ARTICLE = /Article$|BlogPosting$|^Report$/;
const MEDIA = /^(?:VideoObject|AudioObject|PodcastEpisode|RadioEpisode)$/;
const LIST = /^(?:CollectionPage|SearchResultsPage)$/;

/** What JSON-LD says of the page's article: one object, a list or a `@graph`, of any kind of article. */
export function linkedFacts(page: Page): Facts {
  const article = linkedArticle(page);
  if (!article) return NO_FACTS;
  return {
    isArticle: typesOf(article).some((type) => ARTICLE.test(type)),
    title: titleOf(article),
    published: timeOf(article.datePublished) ?? timeOf(article.uploadDate),
    modified: timeOf(article.dateModified),
    keywords: keywordsOf(article.keywords),
    kind: kindOf(typesOf(article)),
  };
}

/** The thing of JSON-LD that is the page's article. */
export const linkedArticle = (page: Page): Json | null => ownOf(page, ARTICLE) ?? ownOf(page, MEDIA);

/** What JSON-LD calls articles whose address it names, and whether that is the page's own. */
export const linkedTitles = (page: Page): { title: string; isOwn: boolean }[] =>
  page.things.flatMap((thing) => {
    const about = addressesOf(thing).map((address) => isAbout(address, page));
    const isOwn = about.includes(true);
    return typesOf(thing).some((type) => ARTICLE.test(type) || MEDIA.test(type)) && (isOwn || about.includes(false))
      ? { title: titleOf(thing), isOwn }
      : [];
  });

/** Whether JSON-LD says that the page is a list of others. */
export const isList = ({ things }: Page): boolean => things.some((thing) => typesOf(thing).some((type) => LIST.test(type)));

/** The thing that the page is about: one that names its address, or else the only one that names none. */
function ownOf(page: Page, type: RegExp): Json | null {
  const candidates = page.things.filter((thing) => typesOf(thing).some((one) => type.test(one)));
  const named = candidates.map((thing) => addressesOf(thing).map((address) => isAbout(address, page)));
  const own = candidates[named.findIndex((all) => all.includes(true))];
  if (own) return own;
  const nameless = candidates.filter((_, i) => !named[i]?.includes(false));
  return nameless.length === 1 ? (nameless[0] ?? null) : null;
}

function addressesOf(thing: Json): unknown[] {
  const { url, mainEntityOfPage } = thing;
  return [url, asObject(mainEntityOfPage)?.['@id'] ?? mainEntityOfPage, thing['@id']].filter(
    (address) => typeof address === 'string' && !address.startsWith('#'),
  );
}

const titleOf = ({ headline, name }: Json): string => plain(headline) || plain(name);

function kindOf(types: readonly string[]): ArticleKind | null {
  if (types.includes('LiveBlogPosting')) return 'liveblog';
  if (types.includes('VideoObject')) return 'video';
  return types.some((type) => MEDIA.test(type)) ? 'audio' : null;
}
