import type { ArticleKind, PageArticle } from '../../article/answers.ts';
import { type ArticleKey, addressKey, isNoArticle, recognisedKey } from '../../article/key.ts';
import { type Facts, firstOf, folded, htmlOf, type Page, timeOf, titleOfTab } from './facts.ts';
import { headingOf } from './heading.ts';
import { isList, linkedFacts } from './json-ld.ts';
import { nextFacts } from './next-data.ts';
import { metaFacts } from './open-graph.ts';
import { parentOf, textOf } from './shown.ts';
import { bounded, headingsAmong, lengthOf, paragraphsIn } from './text.ts';

/** Reads an article by the look of the page alone, or tells that it is none: the last resort. */
export type Readable = (document: Document) => { title: string; paragraphs: string[] } | null;

/** Less text than this is a heading with a picture, of which meta elements alone don't make an article. */
const LEAST_TEXT = 200;

/**
 * The article that a page shows, or null when it shows none. Hangs on no class name: what the page says of itself first,
 * then the structure of the document, then, where it is given, the look of the page.
 */
export function detectArticle(document: Document, address: string, readable: Readable | null = null): PageArticle | null {
  if (isNoArticle(address)) return null;
  const html = htmlOf(document);
  const page = { html, address, key: keyOf(html, address) };
  const [linked, next, meta] = [linkedFacts(page), nextFacts(page), metaFacts(page)];
  const facts = firstOf([linked, next, meta]);
  const heading = headingOf(html);
  const root = rootOf(html, heading);
  const paragraphs = bestText(root ? paragraphsIn(root) : [], next, linked);
  const isKnown = recognisedKey(address) !== null;
  const isOne = isKnown || isSaid(page, linked, meta, heading !== null && lengthOf(paragraphs) >= LEAST_TEXT);
  const reading = isOne && paragraphs.length > 0 ? null : (readable?.(document) ?? null);
  if (!isOne && !reading) return null;
  const text = paragraphs.length > 0 && isOne ? paragraphs : bounded(reading?.paragraphs ?? []);
  const headings = headingsAmong(text, root ?? html);
  return {
    key: page.key,
    address: address.slice(0, 4000),
    title: titleOf(heading, facts, reading?.title || titleOfTab(document)).slice(0, 1000),
    paragraphs: text,
    ...(headings.length > 0 && { headings }),
    published: facts.published ?? timeIn(root, false),
    modified: facts.modified ?? timeIn(root, true),
    keywords: facts.keywords,
    kind: facts.kind ?? kindOf(address),
    ...(facts.picture && { picture: facts.picture }),
    ...(facts.section && { section: facts.section.slice(0, 100) }),
  };
}

/**
 * The key of an address. Where only the query string differs from the address that the page calls its own, the latter
 * says which of the parameters matter.
 */
function keyOf(html: Element, address: string): ArticleKey {
  const key = addressKey(address) ?? '';
  const named = html.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!key.startsWith('url:') || !named || !URL.canParse(named, address)) return key.slice(0, 2000);
  const canonical = addressKey(new URL(named, address).href) ?? key;
  return (canonical.split('?')[0] === key.split('?')[0] ? canonical : key).slice(0, 2000);
}

/** Whether the page says of itself that it is an article; a front page is none whatever it says. */
function isSaid(page: Page, linked: Facts, meta: Facts, hasText: boolean): boolean {
  if (new URL(page.address).pathname === '/') return false;
  return linked.isArticle || (meta.isArticle && hasText && !isList(page));
}

/** The text shown, unless data that are surely of this article have it purer, or the page shows next to none of it. */
function bestText(shown: string[], next: Facts, linked: Facts): string[] {
  const length = lengthOf(shown);
  if (next.kind !== 'liveblog' && lengthOf(next.paragraphs) > length / 2) return bounded(next.paragraphs);
  return lengthOf(linked.paragraphs) > 3 * length ? bounded(linked.paragraphs) : shown;
}

/** Where the article stands: what the document marks as one, else the nearest around its heading that holds a text. */
function rootOf(html: Element, heading: Element | null): Element | null {
  const main = 'main, [role="main"]';
  const marked = heading?.closest('article') ?? heading?.closest(main) ?? html.querySelector(`${main}, article`);
  if (marked) return marked;
  for (let around = heading && parentOf(heading); around; around = parentOf(around)) {
    if (around.tagName !== 'HEADER' && folded(around.textContent).length >= LEAST_TEXT + folded(heading?.textContent).length) return around;
  }
  return html.querySelector('body');
}

/** The heading as shown, without a label like "Live" in it that the page's data leave out. */
function titleOf(heading: Element | null, { title }: Facts, other: string): string {
  const shown = textOf(heading);
  if (!shown) return title || folded(other);
  return title.length > shown.length / 2 && shown.endsWith(title) ? title : shown;
}

/** The first time that is marked: of publication, or the one that is introduced as that of a change. */
function timeIn(root: Element | null, isModified: boolean): number | null {
  for (const element of [...(root?.querySelectorAll('time[datetime]') ?? [])].slice(0, 10)) {
    // An update of a liveblog is called one by its class; its time is that of no change.
    const said = /modif/i.test(element.parentElement?.className ?? '');
    const before = `${element.previousSibling?.textContent} ${element.textContent}`;
    if ((said || /aangepast|gewijzigd|bijgewerkt|update/i.test(before)) === isModified) return timeOf(element.getAttribute('datetime'));
  }
  return null;
}

const kindOf = (address: string): ArticleKind =>
  (/\/(liveblog|video|audio)\//.exec(address)?.[1] as ArticleKind | undefined) ?? (/\/livestream\//.test(address) ? 'video' : 'article');
