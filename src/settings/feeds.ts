import * as v from 'valibot';
import { isLeftAlone } from './left-alone.ts';
import { address, asked, count, listOf, noted, time } from './shapes.ts';
import { stored } from './stored.ts';

/** A feed that is followed, and how it went. Times in epoch milliseconds. */
const FeedSchema = v.object({
  address,
  ...asked(['not-allowed', 'unreachable', 'too-slow', 'server-error', 'moved', 'too-large', 'not-a-feed', 'disk-full', 'not-kept']),
  /** Failures in a row: each doubles the time until it is asked again. */
  failures: v.fallback(count, 0),
  /** What came in at last. */
  came: noted(v.object({ at: time, articles: count, versions: count })),
});

export type FollowedFeed = v.InferOutput<typeof FeedSchema>;
export type FeedProblem = NonNullable<FollowedFeed['problem']>['name'];

const feeds = stored('feeds', listOf(FeedSchema));

export const followedFeeds = feeds.read;
export const onFeeds = feeds.follow;

export const follow = (address: string): Promise<FollowedFeed[]> =>
  feeds.change((followed) =>
    followed.some((feed) => feed.address === address) ? followed : [...followed, v.parse(FeedSchema, { address })],
  );

export const unfollow = (address: string): Promise<FollowedFeed[]> =>
  feeds.change((followed) => followed.filter((feed) => feed.address !== address));

/** Notes how a feed went, unless it is no longer followed. */
export const noteFeed = (address: string, change: Partial<FollowedFeed>): Promise<FollowedFeed[]> =>
  feeds.change((followed) => followed.map((feed) => (feed.address === address ? { ...feed, ...change } : feed)));

const LONGEST_BACK_OFF = 32;

/** Whether a feed is to be asked now. A minute early counts, as alarms are not to the second. */
export function isDue({ checked, failures, problem }: FollowedFeed, minutes: number, now: number): boolean {
  if (isLeftAlone(problem, now)) return false;
  if (checked === null || checked > now) return true;
  return now - checked >= minutes * 60_000 * Math.min(2 ** failures, LONGEST_BACK_OFF) - 60_000;
}
