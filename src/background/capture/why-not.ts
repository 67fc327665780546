import type { TextBlock } from '../../archive/bundle/post-file.ts';

/** Less of a page is a picture, a wall, or a text that could not be read well. */
export const LEAST_WORDS = 50;
/** Longer than this no wall is. */
const LONGEST_WALL = 400;
const CONSENT = /\b(?:cookie|cookies|toestemming|privacy(?:beleid|voorkeuren|verklaring)?|consent|gepersonaliseerde advertenties)\b/i;
const SUBSCRIBE =
  /\b(?:word (?:nu )?(?:abonnee|lid)|neem een abonnement|alleen voor (?:abonnees|leden)|al abonnee|lees (?:dit artikel )?verder met|log in om (?:verder|dit|het)|exclusief voor abonnees|subscribe to (?:read|continue)|subscribers only|already a subscriber)\b/i;

/**
 * Why a page's text is not worth keeping, null when it is: there is next to none, or it asks for cookies or a subscription
 * instead of telling the news. Told by the text alone, as a page says nowhere that it is a wall.
 */
export function whyNot(text: readonly TextBlock[]): 'too-short' | 'wall' | null {
  const paragraphs = text.flatMap(({ kind, text: one }) => (kind === 'paragraph' ? one : []));
  const words = wordsIn(paragraphs);
  if (words < LONGEST_WALL) {
    if (wordsIn(paragraphs.filter((one) => CONSENT.test(one))) > words / 2) return 'wall';
    // A paywall shows how the text begins, and asks behind it.
    if (words < LONGEST_WALL / 2 && paragraphs.slice(-3).some((one) => SUBSCRIBE.test(one))) return 'wall';
  }
  return words < LEAST_WORDS ? 'too-short' : null;
}

export const wordsIn = (texts: readonly string[]): number => texts.reduce((sum, one) => sum + (one.match(/\S+/g)?.length ?? 0), 0);
