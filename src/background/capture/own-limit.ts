import type { Limit } from '../../archive/import/limit.ts';
import { readSettings } from '../../settings/settings.ts';

const YEAR = 365.25 * 24 * 3_600_000;
const MEGABYTE = 1_000_000;

/** What the reader's choice of how old or large the own archive may become comes to: `2-years`, `500-mb`. */
export async function ownLimit(): Promise<Limit> {
  const [count, unit] = (await readSettings()).ownLimit.split('-');
  return {
    age: unit?.startsWith('year') ? Number(count) * YEAR : null,
    bytes: unit === 'mb' ? Number(count) * MEGABYTE : null,
  };
}
