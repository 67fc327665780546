import { ZONE } from './zone.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A month as a number: twelve times its year, and 0 for January. So months can be counted with. */
export type Month = number;

/** A day as `2019-10-27`. */
export type Day = string;

const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  era: 'short',
});

/** The moment, in epoch milliseconds, that is written this way in UTC; `Date.UTC` takes the year 19 for 1919. */
const inUtc = (year: number, month: number, day: number) => new Date(0).setUTCFullYear(year, month, day);

/** How far the clocks of the zone are ahead of UTC, in milliseconds. */
function aheadAt(date: number): number {
  const shown = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  const number = (name: string) => Number(shown[name]);
  const year = shown.era === 'BC' ? 1 - number('year') : number('year');
  const time = (number('hour') * 60 + number('minute')) * 60 + number('second');
  return inUtc(year, number('month') - 1, number('day')) + time * 1000 - Math.floor(date / 1000) * 1000;
}

/** Clocks are put forward and back at one in UTC, so that at midnight in UTC they stand as at midnight there. */
const midnight = (utc: number) => utc - aheadAt(utc);

/** When a month begins, in epoch milliseconds. */
export const startOfMonth = (month: Month): number => midnight(inUtc(Math.floor(month / 12), mod12(month), 1));

/** The month that a day lies in. */
export const monthOfDay = (day: Day): Month => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const mod12 = (month: Month) => ((month % 12) + 12) % 12;
const written = (utc: number): Day => new Date(utc).toISOString().slice(0, 10);
const utcOf = (day: Day) => inUtc(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));

/** A text as a day, or null where it is none that stands on a calendar. */
export function dayIn(text: string | null): Day | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return written(utcOf(text)) === text ? text : null;
}

export const startOfDay = (day: Day): number => midnight(utcOf(day));
/** The last millisecond of a day. */
export const endOfDay = (day: Day): number => midnight(utcOf(day) + DAY) - 1;

/** Days have four digits for the year; what lies outside is its first or last day. */
const bounded = (year: number, month: number, day: number): Day =>
  year < 0 ? '0000-01-01' : year > 9999 ? '9999-12-31' : written(inUtc(year, month, day));

export const firstDay = (month: Month): Day => bounded(Math.floor(month / 12), mod12(month), 1);
export const lastDay = (month: Month): Day => bounded(Math.floor(month / 12), mod12(month) + 1, 0);

/** The month that two days span exactly, or null. */
export function monthSpanned(from: Day | null, to: Day | null): Month | null {
  if (from === null || to === null) return null;
  const month = monthOfDay(from);
  return firstDay(month) === from && lastDay(month) === to ? month : null;
}

/** Gives the month of dates, fast for many: the calendar is asked once for each day. */
export function monthReader(): (minutes: number) => Month {
  const known = new Map<number, { month: Month; end: number }>();
  return (minutes) => {
    const day = Math.floor(minutes / 1440);
    let at = known.get(day);
    if (!at) {
      // In UTC it can only be too early.
      const date = new Date(day * DAY);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      at = { month, end: startOfMonth(month + 1) / 60_000 };
      known.set(day, at);
    }
    return minutes < at.end ? at.month : at.month + 1;
  };
}
