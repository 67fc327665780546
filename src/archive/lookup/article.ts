import type { ArchivedText, ArchivedVersion, ShownCounts, VersionLine } from '../../article/answers.ts';
import { meaningOf, meaningOfPost } from '../../article/counts.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import type { Reading } from '../store/reading.ts';
import type { StoredPost } from '../store/schema.ts';
import { summaryOf } from './summary.ts';

/** A post's own id in addresses of the archive page. */
export const versionId = (post: Pick<StoredPost, 'segment' | 'number'>): string => `${post.segment}.${post.number}`;

/** The versions among an article's posts, oldest first: of posts with the same title and text only the first counts. */
export function versionsOf(posts: readonly StoredPost[]): StoredPost[] {
  const inOrder = posts.toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.segment - b.segment || a.number - b.number);
  const seen = new Set<number>();
  return inOrder.filter((post) => !seen.has(post.fingerprint) && seen.add(post.fingerprint));
}

export const versionLine = (post: StoredPost): VersionLine => ({ id: versionId(post), title: post.title, date: post.date });

/** A stored post as the popup shows it. */
export function shownVersion(reading: Reading, post: StoredPost): ArchivedVersion {
  return {
    ...versionLine(post),
    publisher: post.publisher,
    category: post.categories[0] ?? null,
    link: post.link,
    picture: post.picture,
    summary: post.description ?? summaryOf(paragraphsOf(post.body)),
    counts: countsOf(reading, post),
    bundle: reading.bundle(post.segment)?.name ?? '',
  };
}

export const shownText = (reading: Reading, post: StoredPost): ArchivedText => ({ ...shownVersion(reading, post), html: post.body });

function countsOf(reading: Reading, post: StoredPost): ShownCounts {
  if (!post.numbers) return { ...post.words, meaning: 'words', source: 'own' };
  const meaning = meaningOf(reading.bundle(post.segment)?.counts ?? { posts: 0, words: 0 });
  return { ...post.numbers, meaning: meaningOfPost(meaning, post.numbers, post.words), source: 'archive' };
}
