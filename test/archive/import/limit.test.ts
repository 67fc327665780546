import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { compact } from '../../../src/archive/import/compact.ts';
import { enforceLimit } from '../../../src/archive/import/limit.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { sweep } from '../../../src/archive/store/sweep.ts';
import { emptyArchive, listBundles, page, post } from '../archives.ts';

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

const DAY = 24 * 3_600_000;
const FIRST = Date.UTC(2026, 0, 1, 12);
const on = (day: number) => FIRST + day * DAY;
const saved = (day: number, kind: 'article' | 'version' = 'article', number = day) => ({
  path: `_posts/${day}-${number}.md`,
  bytes: post(`Bericht ${number} van dag ${day}`, { link: `https://nos.nl/l/${1000 + number}`, date: new Date(on(day)).toUTCString() }),
  kind,
});
const has = async (number: number) => (await answerFor(page(`nos:${1000 + number}`))).state === 'archived';

beforeEach(async () => {
  await emptyArchive();
  // Two segments that are closed, and an open one.
  const days = Array.from({ length: 150 }, (_, day) => saved(day));
  for (const part of [days.slice(0, 70), days.slice(70, 140), days.slice(140)]) await savePosts(await connect(), 'own', part);
});

test('takes out what is older than the limit, and nothing else', async () => {
  expect(await enforceLimit(await connect(), 'own', { age: 50 * DAY, bytes: null }, on(149))).toEqual({ posts: 99, until: on(98) });
  expect(await listBundles()).toMatchObject([{ posts: 51, articles: 51, range: { from: on(99), to: on(149) } }]);
  expect([await has(98), await has(99), await has(149)]).toEqual([false, true, true]);
});

test('takes out the oldest until the bundle is smaller than it may be, and the space comes back', async () => {
  const database = await connect();
  const [before] = await listBundles();
  const bytes = (before?.bytes ?? 0) / 2;
  const removed = await enforceLimit(database, 'own', { age: null, bytes }, on(150));
  expect(removed?.posts).toBeGreaterThan(70);
  await compact(database);
  await sweep(database);
  const [after] = await listBundles();
  expect(after?.posts).toBe(150 - (removed?.posts ?? 0));
  expect(after?.bytes).toBeLessThanOrEqual(bytes * 1.1);
  expect([await has(0), await has(149)]).toEqual([false, true]);
});

test('leaves a bundle alone that is within its limit, or has none', async () => {
  const before = await listBundles();
  for (const limit of [
    { age: null, bytes: null },
    { age: 149 * DAY, bytes: null },
    { age: null, bytes: 10_000_000 },
  ])
    expect(await enforceLimit(await connect(), 'own', limit, on(149))).toBeNull();
  expect(await enforceLimit(await connect(), 'none', { age: 0, bytes: 0 }, on(149))).toBeNull();
  expect(await listBundles()).toEqual(before);
});

test('counts an article for as long as one of its versions stays', async () => {
  await savePosts(await connect(), 'own', [saved(149, 'version', 3)]);
  await enforceLimit(await connect(), 'own', { age: 50 * DAY, bytes: null }, on(149));
  expect(await listBundles()).toMatchObject([{ posts: 52, articles: 52 }]);
  expect(await has(3)).toBe(true);
});

test('takes more in after everything left', async () => {
  await enforceLimit(await connect(), 'own', { age: DAY, bytes: null }, on(400));
  expect(await listBundles()).toMatchObject([{ posts: 0, articles: 0, range: null }]);
  await savePosts(await connect(), 'own', [saved(400)]);
  await compact(await connect());
  expect(await listBundles()).toMatchObject([{ posts: 1, articles: 1 }]);
  expect([await has(149), await has(400)]).toEqual([false, true]);
});
