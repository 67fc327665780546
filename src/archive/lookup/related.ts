import type { RelatedItem } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { rankByTerms } from '../index/rank.ts';
import { termsOf } from '../language/analyse.ts';
import type { Reading } from '../store/reading.ts';

/** Below this likeness two texts share words but no subject. */
export const FLOOR = 1.2;
const ITEMS = 8;
const CANDIDATES = 60;
const DAY = 24 * 60 * 60 * 1000;

interface About {
  key: ArticleKey;
  title: string;
  paragraphs: readonly string[];
  date: number | null;
  category: string | null;
}

/**
 * The articles most like a text, best first: likeness of words above a floor, a little in favour of those near in time
 * and of the same category. Each article once, and never the article itself.
 */
export async function relatedTo(reading: Reading, about: About): Promise<RelatedItem[]> {
  const ranked = rankByTerms(termsOf(about.title, about.paragraphs), await reading.terms())
    .filter((one) => one.score >= FLOOR)
    .slice(0, CANDIDATES);
  const posts = await Promise.all(ranked.map((one) => reading.post(one.segment, one.number)));
  const scored = posts.flatMap((post, i) => {
    if (!post || post.article === about.key) return [];
    const near = post.date === null || about.date === null ? 0.7 : 0.7 + 0.3 / (1 + Math.abs(post.date - about.date) / DAY / 30);
    const same = about.category !== null && post.categories.includes(about.category) ? 1.2 : 1;
    return [{ post, score: (ranked[i]?.score ?? 0) * near * same }];
  });
  scored.sort((a, b) => b.score - a.score);
  const items = new Map<ArticleKey, RelatedItem>();
  for (const { post } of scored) {
    if (items.size === ITEMS) break;
    if (!items.has(post.article)) {
      items.set(post.article, { key: post.article, title: post.title, date: post.date, publisher: post.publisher });
    }
  }
  return [...items.values()];
}
