/** So long an article has to be visible to count as looked at, in milliseconds. */
const LOOKED_AT = 5000;

export interface Attention {
  /** An article is shown; the one before, if any, no longer. */
  shown(): void;
  /** No article is shown. */
  left(): void;
}

/**
 * Tells when the article that is shown has been visible for five seconds in all, once for each time that it is shown.
 * @param looked called then
 */
export function attention(looked: () => void): Attention {
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
      looked();
    }, left);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') go();
    else pause();
  });
  return {
    shown() {
      pause();
      left = LOOKED_AT;
      go();
    },
    left() {
      pause();
      left = 0;
    },
  };
}
