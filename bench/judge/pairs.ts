import type { Post } from '../../src/archive/bundle/post.ts';

/** An article to ask about, and the keys of the articles that should be found. */
export interface Pair {
  post: Post;
  partners: ReadonlySet<string>;
}

/** Their pictures are stock, shared by articles that have nothing to do with each other. */
const STOCK = /politie\.nl|volkskrant\.nl|techzine/;
const NEAR_TEXT = 0.5;
const NEAR_TITLE = 0.6;

export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Articles that share a picture with one to three others that do not tell the same in the same words. */
export function pairsIn(posts: readonly Post[]): Pair[] {
  const byPicture = new Map<string, Map<string, Post>>();
  for (const post of posts) {
    if (!post.picture) continue;
    const articles = byPicture.get(post.picture) ?? new Map<string, Post>();
    if (!articles.has(post.article)) articles.set(post.article, post);
    byPicture.set(post.picture, articles);
  }
  return [...byPicture.values()]
    .filter((articles) => articles.size >= 2 && articles.size <= 4)
    .flatMap((articles) => {
      const all = [...articles.values()];
      return all.flatMap((post) => {
        const partners = all.filter((other) => other !== post && !isNearCopy(post, other));
        const isAsked = partners.length > 0 && !STOCK.test(post.link ?? '');
        return isAsked ? [{ post, partners: new Set(partners.map(({ article }) => article)) }] : [];
      });
    });
}

const isNearCopy = (a: Post, b: Post): boolean =>
  sharedWords(a.paragraphs.join('\n'), b.paragraphs.join('\n')) >= NEAR_TEXT || sharedWords(a.title, b.title) >= NEAR_TITLE;

/** Words in both ÷ words in either. */
function sharedWords(a: string, b: string): number {
  const [own, others] = [new Set(wordsIn(a)), new Set(wordsIn(b))];
  const both = [...own].filter((word) => others.has(word)).length;
  return both / (own.size + others.size - both || 1);
}
