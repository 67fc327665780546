import type { TextBlock } from '../../archive/bundle/post-file.ts';
import { failureOf } from '../../archive/import/failure.ts';
import type { Kept } from '../../article/answers.ts';
import { type FeedItem, feedItems } from '../../article/feed.ts';
import { articleTextOf } from '../../article/html-text.ts';
import { addressKey, isFrontPage } from '../../article/key.ts';
import { type FeedProblem, type FollowedFeed, followedFeeds, isDue, noteFeed } from '../../settings/feeds.ts';
import { mayAsk } from '../../settings/hosts.ts';
import { leftAloneUntil } from '../../settings/left-alone.ts';
import { cameIn } from '../capture/came-in.ts';
import { type ArticleToKeep, keepArticles } from '../capture/keep.ts';
import { tidy } from '../capture/tidy.ts';
import { fetchFeed } from './fetch-feed.ts';

const FOLLOW_LOCK = 'terugblik-follow';

/**
 * Asks every feed that is due and keeps what is new in it. Stopped in between, the feeds that were not asked yet are
 * asked the next time; what was kept is not kept twice.
 * @returns whether anything came in
 */
export async function checkFeeds(minutes: number, now: () => number = Date.now, get: typeof fetch = fetch): Promise<boolean> {
  const came = await navigator.locks.request(FOLLOW_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock || !navigator.onLine) return false;
    const asked = new Set<string>();
    let came = false;
    for (;;) {
      // Read again each time: while one was asked the reader may have taken another, or one out.
      const feed = (await followedFeeds()).find((one) => !asked.has(one.address) && isDue(one, minutes, now()));
      if (!feed) break;
      asked.add(feed.address);
      if (await checkFeed(feed, now(), get)) came = true;
    }
    return came;
  });
  if (came) await tidy(now());
  return came;
}

async function checkFeed(feed: FollowedFeed, now: number, get: typeof fetch): Promise<boolean> {
  const { address, failures } = feed;
  const failed = async (name: FeedProblem, detail = '', retryAfter: string | null = null) => {
    const problem = { name, detail, until: leftAloneUntil(retryAfter, now) };
    // What may not be asked has not failed.
    await noteFeed(address, { checked: now, problem, ...(name !== 'not-allowed' && { failures: failures + 1 }) });
    return false;
  };
  if (!(await mayAsk(address))) return failed('not-allowed');
  const fetched = await fetchFeed(address, feed, get);
  if (fetched.outcome === 'problem') return failed(fetched.problem, fetched.detail, fetched.retryAfter);
  const items = fetched.outcome === 'new' ? feedItems(fetched.text, address) : [];
  if (!items) return failed('not-a-feed');
  let kept: Kept[];
  try {
    kept = await keepArticles(items.flatMap(articleOf), now);
  } catch (error) {
    const { reason, detail } = failureOf(error);
    return failed(reason === 'disk-full' ? 'disk-full' : 'not-kept', detail);
  }
  const count = (...names: Kept[]) => kept.filter((one) => names.includes(one)).length;
  const came = { at: now, articles: count('new'), versions: count('version', 'replaced') };
  await noteFeed(address, {
    checked: now,
    worked: now,
    failures: 0,
    problem: null,
    // Noted last: had the background been stopped before, the same items would be asked for again.
    ...(fetched.outcome === 'new' && fetched.validators),
    ...(came.articles + came.versions > 0 && { came }),
  });
  return kept.some(cameIn);
}

function articleOf(item: FeedItem): ArticleToKeep[] {
  const key = addressKey(item.address);
  const text = blocksOf(item.html);
  // A front page is of no article, so that it would be kept anew each time.
  if (key === null || isFrontPage(key) || text.length === 0) return [];
  return [
    {
      key,
      address: item.address,
      title: item.title,
      text,
      published: item.published,
      modified: null,
      categories: [],
      picture: item.picture,
      isLiveblog: item.isLiveblog,
    },
  ];
}

/** The paragraphs and headings of a feed item's HTML. */
function blocksOf(html: string): TextBlock[] {
  const { paragraphs, headings } = articleTextOf(html);
  return paragraphs.map((text, i) => ({ kind: headings.has(i) ? 'heading' : 'paragraph', text }));
}
