import en from '../../../public/_locales/en/messages.json';
import nl from '../../../public/_locales/nl/messages.json';

type Key = keyof typeof nl;
/** A text with `_one` and `_other` forms is asked for without its ending. */
type PluralKey = Extract<Key, `${string}_other`> extends `${infer Name}_other` ? Name : never;

export interface Texts {
  language: 'nl' | 'en';
  /** The text of a key, with `{name}` replaced by the value of that name. */
  text(key: Key, values?: Record<string, string>): string;
  /** The singular or plural text for a number; `{count}` is that number as written in the language. */
  plural(key: PluralKey, count: number): string;
  number(value: number): string;
  /** The day of a date, as the article's readers saw it (in the Netherlands). */
  day(date: number | null, style?: 'long' | 'medium'): string;
  dayAndTime(date: number | null): string;
  /** Day and time without the year. */
  dayOfYearAndTime(date: number | null): string;
  year(date: number): string;
  /** A length of time, as `3 dagen`. */
  span(count: number, unit: 'day' | 'month' | 'year'): string;
  /** A size on disk, as `1,2 MB`. */
  megabytes(bytes: number): string;
}

/**
 * The texts in the language that the reader chose; where that follows the browser, in English where the browser is English,
 * else in Dutch.
 */
export function textsFor(browserLanguage: string, chosen: 'auto' | 'nl' | 'en' = 'auto'): Texts {
  const language = chosen !== 'auto' ? chosen : browserLanguage.toLowerCase().startsWith('en') ? 'en' : 'nl';
  const messages: Record<string, { message: string }> = language === 'en' ? en : nl;
  const text = (key: string, values: Record<string, string> = {}) =>
    (messages[key]?.message ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const form = (date: number | null, options: Intl.DateTimeFormatOptions) =>
    date === null ? text('noDate') : new Intl.DateTimeFormat(language, { timeZone: 'Europe/Amsterdam', ...options }).format(date);
  return {
    language,
    text,
    plural: (key, count) => text(`${key}_${new Intl.PluralRules(language).select(count)}`, { count: number(count) }),
    number,
    day: (date, style = 'long') => form(date, { dateStyle: style }),
    dayAndTime: (date) => form(date, { dateStyle: 'medium', timeStyle: 'short' }),
    dayOfYearAndTime: (date) => form(date, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
    year: (date) => form(date, { year: 'numeric' }),
    span: (count, unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    megabytes: (bytes) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000),
  };
}
