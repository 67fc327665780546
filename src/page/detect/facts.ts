import type { ArticleKind } from '../../article/answers.ts';
import { type ArticleKey, addressKey, recognisedKey } from '../../article/key.ts';
import { folded, textOf } from './shown.ts';

export { folded };

/** What the data of a page say of its article. Dates in epoch milliseconds. */
export interface Facts {
  /** The data say that the page is an article. */
  isArticle: boolean;
  title: string;
  published: number | null;
  modified: number | null;
  keywords: string[];
  kind: ArticleKind | null;
  paragraphs: string[];
  /** Address of the picture, and the part of the site that it stands in. */
  picture?: string | undefined;
  section?: string | undefined;
}

export const NO_FACTS: Facts = { isArticle: false, title: '', published: null, modified: null, keywords: [], kind: null, paragraphs: [] };

/** The page that is looked at. */
export interface Page {
  html: Element;
  address: string;
  key: ArticleKey;
}

/** Of each fact the first that is there. */
export function firstOf(all: readonly Facts[]): Facts {
  const first = <T>(of: (facts: Facts) => T, isThere: (value: T) => unknown) => all.map(of).find(isThere);
  return {
    isArticle: all.some(({ isArticle }) => isArticle),
    title: first(({ title }) => title, Boolean) ?? '',
    published:
      first(
        ({ published }) => published,
        (time) => time !== null,
      ) ?? null,
    modified:
      first(
        ({ modified }) => modified,
        (time) => time !== null,
      ) ?? null,
    keywords: [...new Set(all.flatMap(({ keywords }) => keywords))].slice(0, 30),
    kind: first(({ kind }) => kind, Boolean) ?? null,
    paragraphs:
      first(
        ({ paragraphs }) => paragraphs,
        ({ length }) => length > 0,
      ) ?? [],
    picture: first(({ picture }) => picture, Boolean),
    section: first(({ section }) => section, Boolean),
  };
}

/**
 * Whether data that name an address are about the page. After client-side navigation a page can still carry those of the
 * article before, so the address wins: what names another article is left out. Null where it can't be told.
 */
export function isAbout(named: unknown, { key, address }: Page): boolean | null {
  if (typeof named !== 'string' || !URL.canParse(named, address)) return null;
  const url = new URL(named, address);
  if (addressKey(url.href) === key) return true;
  if (recognisedKey(address)) return recognisedKey(url.href) === null ? null : false;
  const own = new URL(address);
  if (url.pathname === own.pathname && addressKey(url.origin) === addressKey(own.origin)) return true;
  return url.pathname === '/' ? null : false;
}

/**
 * The element that holds a whole page, from which all is looked up: a page's `<img name="querySelector">` takes the place of
 * its document's own, for content scripts too in Chromium.
 */
export const htmlOf = (document: Document): Element => Reflect.get(Document.prototype, 'documentElement', document);
export const titleOfTab = (document: Document): string => Reflect.get(Document.prototype, 'title', document);

/** The text of something that may hold markup or entities. Nothing in it is run or loaded: its document is not shown. */
export function plain(text: unknown): string {
  if (typeof text !== 'string') return '';
  return /[<&]/.test(text) ? textOf(new DOMParser().parseFromString(text, 'text/html').body) : folded(text);
}

/** The day before the month, as all write it who put a dash or a dot between; a browser takes it for the month. */
const DAY_FIRST = /^(\d\d?)[-.](0?[1-9]|1[0-2])[-.](\d{4})(?!\d)[T, ]*/;

export function timeOf(text: unknown): number | null {
  const time = typeof text === 'string' ? Date.parse(text.trim().replace(DAY_FIRST, '$3/$2/$1 ')) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

/** Keywords as the web writes them: a list, a text with commas, or things with a name. */
export function keywordsOf(...values: unknown[]): string[] {
  const names = values.flat().flatMap((value) => {
    if (typeof value === 'string') return value.split(',');
    const { name, label } = (value ?? {}) as { name?: unknown; label?: unknown };
    return [name ?? label];
  });
  return names.map(plain).filter((name) => name.length > 1 && name.length <= 100);
}

/** Whatever a page carries as JSON; a page that breaks it has no such data. */
export function parsed(script: Element | null): unknown {
  try {
    return JSON.parse(script?.textContent ?? '');
  } catch {
    return null;
  }
}

export type Json = Record<string, unknown>;

export const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
