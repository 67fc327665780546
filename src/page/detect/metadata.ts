import { type ArticleKey, recognisedKey } from '../../article/key.ts';

/** What the head of a page says of its article. */
export interface Metadata {
  title: string | null;
  published: string | null;
}

type Json = Record<string, unknown>;

/**
 * Reads the metadata that is about an article. After client-side navigation a page can still carry that of the article
 * before, so whatever names another article is left out.
 */
export function metadataOf(document: Document, key: ArticleKey): Metadata {
  const described = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(document, 'og:url');
  const fits = isAbout(described, key);
  return {
    title: fits ? meta(document, 'og:title') : null,
    published: (fits ? meta(document, 'article:published_time') : null) ?? nextDate(document, key) ?? linkedDate(document, key),
  };
}

const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? null;

/** Whether an address that metadata gives, perhaps none, leaves it to be about the article. */
function isAbout(address: unknown, key: ArticleKey): boolean {
  const named = typeof address === 'string' ? recognisedKey(address) : null;
  return named === null || named === key;
}

/** The date in the data of a Next.js page, as NOS has them since 2022. */
function nextDate(document: Document, key: ArticleKey): string | null {
  const page = child(child(parsed(document.querySelector('script#__NEXT_DATA__')), 'props'), 'pageProps');
  const data = child(page, 'data');
  for (const one of [child(page, 'article'), child(data, 'content'), data]) {
    if (one && key.endsWith(`:${String(one.id)}`) && typeof one.publishedAt === 'string') return one.publishedAt;
  }
  return null;
}

/** The date in JSON-LD: one object, a list, or a `@graph`. */
function linkedDate(document: Document, key: ArticleKey): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const data = parsed(script);
    const things = [data, data?.['@graph']].flat() as (Json | null | undefined)[];
    for (const thing of things) {
      if (typeof thing?.datePublished === 'string' && isAbout(thing.url ?? thing['@id'], key)) return thing.datePublished;
    }
  }
  return null;
}

/** Whatever a page carries as JSON; a page that breaks it has no such data. */
function parsed(script: Element | null): Json | null {
  try {
    return child({ json: JSON.parse(script?.textContent ?? '') }, 'json');
  } catch {
    return null;
  }
}

function child(parent: Json | null, name: string): Json | null {
  const value = parent?.[name];
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}
