import type { ChangeCounts } from './change-counts.ts';
import type { DateRange } from './date-range.ts';
import type { ArticleKey } from './key.ts';

/** What an article is made of, mostly. */
export type ArticleKind = 'article' | 'liveblog' | 'video' | 'audio';

/** An article as the page shows it: what the content script announces. Text in paragraphs, dates in epoch milliseconds. */
export interface PageArticle {
  key: ArticleKey;
  address: string;
  title: string;
  paragraphs: string[];
  /** Which of the paragraphs the page sets as headings, where it is told. */
  headings?: number[] | undefined;
  published: number | null;
  modified: number | null;
  /** What the publisher says that it is about. */
  keywords: string[];
  kind: ArticleKind;
  /** Address of its picture, which is never loaded unasked. */
  picture?: string | undefined;
  /** The part of the site that it stands in. */
  section?: string | undefined;
  /** Its address leads to no page any more. */
  isGone?: boolean | undefined;
  /** Its page shows a translation instead of its text. */
  isTranslated?: boolean | undefined;
}

/** The two numbers of a version, and who counted what. */
export interface ShownCounts {
  total: number;
  unique: number;
  meaning: 'words' | 'views' | 'unknown';
  /** `archive`: they stand in the post; `own`: Terugblik counted the words, as the post has none or was written by it. */
  source: 'archive' | 'own';
}

/** One line about a version, enough to list and open it. Dates in epoch milliseconds. */
export interface VersionLine {
  id: string;
  title: string;
  date: number | null;
}

/** A version as the popup shows it. */
export interface ArchivedVersion extends VersionLine {
  publisher: string | null;
  category: string | null;
  link: string | null;
  picture: string | null;
  summary: string;
  counts: ShownCounts;
  standing: Standing[];
  bundle: string;
}

/** How a version's count stands among those of a group of posts, and how these are distributed. */
export interface Standing {
  among: 'category' | 'month' | 'publisher' | 'all';
  /** Which category or publisher; a month as `2019-10`; empty for all. */
  name: string;
  /** Posts with a lower, about the same (some 3 %) and a higher count. */
  below: number;
  same: number;
  above: number;
  /** Lowest count of each bin, with how many posts it has. */
  bins: { from: number; count: number }[];
}

/** A version as the archive page shows it: with its body as archived, not yet made safe. */
export interface ArchivedText extends ArchivedVersion {
  html: string;
}

export interface RelatedItem {
  key: ArticleKey;
  title: string;
  date: number | null;
  publisher: string | null;
  /** Who told the same story in about the same words, the item's own publisher first. */
  publishers: string[];
}

/** What changed on an article's page since the newest archived version, of this date in epoch milliseconds. */
export interface PageChanges {
  since: number | null;
  counts: ChangeCounts;
}

/** How often the reader viewed an article; on how many days, first and last when, in epoch milliseconds. */
export interface Visits {
  times: number;
  days: number;
  first: number;
  last: number;
}

/** What the archive knows of an article. */
export type Answer = (
  | {
      state: 'archived';
      version: ArchivedVersion;
      versions: VersionLine[];
      related: RelatedItem[];
      /** Left out where the page was not compared. */
      changes?: PageChanges;
    }
  | { state: 'related'; related: RelatedItem[] }
  | { state: 'none'; reason: 'outside-dates' | 'absent' | 'no-text'; range: DateRange | null }
  | { state: 'no-archive' }
) & {
  /** Left out where visits are not counted. */
  visits?: Visits | null;
};

/** The archive that an answer is of. */
export interface AnsweredFrom {
  generation: number;
  textCount: number;
  /** Texts that can't be read any more, and had no part in it; left out where there are none. */
  damaged?: number;
}

/** What is kept of the page's article beside the answer. */
export type ContextArticle = Pick<PageArticle, 'key' | 'address' | 'title'> &
  Partial<Pick<PageArticle, 'published' | 'isGone' | 'isTranslated'>> & {
    /** Why it is not kept though the reader keeps what is read. */
    notKept?: Exclude<NotKept, 'unchanged'> | undefined;
  };

/** What a tab is about: the archive's answer on its article, or why there is none. */
export type Context =
  | (Answer & AnsweredFrom & { article: ContextArticle })
  | { state: 'no-archive' | 'not-article' | 'permission' }
  | { state: 'error'; detail: string };

/** A bundle as listed on the options page. */
export interface BundleLine {
  name: string;
  imported: number;
  posts: number;
  articles: number;
  /** Space that it takes on the disk. */
  bytes: number;
  range: DateRange | null;
  meaning: 'words' | 'views' | 'mixed' | 'unknown';
  /** Posts that can't be read any more, until the bundle is imported again. */
  damaged: number;
}

/** What is searched for. Dates in epoch milliseconds, both included; null for no limit. */
export interface SearchQuery {
  text: string;
  publisher: string | null;
  category: string | null;
  from: number | null;
  to: number | null;
  sort: 'relevance' | 'date';
  /** Where the page begins: 0, then what the answer before gave as `next`. */
  offset: number;
  limit: number;
}

/** A text in pieces, those that were searched for marked. */
export type MarkedText = readonly { text: string; hit: boolean }[];

export interface SearchResult {
  key: ArticleKey;
  title: MarkedText;
  date: number | null;
  publisher: string | null;
  category: string | null;
  snippet: MarkedText;
}

export interface SearchAnswer {
  /** Texts that match: every version of an article is one. */
  total: number;
  /** No post has all that was asked: these have it without everyday words. */
  isRelaxed: boolean;
  /** None has together what was typed unbroken: these have its words apart. */
  isApart: boolean;
  results: SearchResult[];
  /** Where the next page begins; null when this is the last. */
  next: number | null;
  generation: number;
}

/**
 * What became of an article that was to be kept: kept for the first time, as a version, in place of the hour's version, in
 * place of its own beginning; or not, as it is there already, has too little text, shows a wall or a translation, or is older than the
 * reader's limit.
 */
export type Kept = 'new' | 'version' | 'replaced' | 'fuller' | NotKept;
export type NotKept = 'unchanged' | 'too-short' | 'wall' | 'translated' | 'too-old';
