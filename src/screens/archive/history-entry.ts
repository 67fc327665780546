import { type Asked, addressOf, searchOnly } from './address.ts';

/** Where the reader was on the page, kept with its entry in the history. Lengths in CSS pixels. */
export interface Place {
  /** How far the page was scrolled, and the list beside the article. */
  top: number;
  list: number;
  /** Results that stood in the list. */
  results: number;
  /**
   * The first result that was seen, and how far below the edge it began: results that were not drawn yet have no height of
   * their own, so that a length alone leads to another one.
   */
  first: { at: number; offset: number } | null;
}

/** What is kept with an entry of the history. */
export interface Entry {
  place: Place | null;
  /** The list that what is read was opened from, by its address, and how many entries ago. */
  list: { address: string; steps: number } | null;
}

/** Browsers keep some fifty entries; one that they forgot can't be gone back to. */
const MOST_STEPS = 40;

/** Reads what was kept. The history keeps what it is given over restarts; it may be of an older version of this page. */
export function entryIn(state: unknown): Entry {
  const { place, list } = (state ?? {}) as { place?: unknown; list?: unknown };
  return {
    place: hasNumbers(place, ['top', 'list', 'results']) ? ({ first: null, ...place } as Place) : null,
    list: hasNumbers(list, ['steps']) ? (list as Entry['list']) : null,
  };
}

const hasNumbers = (kept: unknown, names: readonly string[]): kept is object =>
  typeof kept === 'object' && kept !== null && names.every((name) => typeof (kept as Record<string, unknown>)[name] === 'number');

/**
 * The entry after another. Beside an article the list stays where it was, which is to be kept at once: what is kept as the
 * page goes is lost when it is reloaded.
 */
export function nextEntry({ place, list }: Entry, before: Asked, now: Asked): Entry {
  if (now.article === null) return { place: null, list: null };
  const isSameSearch = addressOf(searchOnly(before)) === addressOf(searchOnly(now));
  return {
    place: isSameSearch && place ? { ...place, top: 0 } : null,
    list: before.article === null ? { address: addressOf(before), steps: 1 } : list && { ...list, steps: list.steps + 1 },
  };
}

/** How many entries to go back to a list; 0 where what is read was opened from another one, or from none. */
export const stepsBack = ({ list }: Entry, asked: Asked): number =>
  list !== null && list.address === addressOf(asked) && list.steps <= MOST_STEPS ? list.steps : 0;
