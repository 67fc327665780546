/** Jekyll's own form, `2019-10-27 21:12:49 +0100`, ISO 8601, and either with single digits. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** The day as it is written in Dutch, `27-10-2019`, with a time or without. */
const DUTCH = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;
/** The same in words, `zondag 27 oktober 2019`: browsers know English months only, and some of the others by chance. */
const DUTCH_WORDS = /^(?:[a-z]{2,9},? )?(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})(?!\d),?/i;
const MONTHS = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** As nearly all end: what else a zone may be is looked for in the others only. */
const OFFSET = /:\d\d\s*[+-]\d{4}$/;
/** Zones by name that no browser knows. */
const ZONES: Readonly<Record<string, string>> = { CET: '+0100', CEST: '+0200', WET: '+0000' };
const ZONE = /\b(?:Z|UTC?|GMT|[ECMP][SD]T|CES?T|WET)\b|:\d\d\s*[+-]\d{2}:?\d{2}\b/i;

/** Epoch milliseconds of a front matter date (RFC 2822 or ISO 8601), or null when it is none. A time without zone is taken as UTC. */
export function dateOf(text: string | undefined): number | null {
  const given = text?.trim() ?? '';
  // Most begin with the day of the week, and are spared the rest.
  const beginsWithDigit = /^\d/.test(given);
  const bare = beginsWithDigit ? given.replace(DUTCH, '$3-$2-$1') : given;
  const iso = beginsWithDigit ? ISO.exec(bare) : null;
  const time = iso ? Date.parse(isoText(iso)) : /\d{4}/.test(bare) ? Date.parse(withZone(bare)) : Number.NaN;
  return Number.isFinite(time) ? time : dateInWords(given);
}

function dateInWords(text: string): number | null {
  const [whole = '', day, name = '', year] = DUTCH_WORDS.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase().replace('mrt', 'maa').slice(0, 3)) + 1;
  return month > 0 ? dateOf(`${year}-${month}-${day}${text.slice(whole.length)}`) : null;
}

/** Empty for a day that its month does not have, which engines count on into the next. */
function isoText([, year, month = '', day = '', hour = '00', minute = '00', second = '', zone = 'Z']: readonly (string | undefined)[]) {
  if (dayOf(Number(year), Number(month), Number(day)) === null) return '';
  const two = (digits: string) => digits.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}${second}${zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`)}`;
}

function withZone(text: string): string {
  if (OFFSET.test(text)) return text;
  return ZONE.test(text) ? text.replace(/\b(?:CES?T|WET)\b/i, (name) => ZONES[name.toUpperCase()] ?? name) : `${text} GMT`;
}

/** Epoch milliseconds of the day in a file name `YYYY-M-D-slug.md`, or null. */
export function dateOfFileName(path: string): number | null {
  const match = /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[^/]*$/.exec(path);
  if (!match) return null;
  return dayOf(...(match.slice(1).map(Number) as [number, number, number]));
}

/** Epoch milliseconds at which a day begins, or null where there is none such. */
function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
