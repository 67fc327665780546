import type { ArticleToKeep } from './keep.ts';

/**
 * The date that an article is kept under: a first text is of its publication; a later one of its change, where the page tells it, else of
 * when it was seen.
 * @param isKnown whether the archive has a text of it already
 */
export function dateOf(
  { published, modified, isLiveblog }: Pick<ArticleToKeep, 'published' | 'modified' | 'isLiveblog'>,
  isKnown: boolean,
  now: number,
): number {
  const told = isKnown || isLiveblog ? modified : published;
  return told !== null && told <= now ? told : now;
}
