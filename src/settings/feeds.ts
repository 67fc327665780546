import browser from 'webextension-polyfill';
import { changeStored, onStored } from './stored.ts';

/** What a server told of a feed, to ask it next time only for what is new. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type FeedProblem =
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  | 'server-error'
  | 'moved'
  | 'too-large'
  | 'not-a-feed'
  | 'disk-full'
  | 'not-kept';

/** A feed that is followed, and how it went. Times in epoch milliseconds. */
export interface FollowedFeed extends Validators {
  address: string;
  /** When it was last asked, and when it last answered. */
  checked: number | null;
  worked: number | null;
  problem: { name: FeedProblem; detail: string } | null;
  /** Failures in a row: each doubles the time until it is asked again. */
  failures: number;
  /** What came in at last. */
  came: { at: number; articles: number; versions: number } | null;
}

const NAME = 'feeds';

export async function followedFeeds(): Promise<FollowedFeed[]> {
  return ((await browser.storage.local.get(NAME))[NAME] as FollowedFeed[] | undefined) ?? [];
}

export const follow = (address: string): Promise<FollowedFeed[]> =>
  changeFeeds((feeds) => (feeds.some((feed) => feed.address === address) ? feeds : [...feeds, { ...FRESH, address }]));

export const unfollow = (address: string): Promise<FollowedFeed[]> =>
  changeFeeds((feeds) => feeds.filter((feed) => feed.address !== address));

/** Notes how a feed went, unless it is no longer followed. */
export const noteFeed = (address: string, change: Partial<FollowedFeed>): Promise<FollowedFeed[]> =>
  changeFeeds((feeds) => feeds.map((feed) => (feed.address === address ? { ...feed, ...change } : feed)));

const changeFeeds = (change: (feeds: FollowedFeed[]) => FollowedFeed[]) =>
  changeStored<FollowedFeed[]>(NAME, (feeds) => change(feeds ?? []));

const FRESH = { etag: null, lastModified: null, checked: null, worked: null, problem: null, failures: 0, came: null };

export const onFeeds = (changed: (feeds: FollowedFeed[]) => void): (() => void) =>
  onStored<FollowedFeed[]>(NAME, (feeds) => changed(feeds ?? []));

const LONGEST_BACK_OFF = 32;

/** Whether a feed is to be asked now. A minute early counts, as alarms are not to the second. */
export function isDue({ checked, failures }: FollowedFeed, minutes: number, now: number): boolean {
  if (checked === null || checked > now) return true;
  return now - checked >= minutes * 60_000 * Math.min(2 ** failures, LONGEST_BACK_OFF) - 60_000;
}
