import { type ArticleKey, addressKey, recognisedKey } from '../../article/key.ts';
import { type Json, thingsOf } from './data.ts';
import { htmlOf } from './shown.ts';

/** The page that is looked at. */
export interface Page {
  html: Element;
  /** What its tab is called. */
  title: string;
  address: string;
  key: ArticleKey;
  /** What its JSON-LD speaks of. */
  things: readonly Json[];
}

export function pageOf(document: Document, address: string): Page {
  const html = htmlOf(document);
  return { html, title: titleOfTab(document), address, key: keyOf(html, address), things: thingsOf(html) };
}

const titleOfTab = (document: Document): string => Reflect.get(Document.prototype, 'title', document);

/**
 * Whether data that name an address are about the page. After client-side navigation a page can still carry those of the
 * article before, so the address wins: what names another article is left out. Null where it can't be told.
 */
export function isAbout(named: unknown, { key, address }: Pick<Page, 'key' | 'address'>): boolean | null {
  if (typeof named !== 'string' || !URL.canParse(named, address)) return null;
  const url = new URL(named, address);
  if (addressKey(url.href) === key) return true;
  if (recognisedKey(address)) return recognisedKey(url.href) === null ? null : false;
  const own = new URL(address);
  if (url.pathname === own.pathname && addressKey(url.origin) === addressKey(own.origin)) return true;
  return url.pathname === '/' ? null : false;
}

/**
 * The key of an address. Where only the query string differs from the address that the page calls its own, the latter says which
 * of the parameters matter; one without any says so only where none that it leaves out is a number.
 */
function keyOf(html: Element, address: string): ArticleKey {
  const key = addressKey(address) ?? '';
  const named = html.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!key.startsWith('url:') || !named || !URL.canParse(named, address)) return key.slice(0, 2000);
  const canonical = addressKey(new URL(named, address).href) ?? key;
  const [path, query = ''] = key.split('?');
  const [canonicalPath, telling = ''] = canonical.split('?');
  const all = query.split('&');
  const isKept = telling ? telling.split('&').every((one) => all.includes(one)) : !all.some((one) => /=\d+$/.test(one));
  return (path === canonicalPath && isKept ? canonical : key).slice(0, 2000);
}
