const SUBSCRIBE =
  /\b(?:word (?:nu )?(?:abonnee|lid)|neem een abonnement|alleen voor (?:abonnees|leden)|al abonnee|lees (?:dit artikel )?verder met|log in om (?:verder|dit|het)|exclusief voor abonnees|subscribe to (?:read|continue)|subscribers only|already a subscriber)\b/i;
/** So many paragraphs a paywall is made of at most. */
const LONGEST = 3;

/**
 * Where a text begins to ask for a subscription instead of going on; its length where it does not. A paywall shows how the text
 * begins, and asks behind it. Told by the text alone, as few pages say that they are not whole.
 */
export function wallAt(paragraphs: readonly string[]): number {
  const from = Math.max(0, paragraphs.length - LONGEST);
  const at = paragraphs.slice(from).findIndex((one) => SUBSCRIBE.test(one));
  return at < 0 ? paragraphs.length : from + at;
}
