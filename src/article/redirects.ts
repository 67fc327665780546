import type { WebAddress } from './key.ts';

/**
 * Addresses that carry the address of another site's page: the reader sees that page, or is sent to it. Others, like
 * shortened ones, do not say where they lead.
 */

/** The address that is carried, or null for an address of its own. */
export function carriedAddress(url: WebAddress): string | null {
  const { hostname, pathname, search } = url;
  const [, translated] = TRANSLATED.exec(hostname) ?? [];
  if (translated) return `https://${translated.replace(/-(-?)/g, (_, hyphen: string) => hyphen || '.')}${pathname}${search}`;
  if (!CARRIERS.test(hostname)) return null;
  if (hostname === 'web.archive.org') return /^\/web\/\d+(?:[a-z]{2}_)?\/(https?:\/.*)$/.exec(pathname + search)?.[1] ?? null;
  const amp = /^\/(?:amp|[cvw])\/s\/(.*)$/.exec(pathname);
  if (amp) return `https://${amp[1]}${search}`;
  // A search for an address shows no page of it.
  if (!/^\/(?:url|l\.php)$/.test(pathname)) return null;
  const parameters = new URLSearchParams(search);
  return parameters.get('url') ?? parameters.get('q') ?? parameters.get('u');
}

/** Google's translation of a page: `www-ad-nl` stands for the host, with two hyphens for one. */
const TRANSLATED = /^([a-z\d-]+)\.translate\.goog$/;
const CARRIERS = /^(?:www\.google\.(?:com|nl|be)|[\w-]+\.cdn\.ampproject\.org|web\.archive\.org|lm?\.facebook\.com)$/;
