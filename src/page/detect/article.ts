import type { ArticleKind, PageArticle } from '../../article/answers.ts';
import { isFrontPage, isNoArticle, recognisedKey } from '../../article/key.ts';
import { firstOf } from './facts.ts';
import { headlineOf, titleOf } from './headline.ts';
import { isList, linkedFacts } from './json-ld.ts';
import { linkedText } from './linked-text.ts';
import { showsList } from './list.ts';
import { nextFacts } from './next-data.ts';
import { metaFacts } from './open-graph.ts';
import { pageOf } from './page.ts';
import { LEAST_TEXT, placeOf } from './root.ts';
import { lengthOf } from './shown.ts';
import { bounded, headingsAmong } from './text.ts';
import { timeIn } from './times.ts';

/** Reads an article by the look of the page alone, or tells that it is none: the last resort. */
export type Readable = (document: Document) => { title: string; paragraphs: string[] } | null;

/**
 * The article that a page shows, or null when it shows none. Depends on no class name: what the page says of itself first,
 * then the structure of the document, then, where it is given, the look of the page.
 */
export function detectArticle(document: Document, address: string, readable: Readable | null = null): PageArticle | null {
  if (isNoArticle(address)) return null;
  const page = pageOf(document, address);
  if (isFrontPage(page.key)) return null;
  const [linked, next, meta] = [linkedFacts(page), nextFacts(page), metaFacts(page)];
  const all = [linked, next, meta];
  const facts = firstOf(all);
  const titles = all.map(({ title }) => title);
  const headline = headlineOf(page, titles);
  const { root, blocks, paragraphs: shown } = placeOf(page.html, headline);
  const paragraphs = bestText(shown, next, linkedText(page));
  const isNamed = recognisedKey(address) !== null || linked.isArticle;
  // By meta elements or by the look alone a list is an article too.
  if (!isNamed && (isList(page) || showsList(blocks, page))) return null;
  const isArticle = isNamed || (meta.isArticle && headline !== null && lengthOf(paragraphs) >= LEAST_TEXT);
  const reading = isArticle && paragraphs.length > 0 ? null : (readable?.(document) ?? null);
  if (!isArticle && !reading) return null;
  const text = paragraphs.length > 0 && isArticle ? paragraphs : bounded(reading?.paragraphs ?? []);
  const headings = headingsAmong(text, blocks);
  return {
    key: page.key,
    address: address.slice(0, 4000),
    title: titleOf(headline, titles, reading?.title || page.title).slice(0, 1000),
    paragraphs: text,
    ...(headings.length > 0 && { headings }),
    published: facts.published ?? timeIn(root, headline, page, false),
    modified: facts.modified ?? timeIn(root, headline, page, true),
    keywords: facts.keywords,
    kind: facts.kind ?? kindOf(address),
    ...(facts.picture && { picture: facts.picture }),
    ...(facts.section && { section: facts.section.slice(0, 100) }),
  };
}

/** The text shown, unless data that are surely of this article have it purer, or the page shows next to none of it. */
function bestText(shown: string[], next: ReturnType<typeof nextFacts>, linked: string[]): string[] {
  const length = lengthOf(shown);
  if (next.kind !== 'liveblog' && lengthOf(next.paragraphs) > length / 2) return bounded(next.paragraphs);
  return lengthOf(linked) > 3 * length ? bounded(linked) : shown;
}

const kindOf = (address: string): ArticleKind =>
  (/\/(liveblog|video|audio)\//.exec(address)?.[1] as ArticleKind | undefined) ?? (/\/livestream\//.test(address) ? 'video' : 'article');
