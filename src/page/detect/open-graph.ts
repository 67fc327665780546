import type { ArticleKind } from '../../article/answers.ts';
import { type Facts, keywordsOf, NO_FACTS, timeOf } from './facts.ts';
import { isAbout, type Page } from './page.ts';
import { folded } from './shown.ts';

/** What the meta elements of a page say: OpenGraph, `article:*` and the keywords of news. */
export function metaFacts(page: Page): Facts {
  const all = metas(page.html);
  const one = (name: string) => all.get(name)?.[0];
  if (addressesOf(page, all).includes(false)) return NO_FACTS;
  const type = one('og:type') ?? '';
  return {
    isArticle: type === 'article',
    title: folded(one('og:title')),
    published: PUBLISHED.map((name) => timeOf(one(name))).find((time) => time !== null) ?? publishedIn(page.html),
    modified: timeOf(one('article:modified_time')),
    keywords: keywordsOf(...['article:tag', 'news_keywords', 'keywords'].flatMap((name) => all.get(name) ?? [])),
    kind: kindOf(type),
    picture: webAddress(one('og:image'), page.address),
    section: folded(one('article:section')) || undefined,
  };
}

/** By which names they tell when an article was published. */
const PUBLISHED = ['article:published_time', 'og:article:published_time', 'dc.date.issued'];

/** What microdata say of it; a page with several has those of other articles too. */
function publishedIn(html: Element): number | null {
  const [first, ...others] = html.querySelectorAll('meta[itemprop="datePublished"]');
  return first && others.length === 0 ? timeOf(first.getAttribute('content')) : null;
}

/** What they call the article whose address they or the canonical link name, and whether that is the page's own. */
export function metaTitles(page: Page): { title: string; isOwn: boolean }[] {
  const all = metas(page.html);
  const about = addressesOf(page, all);
  const isOther = about.includes(false);
  return isOther || about.includes(true) ? [{ title: folded(all.get('og:title')?.[0]), isOwn: !isOther }] : [];
}

/** Whether each of the addresses that a page gives itself is its own. */
function addressesOf(page: Page, all: Map<string, string[]>): (boolean | null)[] {
  const canonical = page.html.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return [canonical, all.get('og:url')?.[0]].map((address) => isAbout(address, page));
}

const kindOf = (type: string): ArticleKind | null => (type.startsWith('video') ? 'video' : /^(?:music|audio)/.test(type) ? 'audio' : null);

function webAddress(text: string | undefined, base: string): string | undefined {
  if (!text || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= 2000 ? url.href : undefined;
}

function metas(html: Element): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const meta of html.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase();
    const values = all.get(name) ?? [];
    values.push(meta.getAttribute('content') ?? '');
    all.set(name, values);
  }
  return all;
}
