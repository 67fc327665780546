import type { Limit } from '../../archive/import/limit.ts';
import type { Settings } from '../../settings/choices.ts';

const YEAR = 365.25 * 24 * 3_600_000;
const MEGABYTE = 1_000_000;

/** What the reader's choice of how old or large the own archive may become comes to: `2-years`, `500-mb`. */
export function limitOf({ ownLimit }: Pick<Settings, 'ownLimit'>): Limit {
  const [count, unit] = ownLimit.split('-');
  return {
    age: unit?.startsWith('year') ? Number(count) * YEAR : null,
    bytes: unit === 'mb' ? Number(count) * MEGABYTE : null,
  };
}

/** Whether what is kept under a date would leave at once. */
export const isTooOld = (date: number, { age }: Limit, now: number): boolean => age !== null && date < now - age;
