import { publisherAt } from './addresses.ts';
import { meantUrl, type WebAddress, webUrl } from './key.ts';

/** What to call the publisher of an address, or of one that it carries: as the address table does, else by its host. Null where it names none. */
export function publisherOf(address: string | null): string | null {
  const url = address === null ? null : webUrl(address);
  return url && publisherOfUrl(url);
}

/** The same of an address that is already taken apart. */
export function publisherOfUrl(url: WebAddress): string | null {
  const { hostname } = meantUrl(url);
  return publisherAt(hostname)?.name ?? (hostname.replace(/^www\./, '') || null);
}
