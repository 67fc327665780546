import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, listBundles, page } from '../../archive/archives.ts';
import { allowed, kept } from '../../kept-storage.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
const { checkFeeds } = await import('../../../src/background/follow/check.ts');
const { follow, followedFeeds, unfollow } = await import('../../../src/settings/feeds.ts');

const navigator = { onLine: true, locks: { request: (_: string, a: unknown, b?: unknown) => ((b ?? a) as (lock: object) => unknown)({}) } };
vi.stubGlobal('navigator', navigator);

const FEED = 'https://feeds.nos.nl/nosnieuwsalgemeen';
const START = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const item = (id: number, text: string) =>
  `<item><title>Bericht ${id}</title><guid>https://nos.nl/l/${id}</guid><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
const rss = (...items: string[]) => `<rss><channel>${items.join('')}</channel></rss>`;

/** Follows a feed that a server answers in turn; gives the requests that were made. */
function server(...answers: (() => Response | Promise<Response>)[]) {
  const requests: Headers[] = [];
  const get = async (_: unknown, init?: RequestInit) => {
    requests.push(new Headers(init?.headers));
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { requests, get: get as typeof fetch };
}
const ok =
  (text: string, headers: Record<string, string> = {}) =>
  () =>
    new Response(text, { headers });
const check = (get: typeof fetch, at = START) => checkFeeds(30, () => at, get);

beforeEach(async () => {
  await emptyArchive();
  delete kept.feeds;
  navigator.onLine = true;
  allowed.now = true;
  await follow(FEED);
});

test('keeps the items of a feed, each found by its address', async () => {
  const { get } = server(ok(rss(item(1, 'De dijk bij Oosterveen is klaar.'), item(2, 'De brug is dicht.'))));
  expect(await check(get)).toBe(true);
  expect(await answerFor(page('nos:1'))).toMatchObject({ state: 'archived', version: { title: 'Bericht 1', publisher: 'NOS' } });
  expect(await followedFeeds()).toMatchObject([{ worked: START, problem: null, came: { at: START, articles: 2, versions: 0 } }]);
});

test('keeps a changed item as a version, and an unchanged one not again', async () => {
  const { get } = server(ok(rss(item(1, 'Eerst.'), item(2, 'Vast.'))), ok(rss(item(1, 'Later.'), item(2, 'Vast.'))));
  await check(get);
  await check(get, START + 30 * MINUTE);
  expect(await answerFor(page('nos:1'))).toMatchObject({ versions: [{}, {}] });
  expect(await listBundles()).toMatchObject([{ posts: 3, articles: 2 }]);
  expect((await followedFeeds())[0]?.came).toMatchObject({ articles: 0, versions: 1 });
});

test('keeps an item once whose address was escaped twice', async () => {
  const { get } = server(
    ok(rss(`<item><title>Dijk</title><link>https://krant.example/?a=1&amp;amp;b=2</link><description>Tekst.</description></item>`)),
  );
  await check(get);
  await check(get, START + 30 * MINUTE);
  expect(await listBundles()).toMatchObject([{ posts: 1 }]);
});

test('keeps no item that leads to the front page of a site', async () => {
  const { get } = server(ok(rss('<item><title>Live</title><link>https://krant.example/</link><description>Tekst.</description></item>')));
  expect(await check(get)).toBe(false);
  expect(await listBundles()).toEqual([]);
});

test('asks only for what is new, and writes nothing when there is nothing', async () => {
  const { get, requests } = server(
    ok(rss(item(1, 'Tekst.')), { etag: '"a"', 'last-modified': 'Tue, 24 Nov 2026 10:00:00 GMT' }),
    () => new Response(null, { status: 304 }),
  );
  await check(get);
  const before = await listBundles();
  expect(await check(get, START + 30 * MINUTE)).toBe(false);
  expect(requests[1]?.get('if-none-match')).toBe('"a"');
  expect(requests[1]?.get('if-modified-since')).toBe('Tue, 24 Nov 2026 10:00:00 GMT');
  expect(await listBundles()).toEqual(before);
  expect((await followedFeeds())[0]).toMatchObject({ worked: START + 30 * MINUTE, etag: '"a"' });
});

test('asks nothing when offline, when it is too early, and when nothing is followed', async () => {
  const { get, requests } = server(ok(rss()));
  navigator.onLine = false;
  await check(get);
  navigator.onLine = true;
  await check(get);
  await check(get, START + 5 * MINUTE);
  await unfollow(FEED);
  await check(get, START + 60 * MINUTE);
  expect(requests).toHaveLength(1);
});

