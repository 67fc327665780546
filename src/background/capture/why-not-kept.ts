import type { NotKept } from '../../article/answers.ts';
import type { Settings } from '../../settings/choices.ts';
import { dateOf } from './date-of.ts';
import type { ArticleToKeep } from './keep.ts';
import { isTooOld, limitOf } from './own-limit.ts';
import { whyNotWorthKeeping } from './worth-keeping.ts';

/**
 * Why an article that the archive does not have is not kept: by itself, where the reader keeps what is read; or at all, as it is older than
 * the own archive may become. Null where it is kept, or for the reader to keep.
 */
export function whyNotKept(article: ArticleToKeep, settings: Settings, now: number): Exclude<NotKept, 'unchanged'> | null {
  const why = settings.keepRead ? whyNotWorthKeeping(article) : null;
  return why ?? (isTooOld(dateOf(article, false, now), limitOf(settings), now) ? 'too-old' : null);
}
