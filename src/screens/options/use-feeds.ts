import { useState } from 'preact/hooks';
import { ask } from '../../messages/ask.ts';
import { type FollowedFeed, follow, followedFeeds, onFeeds, unfollow } from '../../settings/feeds.ts';
import { requestHost } from '../../settings/hosts.ts';
import { useFollowed } from '../shared/use-followed.ts';

export interface Feeds {
  followed: readonly FollowedFeed[];
  /** The feed whose host the browser was not allowed to ask. */
  refused: string | null;
  follow(address: string): Promise<void>;
  unfollow(address: string): Promise<void>;
}

/** The feeds that the reader follows. Following one asks for the permission of its host, so it is to be called from a click. */
export function useFeeds(): Feeds {
  const [followed] = useFollowed<FollowedFeed[]>([], followedFeeds, onFeeds);
  const [refused, setRefused] = useState<string | null>(null);
  return {
    followed,
    refused,
    async follow(address) {
      const isAllowed = await requestHost(address);
      setRefused(isAllowed ? null : address);
      if (!isAllowed) return;
      await follow(address);
      await ask('following-changed', {});
    },
    async unfollow(address) {
      await unfollow(address);
      await ask('following-changed', {});
    },
  };
}
