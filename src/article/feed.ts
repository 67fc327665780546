import { DomUtils, parseDocument } from 'htmlparser2';
import { paragraphsOf } from './html-text.ts';
import { recognisedKey } from './key.ts';

/** An item of a feed. Dates in epoch milliseconds. */
export interface FeedItem {
  title: string;
  /** The article's address: a permanent one where the feed gives it. */
  address: string;
  published: number | null;
  /** Its text as HTML. */
  html: string;
  picture: string | null;
  /** Its link is that of a page which is written on all day. */
  isLiveblog: boolean;
}

/** Items beyond these are not read: a feed has some twenty. */
const MOST_ITEMS = 500;

/** Deeper is no feed, and takes the parser minutes. */
const DEEPEST = 2000;

const FEEDS = new Set(['rss', 'rdf:RDF', 'feed']);
const ITEMS = new Set(['item', 'entry']);

/**
 * The items of an RSS, RDF or Atom feed, as tolerant of broken XML as a reader needs; null when the text is no feed.
 * Entities of a document's own are not expanded, so none of them can explode.
 * @param address the feed's own, from which links may lead
 */
export function feedItems(xml: string, address: string): FeedItem[] | null {
  if (depthOf(xml) > DEEPEST) return null;
  try {
    const document = parseDocument(xml, { xmlMode: true, decodeEntities: true, withStartIndices: true, withEndIndices: true });
    const [feed] = DomUtils.getElementsByTagName((name) => FEEDS.has(name), document.children, true, 1);
    if (!feed) return null;
    const base = baseOf(feed, address);
    return DomUtils.getElementsByTagName((name) => ITEMS.has(name), feed, true, MOST_ITEMS).flatMap(
      (item) => itemOf(item, base, xml) ?? [],
    );
  } catch (error) {
    // Too deep all the same.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function itemOf(item: Element, feedBase: string, xml: string): FeedItem | null {
  const [title, id] = [titleOf(item, xml), textOf(item, 'guid', 'id').trim()];
  const link = linkOf(item, baseOf(item, feedBase));
  // The id of a known article stays while its slug changes; that of any other may only name it, and lead to where none is read.
  const address = [id, link].find((one) => one && recognisedKey(one)) ?? [link, id].find(isAddress);
  if (!title || !address) return null;
  const published = Date.parse(textOf(item, 'pubDate', 'dc:date', 'published', 'updated'));
  return {
    title,
    address,
    published: Number.isNaN(published) ? null : published,
    html: longest(...['description', 'summary', 'content:encoded', 'content'].map((name) => htmlOf(childOf(item, name), xml))),
    picture: pictureOf(item),
    isLiveblog: /\/liveblog\//.test(link ?? ''),
  };
}

/** How deep elements stand inside each other, about: as their tags say, whatever their names. */
function depthOf(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag, end, empty] of withoutSections(xml).matchAll(/<(\/)?[a-z][^<>]*?(\/)?>/gi)) {
    if (end) depth--;
    else if (!empty && tag) deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

/** A document without its sections of bare text. A pattern would look for the end of each that has none. */
function withoutSections(xml: string): string {
  let text = '';
  for (let at = 0; ; ) {
    const from = xml.indexOf('<![CDATA[', at);
    const to = from < 0 ? -1 : xml.indexOf(']]>', from);
    if (to < 0) return text + xml.slice(at);
    text += xml.slice(at, from);
    at = to + 3;
  }
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What stands in an element itself: an entry can have another within it. */
const childrenOf = (element: Element, name: string): Element[] => DomUtils.getElementsByTagName(name, element.children, false);
const childOf = (element: Element, name: string): Element | undefined => childrenOf(element, name)[0];

/** The text of the first of these that is there. */
function textOf(element: Element, ...names: string[]): string {
  const found = names.map((name) => childOf(element, name)).find(Boolean);
  return found ? DomUtils.textContent(found) : '';
}

/** The HTML that an element holds: as text, or as markup of its own, which stands in the XML as it is. */
function htmlOf(element: Element | undefined, xml: string): string {
  if (element?.attribs.type !== 'xhtml') return element ? DomUtils.textContent(element) : '';
  const { children } = element;
  return xml.slice(children[0]?.startIndex ?? 0, (children.at(-1)?.endIndex ?? -1) + 1);
}

function titleOf(item: Element, xml: string): string {
  const element = childOf(item, 'title');
  const text = htmlOf(element, xml);
  return (/html/.test(element?.attribs.type ?? '') ? paragraphsOf(text).join(' ') : text).trim();
}

const baseOf = (element: Element, base: string): string => resolved(element.attribs['xml:base'] ?? '', base) ?? base;

const resolved = (address: string, base: string): string | null => (URL.canParse(address, base) ? new URL(address, base).href : null);

/** Where an item is read: Atom has links to other things too. */
function linkOf(item: Element, base: string): string | null {
  const link = childrenOf(item, 'link').find(({ attribs }) => !attribs.rel || attribs.rel === 'alternate');
  const address = link && (link.attribs.href ?? DomUtils.textContent(link)).trim();
  return address ? resolved(address, base) : null;
}

const isAddress = (text: string | null | undefined): text is string => /^https?:\/\//.test(text ?? '');

const longest = (...texts: string[]): string => texts.reduce((best, text) => (text.length > best.length ? text : best));

function pictureOf(item: Element): string | null {
  const enclosure = childrenOf(item, 'enclosure').find(({ attribs }) => /^image\//.test(attribs.type ?? ''));
  const [media] = DomUtils.getElementsByTagName('media:content', item).filter(({ attribs }) => attribs.medium === 'image');
  return [enclosure, media].map((one) => one?.attribs.url).find(isAddress) ?? null;
}