test('asks no host that the reader no longer allows to be asked, says so, and asks again soon after', async () => {
  const { get, requests } = server(ok(rss(item(1, 'Tekst.'))));
  allowed.now = false;
  for (const minutes of [0, 30, 60]) expect(await check(get, START + minutes * MINUTE)).toBe(false);
  expect(requests).toHaveLength(0);
  expect(await followedFeeds()).toMatchObject([{ problem: { name: 'not-allowed' } }]);
  allowed.now = true;
  expect(await check(get, START + 90 * MINUTE)).toBe(true);
});

describe('a feed that fails', () => {
  test.each([
    ['unreachable', []],
    ['server-error', [() => new Response('', { status: 500 })]],
    // Nothing that it gave before can be unchanged.
    ['server-error', [() => new Response(null, { status: 304 })]],
    ['moved', [() => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })]],
    ['not-a-feed', [ok('<!doctype html><p>Storing</p>')]],
    ['too-large', [ok('x'.repeat(5 * 1024 * 1024))]],
  ] as const)('says so and loses nothing: %s', async (name, answers) => {
    await check(server(ok(rss(item(1, 'Tekst.')))).get);
    expect(await check(server(...answers).get, START + 30 * MINUTE)).toBe(false);
    expect(await followedFeeds()).toMatchObject([{ problem: { name }, worked: START, checked: START + 30 * MINUTE, failures: 1 }]);
    expect(await answerFor(page('nos:1'))).toMatchObject({ state: 'archived' });
  });

  test('says that it took too long, and waits no longer', async () => {
    const { fetchFeed } = await import('../../../src/background/follow/fetch-feed.ts');
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    expect(await fetchFeed(FEED, { etag: null, lastModified: null }, never, 20)).toMatchObject({ problem: 'too-slow' });
    const trickling: typeof fetch = async (_, init) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('<rss>'));
            init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
          },
        }),
      );
    expect(await fetchFeed(FEED, { etag: null, lastModified: null }, trickling, 20)).toMatchObject({ problem: 'too-slow' });
  });

  test('is asked less and less often, and as before once it works', async () => {
    const { get, requests } = server(() => new Response('', { status: 503 }));
    for (let i = 0; i < 16; i++) await check(get, START + i * 30 * MINUTE);
    expect(requests).toHaveLength(4);
    await check(server(ok(rss())).get, START + 100 * 30 * MINUTE);
    expect((await followedFeeds())[0]).toMatchObject({ failures: 0, problem: null });
  });
});

test('a feed whose server asks for time is asked when that has passed', async () => {
  const { get, requests } = server(
    () => new Response('', { status: 503, headers: { 'retry-after': '10800' } }),
    ok(rss(item(1, 'Tekst.'))),
  );
  for (const minutes of [0, 60, 120, 179]) await check(get, START + minutes * MINUTE);
  expect(requests).toHaveLength(1);
  expect(await check(get, START + 180 * MINUTE)).toBe(true);
});

test('asks a feed that the reader takes while another is asked', async () => {
  const OTHER = 'https://feeds.nos.nl/nossportalgemeen';
  const asked: unknown[] = [];
  const get = async (address: unknown) => {
    asked.push(address);
    if (asked.length === 1) await follow(OTHER);
    return new Response(rss());
  };
  await check(get as typeof fetch);
  expect(asked).toEqual([FEED, OTHER]);
});

test('keeps of an hour of a liveblog in a feed only the last text', async () => {
  const live = (text: string) => item(1, text).replace('<guid>', '<link>https://nos.nl/liveblog/1-storm</link><guid>');
  const { get } = server(ok(rss(live('Eerst.'))), ok(rss(live('Later.'))), ok(rss(live('Laatst.'))));
  for (const minutes of [0, 30, 60]) await check(get, START + minutes * MINUTE);
  expect(await answerFor(page('nos:1'))).toMatchObject({ versions: [{}, {}] });
});

test('says when what came in could not be kept, and asks for it again', async () => {
  const { get, requests } = server(ok(rss(item(1, 'Tekst.')), { etag: '"a"' }));
  const { request } = navigator.locks;
  const full = new DOMException('full', 'QuotaExceededError');
  navigator.locks.request = (name, a, b) => (name === 'terugblik-save' ? Promise.reject(full) : request(name, a, b));
  expect(await check(get)).toBe(false);
  navigator.locks.request = request;
  expect(await followedFeeds()).toMatchObject([{ problem: { name: 'disk-full' }, etag: null }]);
  expect(await check(get, START + 90 * MINUTE)).toBe(true);
  expect(requests[1]?.get('if-none-match')).toBeNull();
});
