import type { PageArticle } from '../../article/answers.ts';
import { addressKey } from '../../article/key.ts';
import { headingOf } from '../detect/article.ts';
import { htmlOf } from '../detect/facts.ts';
import type { Tell } from './background.ts';
import type { Watcher } from './watch.ts';

/** A liveblog changes all the time; that much time lies between two announcements of one article, in milliseconds. */
const BETWEEN = 5 * 60_000;

/** Tells the background which article the page shows, once, and at once when it shows that one no longer. */
export function announcer(read: () => PageArticle | null, tell: Tell, address = () => location.href): Watcher {
  /** What the background believes the page to show: an article, none, or it was told nothing. */
  let told: PageArticle | null | undefined;
  /** The last article that was told with its text, even if it was left since. */
  let last: PageArticle | undefined;
  let at = 0;
  const isTold = () => told && addressKey(told.address) === addressKey(address());
  const leave = async () => {
    const wasTold = told;
    told = null;
    // A page that is no article from its start wakes nobody: the badge went with the page before, of which what is kept no longer counts.
    if (wasTold) await tell('article-left', {});
  };
  return {
    async shown() {
      if (told && isTold() && hasText(told) && Date.now() - at < BETWEEN) return;
      const seen = read();
      if (!seen) return leave();
      // A page that goes on by itself can still show the article before under the address of the next.
      const article = last && last.key !== seen.key && textOf(last) === textOf(seen) ? withoutText(seen) : seen;
      if (told?.key === article.key && textOf(told) === textOf(article)) return;
      told = article;
      if (hasText(article)) last = article;
      at = Date.now();
      await tell('article-shown', { article });
    },
    async moved() {
      if (told && !isTold()) await leave();
    },
    hidden() {
      told = undefined;
    },
    heading: () => headingOf(htmlOf(document))?.textContent?.trim() ?? '',
  };
}

const textOf = ({ title, paragraphs }: PageArticle): string => [title, ...paragraphs].join('\n');
const hasText = (article: PageArticle): boolean => textOf(article) !== '';
const withoutText = (article: PageArticle): PageArticle => ({
  ...article,
  title: '',
  paragraphs: [],
  published: null,
  modified: null,
  keywords: [],
});
