import type { Remark } from '../bundle/post.ts';
import type { SkipReason } from '../bundle/unreadable-post.ts';

/** What an import says when it ends. Plain data: it crosses from the worker to the page. */
export interface ImportReport {
  /** The bundle's name in the archive; empty when the file could not be opened. */
  bundle: string;
  /** `new`: a bundle of its own; `update`: one of that name was brought up to date; `apart`: of a known name, but another archive. */
  kind: 'new' | 'update' | 'apart';
  counts: ImportCounts;
  skipped: SkippedFile[];
  remarks: { path: string; remark: Remark }[];
  /** Milliseconds from opening the file until everything was on disk. */
  duration: number;
}

export interface ImportCounts {
  /** Files in the bundle. */
  entries: number;
  /** Files that are posts, also unchanged ones. */
  posts: number;
  articles: number;
  /** Articles with several versions. */
  versioned: number;
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  skipped: number;
}

export interface SkippedFile {
  path: string;
  reason: SkipReason;
  detail: string;
}

export const emptyReport = (): ImportReport => ({
  bundle: '',
  kind: 'new',
  counts: { entries: 0, posts: 0, articles: 0, versioned: 0, added: 0, changed: 0, unchanged: 0, removed: 0, skipped: 0 },
  skipped: [],
  remarks: [],
  duration: 0,
});
