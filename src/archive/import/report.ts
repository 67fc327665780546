import type { Bundle } from '../bundle/bundle.ts';
import type { PostRemark } from '../bundle/post.ts';
import type { SkipReason, Unreadable } from '../bundle/unreadable-post.ts';

/** What an import says when it ends. Plain data: it crosses from the worker to the page. */
export interface ImportReport {
  /** The bundle's name in the archive; empty when the file could not be opened. */
  bundle: string;
  /** `new`: a bundle of its own; `update`: the bundle of that name was updated; `apart`: another archive of a known name. */
  kind: 'new' | 'update' | 'apart';
  counts: ImportCounts;
  /** Posts of an updated bundle that its new copy does not have. */
  missing: number;
  /** The skipped files, until their names take more room than `LISTED`. */
  skipped: SkippedFile[];
  /** Characters that the list of skipped files takes. */
  listed: number;
  /** On posts that came in, and on the file that they came in: the first `REMARKS_KEPT`. */
  remarks: { path: string; remark: PostRemark | 'more-behind' }[];
  /** How many remarks there are, listed or not. */
  remarked: number;
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

/** A bundle of nothing but broken files must not fill the memory: this many characters list half a million of them. */
const LISTED = 48_000_000;
const REMARKS_KEPT = 1000;
const LONGEST_NAME = 300;

export const reportOf = (bundle: Bundle | null): ImportReport => ({
  bundle: '',
  kind: 'new',
  counts: {
    entries: bundle?.entries ?? 0,
    posts: 0,
    articles: 0,
    versioned: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    skipped: 0,
  },
  missing: 0,
  skipped: [],
  listed: 0,
  remarks: [],
  remarked: 0,
  duration: 0,
});

/** Notes a file that should be a post and can't be. */
export function skip(report: ImportReport, path: string, { reason, detail }: Unreadable): void {
  report.counts.skipped++;
  if (report.listed > LISTED) return;
  const name = path.slice(0, LONGEST_NAME);
  report.skipped.push({ path: name, reason, detail });
  report.listed += name.length + detail.length;
}

/** Notes something about a post that came in. */
export function remarkOn(report: ImportReport, path: string, remark: PostRemark): void {
  report.remarked++;
  if (report.remarks.length < REMARKS_KEPT) report.remarks.push({ path, remark });
}
