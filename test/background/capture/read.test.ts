import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../src/archive/store/connection.ts';
import { eraseVisits, visitsOf } from '../../../src/archive/store/visits.ts';
import type { PageArticle } from '../../../src/article/answers.ts';
import { emptyArchive, listBundles } from '../../archive/archives.ts';

const kept: Record<string, unknown> = {};
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { get: async (name: string) => ({ [name]: kept[name] }) } } } }));
const { articleRead } = await import('../../../src/background/capture/read.ts');

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

const NOON = new Date(2026, 10, 24, 12).getTime();
const HOUR = 3_600_000;
const article: PageArticle = {
  key: 'nos:1',
  address: 'https://nos.nl/artikel/1-dijk',
  title: 'Dijk versterkt',
  paragraphs: [`${'water '.repeat(60)}.`],
  published: NOON - 24 * HOUR,
  modified: null,
  keywords: [],
  kind: 'article',
};

beforeEach(async () => {
  await emptyArchive();
  delete kept.settings;
});

test('writes nothing of what is read unless it is switched on', async () => {
  expect(await articleRead(article, true, NOON)).toBe(false);
  expect(await visitsOf(await connect(), 'nos:1')).toBeNull();
  expect(await listBundles()).toEqual([]);
});

test('counts visits and days, and no visit where the article only changed', async () => {
  kept.settings = { visits: true };
  for (const [isVisit, at] of [
    [true, NOON],
    [false, NOON + 1],
    [true, NOON + HOUR],
    [true, NOON + 24 * HOUR],
  ] as const)
    await articleRead(article, isVisit, at);
  expect(await visitsOf(await connect(), 'nos:1')).toEqual({ times: 3, days: 2, first: NOON, last: NOON + 24 * HOUR });
  expect(await listBundles()).toEqual([]);
  await eraseVisits(await connect());
  expect(await visitsOf(await connect(), 'nos:1')).toBeNull();
});

test('keeps what is read, once', async () => {
  kept.settings = { keepRead: true };
  expect(await articleRead(article, true, NOON)).toBe(true);
  expect(await articleRead(article, true, NOON + HOUR)).toBe(false);
  expect(await listBundles()).toMatchObject([{ name: 'Eigen archief', posts: 1 }]);
  expect(await visitsOf(await connect(), 'nos:1')).toBeNull();
});
