import type { PageArticle } from '../../article/answers.ts';
import { addressKey } from '../../article/key.ts';
import { headingOf } from '../detect/heading.ts';
import { htmlOf } from '../detect/shown.ts';
import type { Tell } from './background.ts';
import type { Watcher } from './watch.ts';

/** At least this long lies between two announcements of one article, in milliseconds: a liveblog changes all the time. */
const BETWEEN = 5 * 60_000;

/** Tells the background which article the page shows, once, and at once when it shows that one no longer. */
export function announcer(
  read: () => PageArticle | null | Promise<PageArticle | null>,
  tell: Tell,
  address = () => location.href,
): Watcher {
  /** What the background believes the page to show: an article, none, or it was told nothing. */
  let told: PageArticle | null | undefined;
  let at = 0;
  const isTold = () => told && addressKey(told.address) === addressKey(address());
  const leave = async () => {
    const wasTold = told;
    told = null;
    // A page that never was an article wakes nobody: the badge went with the page before it, and what is kept of that no longer counts.
    if (wasTold) await tell('article-left', {});
  };
  const look = async () => {
    const article = await read();
    if (!article) return leave();
    if (told?.key === article.key && textOf(told) === textOf(article)) return;
    told = article;
    at = Date.now();
    await tell('article-shown', { article });
  };
  return {
    async shown() {
      if (told && isTold() && textOf(told) !== '' && Date.now() - at < BETWEEN) return;
      await look();
    },
    changed: look,
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
