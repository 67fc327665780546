import { publisherAt } from './addresses.ts';
import { webUrl } from './key.ts';

/** What to call the publisher of an address: as the address table does, else by its host. Null where it names none. */
export function publisherOf(address: string | null): string | null {
  const host = address && webUrl(address)?.hostname;
  return host ? publisherOfHost(host) : null;
}

/** The same of a host. */
export const publisherOfHost = (host: string): string => publisherAt(host)?.name ?? host.replace(/^www\./, '');
