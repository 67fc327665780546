import type { SearchQuery } from '../../article/answers.ts';
import { type Day, dayIn, endOfDay, startOfDay } from '../../article/calendar.ts';

/** What the address of the archive page asks for: a search, an article to read, and what to compare it with. */
export interface Asked {
  text: string;
  publisher: string | null;
  category: string | null;
  from: Day | null;
  to: Day | null;
  /** Null for the usual one: by relevance where words are asked for, else by date. */
  sort: SearchQuery['sort'] | null;
  article: string | null;
  version: string | null;
  /** Another version to compare with. */
  with: string | null;
  /** A tab whose live page to compare with. */
  tab: number | null;
}

/** A search, whatever page of its answer. */
export type Question = Omit<SearchQuery, 'offset' | 'limit'>;

/** Reads the search part of an address. What has no meaning is left out. */
export function askedIn(search: string): Asked {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) || null;
  const sort = given.get('sort');
  const tab = given.get('tab');
  return {
    text: given.get('q') ?? '',
    publisher: text('publisher'),
    category: text('category'),
    from: dayIn(given.get('from')),
    to: dayIn(given.get('to')),
    sort: sort === 'date' || sort === 'relevance' ? sort : null,
    article: text('article'),
    version: text('version'),
    with: text('with'),
    tab: tab !== null && /^\d{1,10}$/.test(tab) ? Number(tab) : null,
  };
}

/** The address that asks for this. */
export function addressOf({ text, ...asked }: Asked): string {
  const search = new URLSearchParams(text === '' ? {} : { q: text });
  for (const [name, value] of Object.entries(asked)) if (value !== null) search.set(name, String(value));
  return search.size === 0 ? 'archive.html' : `archive.html?${search}`;
}

/** The address of an article beside the same search. */
export const readingAddress = (asked: Asked, article: string, version: string | null = null): string =>
  addressOf({ ...asked, article, version, with: null, tab: null });

/** The same search with no article open. */
export const searchOnly = (asked: Asked): Asked => ({ ...asked, article: null, version: null, with: null, tab: null });

const sortOf = ({ sort, text }: Asked): SearchQuery['sort'] => sort ?? (text.trim() === '' ? 'date' : 'relevance');

export const isNarrowed = ({ publisher, category, from, to }: Pick<Asked, 'publisher' | 'category' | 'from' | 'to'>): boolean =>
  publisher !== null || category !== null || from !== null || to !== null;

/** The search to ask the archive. */
export const questionOf = (asked: Asked): Question => ({
  text: asked.text,
  publisher: asked.publisher,
  category: asked.category,
  from: asked.from === null ? null : startOfDay(asked.from),
  to: asked.to === null ? null : endOfDay(asked.to),
  sort: sortOf(asked),
});

/** Tells searches apart. */
export const nameOf = (question: Question): string => JSON.stringify(question);
