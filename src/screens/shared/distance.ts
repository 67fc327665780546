import { ZONE } from '../../article/zone.ts';
import type { Texts } from './texts.ts';

/** Where a date lies from another, in the largest unit that says enough. */
export interface Distance {
  side: 'earlier' | 'later' | 'same';
  text: string;
}

const DAY = 24 * 60 * 60 * 1000;
const calendarDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
/** Days are counted as on a calendar: five past midnight is a day after five to. */
const dayNumber = (date: number) => Date.parse(calendarDay.format(date)) / DAY;

/** How long before or after an article something was written, or null where one of the dates is unknown. */
export function distance(date: number | null, from: number | null, texts: Texts): Distance | null {
  if (date === null || from === null) return null;
  const days = dayNumber(date) - dayNumber(from);
  if (days === 0) return { side: 'same', text: texts.text('sameDay') };
  const span = spanOf(Math.abs(days), texts);
  return days < 0 ? { side: 'earlier', text: texts.text('earlier', { span }) } : { side: 'later', text: texts.text('later', { span }) };
}

/** How old something is now, or null where its date is unknown or still to come. */
export function ageOf(date: number | null, now: number, texts: Texts): string | null {
  const days = date === null ? -1 : dayNumber(now) - dayNumber(date);
  if (days < 0) return null;
  return days === 0 ? texts.text('today') : texts.text('ago', { span: spanOf(days, texts) });
}

/** A year less two weeks is called one; beyond that whole years are counted, as people do, so that 2019 is never eight years before 2026. */
const NEARLY = 16;

function spanOf(days: number, texts: Texts): string {
  if (days <= 30) return texts.span(days, 'day');
  const months = Math.round(days / 30.4);
  return months < 24 && months !== 12 ? texts.span(months, 'month') : texts.span(Math.floor((days + NEARLY) / 365.25), 'year');
}
