import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChosenFile } from '../../../src/archive/bundle/bundle.ts';
import { emptyArchive, listBundles, post, run, zip } from '../archives.ts';
import { tarOf } from '../bundle/tar-fixture.ts';

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
beforeEach(emptyArchive);

const MIRROR = { destination: 'auto', mirror: true } as const;
const on = (day: number) => `Sun, ${day} Sep 2019 10:00:00 +0000`;
const at = (day: number) => Date.UTC(2019, 8, day, 10);
/** Some posts, each with its own article and day. */
const posts = (...numbers: number[]) =>
  Object.fromEntries(
    numbers.map((n) => [`krant-master/_posts/${n}.md`, post(`Bericht ${n}`, { link: `https://nos.nl/l/${n}`, date: on(n) })]),
  );
const changed = { 'krant-master/_posts/1.md': post('Bericht 1, nu anders', { link: 'https://nos.nl/l/1', date: on(1) }) };
const tar = (files: Record<string, Uint8Array>): ChosenFile => ({
  file: new File([tarOf(Object.entries(files).map(([name, data]) => ({ name, data })))], 'krant.tar', { lastModified: 0 }),
  path: '',
});

describe.each([
  ['a ZIP', zip],
  ['a tar', tar],
])('the report of an update from %s', (_, pack) => {
  test('counts the articles that the file has posts of, the bundle those of all', async () => {
    await run(pack(posts(1, 2, 3, 4)));
    expect((await run(pack({ ...posts(2, 3, 5) }))).report.counts).toMatchObject({ posts: 3, articles: 3, versioned: 0, unchanged: 2 });
    expect(await listBundles()).toMatchObject([{ posts: 5, articles: 5 }]);
  });

  test('counts among them those that have several versions by now', async () => {
    await run(pack(posts(1, 2, 3)));
    expect((await run(pack({ ...posts(2, 3), ...changed }))).report.counts).toMatchObject({ articles: 3, versioned: 1, changed: 1 });
    expect((await run(pack({ ...posts(2, 3), ...changed }))).report.counts).toMatchObject({ articles: 3, versioned: 1, unchanged: 3 });
    expect((await run(pack(posts(2, 3)))).report.counts).toMatchObject({ articles: 2, versioned: 0, unchanged: 2 });
  });
});

describe('a mirrored update', () => {
  test('leaves the dates of what it leaves', async () => {
    await run(zip(posts(1, 2, 3, 4, 5)));
    expect(await listBundles()).toMatchObject([{ range: { from: at(1), to: at(5) } }]);
    await run(zip(posts(2, 3, 4)), { choice: MIRROR });
    expect(await listBundles()).toMatchObject([{ posts: 3, range: { from: at(2), to: at(4) } }]);
    await run(zip(posts(3, 4, 6)), { choice: MIRROR });
    expect(await listBundles()).toMatchObject([{ posts: 3, range: { from: at(3), to: at(6) } }]);
  });

  test('counts versions of its articles as far as they are left', async () => {
    const other = { 'krant-master/_posts/ook-1.md': post('Bericht 1, anders', { link: 'https://nos.nl/l/1', date: on(1) }) };
    expect((await run(zip({ ...posts(1, 2, 3), ...other }))).report.counts).toMatchObject({ articles: 3, versioned: 1 });
    const { report } = await run(zip(posts(1, 2)), { choice: MIRROR });
    expect(report).toMatchObject({ missing: 0, counts: { articles: 2, versioned: 0, removed: 2 } });
    expect(await listBundles()).toMatchObject([{ posts: 2, articles: 2 }]);
  });
});
