import { addressKey } from '../../article/key.ts';
import { headingsOf } from './heading.ts';
import { isTitleOf, leadsTo } from './headline.ts';
import { linkedFacts, linkedTitles } from './json-ld.ts';
import { metaFacts, metaTitles } from './open-graph.ts';
import { type Page, pageOf } from './page.ts';
import { LEAST_TEXT } from './root.ts';
import { htmlOf, partOf, textOf } from './shown.ts';

/**
 * The document to read the article from, for a page that may have gone on by itself to another address than it was loaded from while
 * nobody watched: the document itself where it did not, else a copy without what belongs to other articles; null where that can't be told.
 */
export type AfterMove = (document: Document, address: string, loaded: string) => Document | null;

export const afterMove: AfterMove = (document, address, loaded) => {
  const page = pageOf(document, address);
  const all = headingsOf(page.html).filter(textOf);
  if (addressKey(loaded) === addressKey(address) || all.length === 0) return document;
  const told = headingOfAddress(all, page);
  if (!told) return null;
  const copy = new DOMParser().parseFromString('', 'text/html');
  copy.documentElement.remove();
  copy.append(copy.importNode(page.html, true));
  const h1s = [...page.html.querySelectorAll('h1')];
  const copied = [...htmlOf(copy).querySelectorAll('h1')];
  const copyOf = (heading: Element) => copied[h1s.indexOf(heading as HTMLHeadingElement)] ?? heading;
  for (const other of all.filter((one) => one !== told)) {
    const part = partOf(copyOf(other), [copyOf(told)]);
    // Of a teaser the heading alone is another article's.
    if (leadsTo(other, page) !== false && textOf(part).length < LEAST_TEXT) return null;
    part.remove();
  }
  removeLeftData(htmlOf(copy), page, told);
  return copy;
};

/**
 * The heading of the article at an address that its page went on to by itself, null where that can't be told. Such a page puts
 * an article in the place of the one before, sooner or later than its address; or below it, and then has several.
 */
function headingOfAddress(all: readonly Element[], page: Page): Element | null {
  const named = namedTitles(page);
  const isNamed = (heading: Element, own: boolean) => named.some(({ title, isOwn }) => isOwn === own && isTitleOf(title, textOf(heading)));
  const own = all.find((one) => leadsTo(one, page)) ?? all.find((one) => isNamed(one, true));
  if (own) return own;
  const [first, ...later] = all.filter((one) => leadsTo(one, page) !== false);
  if (first && later.length === 0) return isNamed(first, false) ? null : first;
  // The first of several is of the address that the page was loaded from, from which its title may be left too.
  return later.find((one) => !isNamed(one, false) && isTitleOf(page.title, textOf(one))) ?? null;
}

/** Takes away what the page said of the article before: it names another address, or none and another headline. */
function removeLeftData(html: Element, page: Page, told: Element): void {
  const named = namedTitles(page);
  const isLeft = ({ title }: { title: string }) =>
    title !== '' && !isTitleOf(title, textOf(told)) && !named.some((one) => one.isOwn && one.title === title);
  const remove = (selector: string) => {
    for (const one of html.querySelectorAll(selector)) one.remove();
  };
  if (isLeft(linkedFacts(page))) remove('script[type="application/ld+json" i]');
  // That the page is an article it goes on to say.
  if (isLeft(metaFacts(page)) || metaTitles(page).some(({ isOwn }) => !isOwn))
    remove('link[rel="canonical"], meta[property]:not([property="og:type" i]), meta[name*="keywords" i]');
}

const namedTitles = (page: Page) => [...linkedTitles(page), ...metaTitles(page)].filter(({ title }) => title !== '');
