import type { PageArticle } from '../../article/answers.ts';
import type { Request } from '../../messages/messages.ts';
import type { Tell } from './background.ts';

/** So long an article has to be visible to count as looked at, in milliseconds. */
const LOOKED_AT = 5000;

export interface Attention {
  /** The article of this key is shown; it may have changed since it was shown before. */
  shown(key: string): void;
  /** No article is shown. */
  left(): void;
}

/**
 * Tells when the article that is shown has been visible for five seconds in all, and again when it changes after that.
 * @param looked called then, with whether it was looked at anew
 */
export function attention(looked: (isVisit: boolean) => void): Attention {
  let current: string | null = null;
  let left = 0;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    left -= performance.now() - since;
  };
  const go = () => {
    if (left <= 0 || timer !== undefined || document.visibilityState !== 'visible') return;
    since = performance.now();
    timer = setTimeout(() => {
      timer = undefined;
      left = 0;
      looked(true);
    }, left);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') go();
    else pause();
  });
  const end = () => {
    pause();
    current = null;
    left = 0;
  };
  // Back from the page cache it is looked at anew, as a page that is loaded again.
  addEventListener('pagehide', end);
  return {
    shown(key) {
      if (key === current) {
        if (left <= 0) looked(false);
        return;
      }
      pause();
      current = key;
      left = LOOKED_AT;
      go();
    },
    left: end,
  };
}

/** Tells the background too when the article that it is told of was looked at. */
export function attentive(tell: Tell, read: () => PageArticle | null): Tell {
  const { shown, left } = attention((isVisit) => {
    const article = read();
    // The extension may be gone or updated under a page that stays open; then there is nobody to tell.
    if (article) tell('article-read', { article, isVisit }).catch(() => undefined);
  });
  return (name, request) => {
    if (name === 'article-shown') shown((request as Request<'article-shown'>).article.key);
    if (name === 'article-left') left();
    return tell(name, request);
  };
}
