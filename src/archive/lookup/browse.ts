import type { SearchQuery } from '../../article/answers.ts';
import { type Month, monthReader } from '../../article/calendar.ts';
import { NO_DATE } from '../index/columns.ts';
import { readArchive } from '../store/reading.ts';
import { matchesOf } from './search.ts';

/** How many posts there are of each month that has any, in the order of time. */
export interface PostsPerMonth {
  months: { month: Month; posts: number }[];
  /** Posts without a date. */
  undated: number;
  total: number;
  /** Texts that can't be read any more, and are not counted; left out where there are none. */
  damaged?: number;
}

/**
 * How many posts a search finds in each month, whatever dates it is narrowed to; with nothing asked, all posts of the
 * archive. Reads the dates of all posts, four bytes each.
 */
export function postsPerMonth(asked: Pick<SearchQuery, 'text' | 'publisher' | 'category'>): Promise<PostsPerMonth> {
  return readArchive(async ({ segments, damaged }) => {
    const { found } = await matchesOf(segments, asked);
    const counted = await Promise.all(
      found.map(async ({ segment, documents }) => ({ documents, dates: documents.length > 0 ? await segment.dates() : new Int32Array(0) })),
    );
    return { ...countedByMonth(counted), ...(damaged > 0 && { damaged }) };
  });
}

/**
 * Counts documents by the month of their date.
 * @param parts numbers of documents, and the dates of all documents in minutes, `NO_DATE` where there is none
 */
export function countedByMonth(parts: readonly { documents: ArrayLike<number>; dates: Int32Array }[]): PostsPerMonth {
  const counts = new Map<Month, number>();
  const monthOf = monthReader();
  let undated = 0;
  let total = 0;
  for (const { documents, dates } of parts) {
    total += documents.length;
    for (let i = 0; i < documents.length; i++) {
      const minutes = dates[documents[i] as number] ?? NO_DATE;
      if (minutes === NO_DATE) {
        undated++;
        continue;
      }
      const month = monthOf(minutes);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
  }
  const months = [...counts].sort(([a], [b]) => a - b).map(([month, posts]) => ({ month, posts }));
  return { months, undated, total };
}
