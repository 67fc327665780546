import { webUrl } from './key.ts';

/** Names of publishers by host, for posts that carry a link but no `bron`. Others are called by their host. */
const NAMES: Readonly<Record<string, string>> = {
  'nos.nl': 'NOS',
  'feeds.nos.nl': 'NOS',
  'jeugdjournaal.nl': 'NOS Jeugdjournaal',
  'telegraaf.nl': 'De Telegraaf',
  'ad.nl': 'AD',
  'nu.nl': 'NU.nl',
  'politie.nl': 'Politieberichten',
  'volkskrant.nl': 'de Volkskrant',
  'trouw.nl': 'Trouw',
  'parool.nl': 'Het Parool',
  'omroepwest.nl': 'Omroep West',
  'tweakers.net': 'Tweakers',
};

/** What to call the publisher of an address, or null where it names none. */
export function publisherOf(address: string | null): string | null {
  const host = address && webUrl(address)?.hostname.replace(/^www\./, '');
  return host ? (NAMES[host] ?? host) : null;
}
