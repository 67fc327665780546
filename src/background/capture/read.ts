import { connect } from '../../archive/store/connection.ts';
import { addVisit } from '../../archive/store/visits.ts';
import type { PageArticle } from '../../article/answers.ts';
import { readSettings } from '../../settings/settings.ts';
import { cameIn } from './came-in.ts';
import { keepArticle } from './keep.ts';
import { pageToKeep } from './page-to-keep.ts';

/**
 * Does what the reader wants done with an article that was really looked at: counts the visit, keeps the article. Nothing
 * of both unless switched on.
 * @param isVisit whether it was looked at anew, rather than changed while it stood open
 * @returns whether there is anything new to show of it
 */
export async function articleRead(article: PageArticle, isVisit: boolean, now: number): Promise<boolean> {
  const { visits, keepRead } = await readSettings();
  const isCounted = visits && isVisit;
  if (isCounted) await addVisit(await connect(), article.key, now);
  const kept = keepRead ? await keepArticle(pageToKeep(article), now) : 'unchanged';
  return isCounted || cameIn(kept);
}
