import { readArchive } from '../store/reading.ts';

/** Sizes of the archive, for measurements: what its indexes hold. */
export interface Statistics {
  segments: number;
  posts: number;
  /** Words with their documents. */
  postings: number;
  words: number;
}

export const archiveStatistics = (): Promise<Statistics> =>
  readArchive(async ({ segments }) => {
    const sum = (of: (head: (typeof segments)[number]['index']['head']) => number) =>
      segments.reduce((total, segment) => total + of(segment.index.head), 0);
    return {
      segments: segments.length,
      posts: sum((head) => head.documents),
      postings: sum((head) => head.postings),
      words: sum((head) => head.words),
    };
  });
