import type { PageArticle } from '../../article/answers.ts';
import { type ArticleKey, recognisedKey } from '../../article/key.ts';
import type { ask } from '../../messages/channel.ts';
import { headingOf } from '../detect/article.ts';
import type { Watcher } from './watch.ts';

/** Tells the background which article the page shows, and at once when it shows that one no longer. */
export function announcer(read: () => PageArticle | null, tell: typeof ask): Watcher {
  let told: ArticleKey | null = null;
  return {
    async shown() {
      const article = read();
      told = article?.key ?? null;
      await (article ? tell('article-shown', { article }) : tell('article-left', {}));
    },
    async moved() {
      if (told === null || told === recognisedKey(location.href)) return;
      told = null;
      await tell('article-left', {});
    },
    heading: () => headingOf(document)?.textContent?.trim() ?? '',
  };
}
