import { wallAt } from '../../article/wall.ts';
import type { ArticleToKeep } from './keep.ts';

/** A page with fewer words is a picture, a wall, or one that could not be read well. */
export const LEAST_WORDS = 50;
/** No wall has more words than this. */
const LONGEST_WALL = 400;
const CONSENT = /\b(?:cookie|cookies|toestemming|privacy(?:beleid|voorkeuren|verklaring)?|consent|gepersonaliseerde advertenties)\b/i;

/**
 * Why a page's text is not worth keeping, null when it is: there is next to none, or it asks for cookies or a subscription
 * instead of telling the news, or the page shows a translation. A wall is told by the text alone, as a page says nowhere that it is one.
 */
export function whyNotWorthKeeping({
  text,
  isTranslated,
}: Pick<ArticleToKeep, 'text' | 'isTranslated'>): 'too-short' | 'wall' | 'translated' | null {
  if (isTranslated) return 'translated';
  const paragraphs = text.flatMap(({ kind, text: one }) => (kind === 'paragraph' ? one : []));
  const words = wordsIn(paragraphs);
  if (words < LONGEST_WALL) {
    if (wordsIn(paragraphs.filter((one) => CONSENT.test(one))) > words / 2) return 'wall';
    if (words < LONGEST_WALL / 2 && wallAt(paragraphs) < paragraphs.length) return 'wall';
  }
  return words < LEAST_WORDS ? 'too-short' : null;
}

export const wordsIn = (texts: readonly string[]): number => texts.reduce((sum, one) => sum + (one.match(/\S+/g)?.length ?? 0), 0);
