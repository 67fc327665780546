/** A server that says longer is asked again all the same: what it says may be a slip. */
const LONGEST = 7 * 24 * 3_600_000;

/**
 * Until when a server wants to be left alone.
 * @param retryAfter what it told in that header: seconds or a date (RFC 9110, 10.2.3)
 * @returns epoch milliseconds; null where it said nothing of the kind
 */
export function leftAloneUntil(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  const until = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter);
  return until > now ? Math.min(until, now + LONGEST) : null;
}

/** Whether it still is too early, by what a server said when it gave an error; also where the clock was set since. */
export const isLeftAlone = (problem: { until: number | null } | null, now: number): boolean =>
  problem !== null && problem.until !== null && now < problem.until && problem.until - now <= LONGEST;
