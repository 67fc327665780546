/** Jekyll's own form, `2019-10-27 21:12:49 +0100`, and ISO 8601; a time without zone is taken as UTC. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Epoch milliseconds of a front matter date (RFC 2822 or ISO 8601), or null when it is none. */
export function dateOf(text: string | undefined): number | null {
  const bare = text?.trim() ?? '';
  const iso = ISO.exec(bare);
  const time = iso ? Date.parse(`${iso[1]}T${iso[2] ?? '00:00'}${zone(iso[3])}`) : /\d{4}/.test(bare) ? Date.parse(bare) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

const zone = (text: string | undefined) => (text ? text.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') : 'Z');

/** Epoch milliseconds of the day in a file name `YYYY-M-D-slug.md`, or null. */
export function dateOfFileName(path: string): number | null {
  const match = /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-[^/]*$/.exec(path);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
