import type nl from '../../../public/_locales/nl/messages.json';
import { ZONE } from '../../article/zone.ts';
import { FORMS, type Language } from '../../settings/language.ts';

type Key = keyof typeof nl;
/** A text with `_one` and `_other` forms is asked for without its ending. */
type PluralKey = Extract<Key, `${string}_other`> extends `${infer Name}_other` ? Name : never;

export interface Texts {
  language: Language;
  /** The text of a key, with `{name}` replaced by the value of that name. */
  text(key: Key, values?: Record<string, string>): string;
  /** The singular or plural text for a number; `{count}` is that number as written in the language. */
  plural(key: PluralKey, count: number, values?: Record<string, string>): string;
  number(value: number): string;
  /** The day of a date, as the article's readers saw it (in the Netherlands). */
  day(date: number | null, style?: 'long' | 'medium'): string;
  dayAndTime(date: number | null): string;
  dayAndSeconds(date: number | null): string;
  /** The same without the year. */
  dayOfYearAndTime(date: number | null): string;
  dayOfYearAndSeconds(date: number | null): string;
  year(date: number): string;
  /** The months that two dates lie in, as `okt 2018 – jan 2019`, or `oktober 2019` where they are one and long. */
  months(first: number, last: number, style?: 'short' | 'long'): string;
  /** A length of time, as `3 dagen`. */
  span(count: number, unit: 'minute' | 'hour' | 'day' | 'month' | 'year'): string;
}

export type Messages = Readonly<Record<string, string>>;

const DAY_AND_MINUTE = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** A date whose day stays on the line of its month. */
const unbroken = (date: string): string => date.replace(/^(\d+) /, '$1\u00a0');

/** The texts of a language, made of its messages. */
export function textsIn(language: Language, messages: Messages): Texts {
  const text = (key: string, values: Record<string, string> = {}) =>
    (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const forms = FORMS[language];
  // Each is made once, as that takes longer than all else: a list of results has hundreds of dates.
  const dateForm = once((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(forms, { timeZone: ZONE, ...options }));
  const numberForm = once((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(forms, options));
  const plurals = once(() => new Intl.PluralRules(language));
  const number = (value: number) => numberForm({}).format(value);
  const form = (date: number | null, options: Intl.DateTimeFormatOptions) =>
    date === null ? text('noDate') : unbroken(dateForm(options).format(date));
  return {
    language,
    text,
    plural: (key, count, values) => text(`${key}_${plurals({}).select(count)}`, { count: number(count), ...values }),
    number,
    day: (date, style = 'long') => form(date, { dateStyle: style }),
    dayAndTime: (date) => form(date, { dateStyle: 'medium', timeStyle: 'short' }),
    dayAndSeconds: (date) => form(date, { dateStyle: 'medium', timeStyle: 'medium' }),
    dayOfYearAndTime: (date) => form(date, DAY_AND_MINUTE),
    dayOfYearAndSeconds: (date) => form(date, { ...DAY_AND_MINUTE, second: '2-digit' }),
    year: (date) => form(date, { year: 'numeric' }),
    months: (first, last, month = 'short') => dateForm({ month, year: 'numeric' }).formatRange(first, last),
    span: (count, unit) => numberForm({ style: 'unit', unit, unitDisplay: 'long' }).format(count),
  };
}

/** A function that makes the same of the same options only once. */
function once<Options extends object, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const made = new Map<string, Made>();
  return (options) => {
    const name = JSON.stringify(options);
    const known = made.get(name) ?? make(options);
    made.set(name, known);
    return known;
  };
}
