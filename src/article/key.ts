/**
 * The address table: which article an address is about. The number in an NOS address stays the same in every form
 * it ever had, while slugs, query strings and fragments change; so articles are matched on the number alone.
 */

/** Names one article, e.g. `nos:2307958`, `url:example.org/news?id=5` or `post:bundle/path`. */
export type ArticleKey = string;

interface AddressRow {
  hosts: RegExp;
  /** Matches the path; its first group is the article's number. */
  path: RegExp;
  /** Number range: numbers of two ranges overlap without meaning the same article. */
  space: string;
}

const ID = String.raw`0*([1-9]\d{0,11})`;
const END = String.raw`(?:-[^/]*|\.html?)?/?$`;
const KIND = '(?:artikel|video|audio|liveblog|livestream)';
const SECTION = String.raw`(?:nieuwsuur/|op3/|uitzendingen/|collectie/\d+(?:-[^/]*)?/)?`;
const SITE = /^(?:www\.|m\.)?(?:nos|jeugdjournaal)\.nl$/;

const TABLE: readonly AddressRow[] = [
  { space: 'nos', hosts: SITE, path: new RegExp(`^/l/${ID}/?$`) },
  { space: 'nos', hosts: SITE, path: new RegExp(`^/${SECTION}${KIND}/${ID}${END}`) },
  { space: 'nos-regio', hosts: SITE, path: new RegExp(`^/regio/[^/]+/${KIND}/${ID}${END}`) },
  { space: 'nos-uitzending', hosts: /^feeds\.nos\.nl$/, path: new RegExp(`^/~r/uitzendingen/~3/[^/]+/${ID}/?$`) },
  { space: 'nos', hosts: /^feeds\.nos\.nl$/, path: new RegExp(`^/~r/(?!uitzendingen/)[^/]+/~3/[^/]+/${ID}/?$`) },
];

/** A web address taken apart, or null when the text is none. */
export function webUrl(address: string): URL | null {
  // Parsing is half of the work of reading a post's link, so it is not tried in vain nor done twice.
  if (!/^\s*https?:/i.test(address)) return null;
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** The key of an article on a site that the table knows, or null when the address is no such article. */
export function recognisedKey(address: string): ArticleKey | null {
  const url = webUrl(address);
  return url && keyInTable(url);
}

function keyInTable(url: URL): ArticleKey | null {
  for (const row of TABLE) {
    const id = row.hosts.test(url.hostname) ? row.path.exec(url.pathname)?.[1] : undefined;
    if (id) return `${row.space}:${id}`;
  }
  return null;
}

/** Parameters that say where a visitor came from, not what is shown. */
const TRACKING = /^(?:utm_.+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|_ga|cmpid|at_.+|xtor)$/i;

/** The key of any web address: the table's, else `url:HOST/PATH?QUERY` without what does not matter; null if it is no web address. */
export function addressKey(address: string): ArticleKey | null {
  const url = webUrl(address);
  return url && urlKey(url);
}

/** The same of an address that is taken apart already. */
export function urlKey(url: URL): ArticleKey {
  const recognised = keyInTable(url);
  if (recognised) return recognised;
  const host = url.host.replace(/^(?:www|m|mobile|amp)\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  if (!url.search) return `url:${host}${path || '/'}`;
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = new URLSearchParams(query).toString();
  return `url:${host}${path || '/'}${text ? `?${text}` : ''}`;
}

/** The key of a post without a link: its place in its bundle. */
export const postKey = (bundle: string, path: string): ArticleKey => `post:${bundle}/${path}`;
