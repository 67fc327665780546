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

function parseAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/** The key of an article on a site that the table knows, or null when the address is no such article. */
export function recognisedKey(address: string): ArticleKey | null {
  const url = parseAddress(address);
  if (!url) return null;
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
  const url = parseAddress(address);
  if (!url) return null;
  const recognised = recognisedKey(address);
  if (recognised) return recognised;
  const host = url.host.replace(/^(?:www|m|mobile|amp)\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = new URLSearchParams(query).toString();
  return `url:${host}${path || '/'}${text ? `?${text}` : ''}`;
}

/** The key of a post without a link: its place in its bundle. */
export const postKey = (bundle: string, path: string): ArticleKey => `post:${bundle}/${path}`;
