import { publisherAt } from './addresses.ts';
import { webUrl } from './key.ts';

/** What to call the publisher of an address: as the address table does, else by its host. Null where it names none. */
export function publisherOf(address: string | null): string | null {
  const host = address && webUrl(address)?.hostname;
  return host ? (publisherAt(host)?.name ?? host.replace(/^www\./, '')) : null;
}
