import { DomUtils, parseDocument } from 'htmlparser2';

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

/**
 * The items of an RSS, RDF or Atom feed, as tolerant of broken XML as a reader needs; null when the text is no feed.
 * Entities of a document's own are not expanded, so none of them can explode.
 */
export function feedItems(xml: string): FeedItem[] | null {
  if (depthOf(xml) > DEEPEST) return null;
  try {
    const document = parseDocument(xml, { xmlMode: true, decodeEntities: true });
    const feed = DomUtils.getFeed(document.children);
    if (!feed) return null;
    const elements = DomUtils.getElementsByTagName((name) => name === 'item' || name === 'entry', document.children, true, MOST_ITEMS);
    return feed.items.slice(0, MOST_ITEMS).flatMap((item, i) => {
      const address = [item.id, item.link].find(isAddress) ?? null;
      const element = elements[i];
      if (!item.title || !address || !element) return [];
      const published = item.pubDate ? item.pubDate.getTime() : Number.NaN;
      return [
        {
          title: item.title.trim(),
          address,
          published: Number.isNaN(published) ? null : published,
          html: longest(item.description ?? '', textOf('content:encoded', element), textOf('content', element)),
          picture: pictureOf(element) ?? item.media.find(({ medium, url }) => medium === 'image' && url)?.url ?? null,
          isLiveblog: /\/liveblog\//.test(item.link ?? ''),
        },
      ];
    });
  } catch (error) {
    // Too deep all the same.
    if (error instanceof RangeError) return null;
    throw error;
  }
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

const isAddress = (text: string | undefined): text is string => text !== undefined && /^https?:\/\//.test(text.trim());

const textOf = (name: string, element: Element): string =>
  DomUtils.getElementsByTagName(name, element, true, 1).map((found) => DomUtils.textContent(found))[0] ?? '';

const longest = (...texts: string[]): string => texts.reduce((best, text) => (text.length > best.length ? text : best));

function pictureOf(element: Element): string | null {
  const [enclosure] = DomUtils.getElementsByTagName('enclosure', element, true, 1);
  const { type = '', url } = enclosure?.attribs ?? {};
  return url && /^image\//.test(type) && isAddress(url) ? url : null;
}
