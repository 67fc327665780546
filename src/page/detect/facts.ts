import type { ArticleKind } from '../../article/answers.ts';
import { folded, textOf } from './shown.ts';

/** What the data of a page say of its article. Dates in epoch milliseconds. */
export interface Facts {
  /** The data say that the page is an article. */
  isArticle: boolean;
  title: string;
  published: number | null;
  modified: number | null;
  keywords: string[];
  kind: ArticleKind | null;
  /** Address of the picture, and the part of the site that it stands in. */
  picture?: string | undefined;
  section?: string | undefined;
}

export const NO_FACTS: Facts = { isArticle: false, title: '', published: null, modified: null, keywords: [], kind: null };

/** Of each fact the first that is there. */
export function firstOf(all: readonly Facts[]): Facts {
  const first = <T>(of: (facts: Facts) => T, isThere: (value: T) => unknown = Boolean) => all.map(of).find(isThere);
  const isTime = (time: number | null) => time !== null;
  return {
    isArticle: all.some(({ isArticle }) => isArticle),
    title: first(({ title }) => title) ?? '',
    published: first(({ published }) => published, isTime) ?? null,
    modified: first(({ modified }) => modified, isTime) ?? null,
    keywords: [...new Set(all.flatMap(({ keywords }) => keywords))].slice(0, 30),
    kind: first(({ kind }) => kind) ?? null,
    picture: first(({ picture }) => picture),
    section: first(({ section }) => section),
  };
}

/** The text of something that may hold markup or entities. Nothing in it is run or loaded: its document is not shown. */
export function plain(text: unknown): string {
  if (typeof text !== 'string') return '';
  return /[<&]/.test(text) ? textOf(new DOMParser().parseFromString(text, 'text/html').body) : folded(text);
}

/** A date with its day first, as it is wherever a dash or dot follows; a browser would take the day for the month. */
const DAY_FIRST = /^(\d\d?)[-.](0?[1-9]|1[0-2])[-.](\d{4})(?!\d)[T, ]*/;

export function timeOf(text: unknown): number | null {
  const time = typeof text === 'string' ? Date.parse(text.trim().replace(DAY_FIRST, '$3/$2/$1 ')) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

/** Keywords as the web writes them: a list, a text with commas, or things with a name. */
export function keywordsOf(...values: unknown[]): string[] {
  const names = values.flat().flatMap((value) => {
    if (typeof value === 'string') return value.split(',');
    const { name, label } = (value ?? {}) as { name?: unknown; label?: unknown };
    return [name ?? label];
  });
  return names.map(plain).filter((name) => name.length > 1 && name.length <= 100);
}
