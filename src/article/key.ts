import { bareHost, publisherAt } from './addresses.ts';
import { carriedAddress } from './redirects.ts';

/** Names one article, e.g. `nos:2307958`, `ad:a1b2c3d4`, `url:example.org/news?id=5` or `post:bundle/path`. */
export type ArticleKey = string;

/** The parts of a web address that keys are made from. */
export type WebAddress = Pick<URL, 'hostname' | 'host' | 'pathname' | 'search'>;

/** An address that a browser would leave as it is: such are most links of an archive. */
const PLAIN = /^https?:\/\/((?!.*xn--)[a-z\d][a-z\d.-]*\.[a-z]{2,})((?:\/(?!\.)[\w.~!$&'()*+,;=:@-]*)*)(?:\?([\w.~!$&()*+,;=:@/?%-]*))?$/;

/** Letters, digits and signs that mean the same written as a code, unless that would make another code. */
const NEEDLESS_CODE = /(?<!%[\da-f]?)%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi;

/** How Firefox writes the address of a page in its reader view, which no script may read. */
const READER_VIEW = 'about:reader?';

/** A web address taken apart, or null when the text is none. */
export function webUrl(address: string): WebAddress | null {
  // A browser's own parser makes an object of the document's kind: twenty times the work, felt in an import.
  const [, host, path, query] = PLAIN.exec(address) ?? [];
  if (host && !host.includes('..')) return { hostname: host, host, pathname: path || '/', search: query ? `?${query}` : '' };
  if (address.startsWith(READER_VIEW)) return webUrl(new URLSearchParams(address.slice(READER_VIEW.length)).get('url') ?? '');
  if (!/^\s*https?:/i.test(address)) return null;
  try {
    return new URL(address.replace(NEEDLESS_CODE, decodeURIComponent));
  } catch {
    return null;
  }
}

/** The key of an article of a publisher that the table knows, or null when the address is no such article. */
export function recognisedKey(address: string): ArticleKey | null {
  const url = webUrl(address);
  return url && keyInTable(meantUrl(url));
}

/** Whether an address is sure to be no article: it is of a publisher all of whose articles the table knows. */
export function isNoArticle(address: string): boolean {
  const url = webUrl(address);
  return !url || (publisherAt(url.hostname)?.complete === true && keyInTable(url) === null);
}

function keyInTable(url: WebAddress): ArticleKey | null {
  for (const { space, path } of publisherAt(url.hostname)?.articles ?? []) {
    const id = path.exec(url.pathname)?.[1];
    if (id) return `${space}:${id}`;
  }
  return null;
}

/** An address itself, or the one that it carries. */
export function meantUrl(url: WebAddress): WebAddress {
  const carried = carriedAddress(url);
  return (carried && webUrl(carried)) || url;
}

/** The key of any web address: the table's, else `url:HOST/PATH?QUERY` without what does not matter; null if it is no web address. */
export function addressKey(address: string): ArticleKey | null {
  const url = webUrl(address);
  return url && urlKey(url);
}

/** The same for an address that is already taken apart. */
export function urlKey(given: WebAddress): ArticleKey {
  const url = meantUrl(given);
  return keyInTable(url) ?? `url:${bareHost(url.host)}${plainPath(url.pathname)}${telling(url)}`;
}

/** Parameters that say where a visitor came from or for which device a page is made, not what is shown. */
const TRACKING =
  /^(?:utm_.+|(?:fb|g|dc|y|tw|tt|ms)clid|[gw]braid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|igsh(?:id)?|ref(?:err?er|_src)?|_ga|_x_tr_.+|cmp(?:id)?|at_.+|xtor|amp|outputType)$/i;

/** A query string with only what tells pages apart, in one order. */
function telling(url: WebAddress): string {
  if (!url.search) return '';
  const query = [...new URLSearchParams(url.search)]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return query.length > 0 ? `?${new URLSearchParams(query)}` : '';
}

/** From where a row of them begins: looked for from each slash anew, a row of 100,000 takes ten seconds. */
const CLOSING = /(?<!\/)\/+$/;

/** A path without the forms of AMP and closing slashes. */
function plainPath(path: string): string {
  const plain = path.includes('amp') ? path.replace(CLOSING, '').replace(/(?<=.)\/amp$|\.amp(?=$|\.html?$)|^\/amp(?=\/.)/, '') : path;
  return plain.replace(CLOSING, '').replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase()) || '/';
}

/**
 * The part of a key that stays when the slug changes, of ids that are a number with perhaps a slug; null for others. It
 * finds what is archived under another slug.
 */
export const numberedKey = (key: ArticleKey): ArticleKey | null => /^(?!url:|post:)[\w-]{1,20}:\d{1,12}(?=\/|$)/.exec(key)?.[0] ?? null;

/** Whether a key is that of a site's first page, which many an article is linked from and which is none. */
export const isFrontPage = (key: ArticleKey): boolean => key.endsWith('/') && /^url:[^/?]+\/$/.test(key);

/** The key of a post without a link: its place in its bundle. */
export const postKey = (bundle: string, path: string): ArticleKey => `post:${bundle}/${path}`;
