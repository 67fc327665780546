import '../../archive/quiet.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { readManifest } from '../../../src/archive/store/manifest.ts';
import type { PageArticle } from '../../../src/article/answers.ts';
import { emptyArchive, listBundles } from '../../archive/archives.ts';
import { randomFrom } from '../../archive/random.ts';

const kept: Record<string, unknown> = { settings: { keepRead: true, visits: true } };
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { get: async (name: string) => ({ [name]: kept[name] }) } } } }));
const { articleRead } = await import('../../../src/background/capture/read.ts');
const { tidy } = await import('../../../src/background/capture/tidy.ts');

vi.stubGlobal('navigator', { locks: { request: (_: string, a: unknown, b?: unknown) => ((b ?? a) as (lock: object) => unknown)({}) } });
const request = vi.fn(() => Promise.reject(new Error('no request is to be made')));
vi.stubGlobal('fetch', request);
beforeEach(emptyArchive);

const DAYS = 14;
const A_DAY = 20;
const DAY = 24 * 3_600_000;
const FIRST = Date.UTC(2026, 0, 1, 8);
const random = randomFrom(11);
const word = () => `woord${Math.floor((random(1000) / 1000) ** 2 * 3000)}`;
const paragraph = () => `${Array.from({ length: 30 }, word).join(' ')}.`;
const read = (number: number, at: number): PageArticle => ({
  key: `nos:${number}`,
  address: `https://nos.nl/artikel/${number}-bericht`,
  title: `Bericht ${number} ${word()} ${word()}`,
  paragraphs: [paragraph(), paragraph()],
  published: at - 3_600_000,
  modified: null,
  keywords: [],
  kind: 'article',
});

test('a fortnight of reading: every article once, every change that was seen a version, few segments, not one request', async () => {
  const articles: PageArticle[] = [];
  let versions = 0;
  let most = 0;
  for (let day = 0; day < DAYS; day++) {
    for (let i = 0; i < A_DAY; i++) {
      const at = FIRST + day * DAY + i * 600_000;
      const article = read(1000 + day * A_DAY + i, at);
      articles.push(article);
      expect(await articleRead(article, true, at)).toBe(true);
      const earlier = articles[random(articles.length)];
      if (i % 10 === 0 && earlier) {
        earlier.paragraphs = [...earlier.paragraphs, paragraph()];
        versions++;
        await articleRead(earlier, true, at + 300_000);
        // Once more as it is: no version.
        await articleRead(earlier, true, at + 360_000);
      }
    }
    await tidy(FIRST + day * DAY);
    most = Math.max(most, (await readManifest(await connect())).bundles[0]?.segments.length ?? 0);
  }
  expect(await listBundles()).toMatchObject([{ posts: DAYS * A_DAY + versions, articles: DAYS * A_DAY }]);
  // A large one, what is behind it, and the open one.
  expect(most).toBeLessThanOrEqual(3);
  for (const { key, title, paragraphs } of articles.filter((_, i) => i % 17 === 0)) {
    const found = await readArticle(key, null);
    expect(found?.shown.title).toBe(title);
    for (const text of paragraphs) expect(found?.shown.html).toContain(text);
    expect(found?.versions).toHaveLength(paragraphs.length - 1);
  }
  expect(request).not.toHaveBeenCalled();
}, 60_000);
