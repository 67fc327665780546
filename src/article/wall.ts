/** What asks its reader for a subscription. A news text also speaks of subscriptions, but not to its reader. */
const SUBSCRIBE = new RegExp(
  [
    String.raw`\bword (?:nu |direct )?(?:abonnee|lid)\b`,
    String.raw`\bneem (?:nu )?een (?:proef)?abonnement\b`,
    String.raw`(?:^|\b(?:artikel|verhaal|stuk|bericht) is )(?:alleen|exclusief)(?: \S+){0,2} voor (?:onze )?(?:abonnees|leden)\b`,
    String.raw`(?:^|\bben(?:t u| je) )al (?:abonnee|lid)\b`,
    String.raw`\b(?:lees|krijg)\b.{0,40} met een (?:\S+ )?abonnement\b`,
    String.raw`\blees (?:dit \S+ )?(?:verder|onbeperkt) met\b`,
    String.raw`\blog in om (?:verder|dit|het)\b`,
    String.raw`\bsubscribe to (?:read|continue)\b`,
    String.raw`\bsubscribers only\b`,
    String.raw`(?:^|\bare you )already a subscriber\b`,
  ].join('|'),
  'i',
);
/** A paywall begins among this many last paragraphs. */
const LAST = 12;
/** It has at most this many characters in all, and in each line. */
const MOST = 600;
const LONGEST = 200;

/**
 * Where a text begins to ask for a subscription instead of going on; its length where it does not. A paywall shows how the text
 * begins, and asks behind it. Told by the text alone, as few pages say that they are not whole.
 */
export function wallAt(paragraphs: readonly string[]): number {
  let at = paragraphs.length;
  let left = MOST;
  for (let i = at - 1; i >= 0 && i >= paragraphs.length - LAST; i--) {
    const line = paragraphs[i] ?? '';
    left -= line.length;
    if (left < 0 || line.length > LONGEST) break;
    if (SUBSCRIBE.test(line)) at = i;
  }
  return at;
}
