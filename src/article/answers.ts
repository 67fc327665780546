import type { ArticleKey } from './key.ts';

/** An article as the page shows it: what the content script announces. Text in paragraphs, date in epoch milliseconds. */
export interface PageArticle {
  key: ArticleKey;
  address: string;
  title: string;
  paragraphs: string[];
  published: number | null;
}

/** The two numbers of a version, and who counted what. */
export interface ShownCounts {
  total: number;
  unique: number;
  meaning: 'words' | 'views' | 'unknown';
  /** `archive`: they stand in the post; `own`: Terugblik counted the words, as the post has none. */
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
  bundle: string;
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
}

/** The dates between which an archive's posts lie, epoch milliseconds. */
export interface DateRange {
  from: number;
  to: number;
}

/** What the archive knows of an article. */
export type Answer =
  | { state: 'archived'; version: ArchivedVersion; versions: VersionLine[]; related: RelatedItem[] }
  | { state: 'related'; related: RelatedItem[] }
  | { state: 'none'; reason: 'outside-dates' | 'absent' | 'no-text'; range: DateRange | null }
  | { state: 'no-archive' };

/** What a tab is about: the archive's answer on its article, or why there is none. */
export type Context =
  | (Answer & { generation: number; article: Pick<PageArticle, 'key' | 'address' | 'title'>; posts: number })
  | { state: 'no-archive' | 'not-article' | 'permission' }
  | { state: 'error'; detail: string };

/** A bundle as listed on the options page. */
export interface BundleLine {
  name: string;
  imported: number;
  posts: number;
  articles: number;
  bytes: number;
  range: DateRange | null;
  meaning: 'words' | 'views' | 'mixed' | 'unknown';
}
