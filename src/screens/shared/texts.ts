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
  /** The same with the time; without it where the date has none. */
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

const DAY = { dateStyle: 'medium' } as const;
const DAY_OF_YEAR = { day: 'numeric', month: 'short' } as const;
const MINUTE = { hour: '2-digit', minute: '2-digit' } as const;
const DAY_LENGTH = 24 * 60 * 60 * 1000;

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
  // A date without a time stands at midnight UTC, which is an hour that its post does not tell.
  const moment = (date: number | null, day: Intl.DateTimeFormatOptions, time: Intl.DateTimeFormatOptions) =>
    form(date, date !== null && date % DAY_LENGTH === 0 ? day : { ...day, ...time });
  return {
    language,
    text,
    plural: (key, count, values) => text(`${key}_${plurals({}).select(count)}`, { count: number(count), ...values }),
    number,
    day: (date, style = 'long') => form(date, { dateStyle: style }),
    dayAndTime: (date) => moment(date, DAY, { timeStyle: 'short' }),
    dayAndSeconds: (date) => moment(date, DAY, { timeStyle: 'medium' }),
    dayOfYearAndTime: (date) => moment(date, DAY_OF_YEAR, MINUTE),
    dayOfYearAndSeconds: (date) => moment(date, DAY_OF_YEAR, { ...MINUTE, second: '2-digit' }),
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
