import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { readArchive } from '../../../src/archive/store/reading.ts';
import { bytes, emptyArchive, listBundles, page, post, run, zip } from '../archives.ts';
import { tarOf } from '../bundle/tar-fixture.ts';
import { joined } from '../bundle/zip-fixture.ts';

beforeEach(emptyArchive);

test('goes on past broken posts and names each', async () => {
  const end = await run(
    zip({
      'krant-master/_posts/2019-1-1-a.md': post('A', { link: 'https://nos.nl/l/1' }),
      'krant-master/_posts/2019-1-2-leeg.md': bytes(''),
      'krant-master/_posts/2019-1-3-kapot.md': bytes('---\ntitle: "x\n---\n'),
      'krant-master/_posts/doe.sh': bytes('#!/bin/sh\n'),
      'krant-master/img/x.png': bytes('png'),
    }),
  );
  expect(end.type).toBe('done');
  expect(end.report.counts).toMatchObject({ entries: 5, posts: 1, articles: 1, added: 1, skipped: 3 });
  expect(end.report.skipped.map(({ path, reason }) => [path, reason])).toEqual([
    ['_posts/2019-1-2-leeg.md', 'empty'],
    ['_posts/2019-1-3-kapot.md', 'front-matter-broken'],
    ['_posts/doe.sh', 'no-front-matter'],
  ]);
});

test.each([
  ['a file that is no ZIP', { file: new File(['hello'], 'a.zip'), path: '' }, 'not-a-bundle'],
  ['a ZIP without posts', zip({ 'x/readme.md': bytes('x') }), 'no-posts'],
  ['a ZIP whose posts are all empty', zip({ 'x/_posts/a.md': bytes('') }), 'no-posts'],
])('keeps the earlier archive after %s', async (_, file, reason) => {
  await run(zip({ 'krant-master/_posts/a.md': post('A', { link: 'https://nos.nl/l/1' }) }));
  expect(await run(file)).toMatchObject({ type: 'failed', reason });
  expect(await answerFor(page('nos:1'))).toMatchObject({ state: 'archived', version: { title: 'A' } });
});

test('leaves nothing behind when it is cancelled', async () => {
  const cancelling = new AbortController();
  cancelling.abort();
  expect((await run(zip({ 'a/_posts/a.md': post('A', { link: 'https://nos.nl/l/1' }) }), { signal: cancelling.signal })).type).toBe(
    'cancelled',
  );
  expect(await answerFor(page('nos:1'))).toMatchObject({ state: 'no-archive' });
  expect(await (await connect()).count('blocks')).toBe(0);
});

test('recognises the same bundle, and keeps both texts of a changed post as versions', async () => {
  const first = {
    'krant-master/_posts/a.md': post('A', { link: 'https://nos.nl/l/1' }),
    'krant-master/_posts/b.md': post('B', { link: 'https://nos.nl/l/2' }),
  };
  await run(zip(first));
  expect((await run(zip(first))).report).toMatchObject({ kind: 'update', counts: { posts: 2, added: 0, changed: 0, unchanged: 2 } });
  const changed = { ...first, 'krant-master/_posts/a.md': post('A, nu anders', { link: 'https://nos.nl/l/1' }) };
  expect((await run(zip(changed))).report.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1, articles: 2, versioned: 1 });
  expect(await answerFor(page('nos:1'))).toMatchObject({ version: { title: 'A, nu anders' }, versions: [{ title: 'A' }, {}] });
  expect(await listBundles()).toMatchObject([{ name: 'krant', posts: 2, articles: 2 }]);
});

const everyCard = () =>
  readArchive(async ({ segments }) => {
    const cards = await Promise.all(segments.map((segment) => segment.cards([...Array(segment.documents).keys()])));
    return cards.flat().map(({ block, place }) => block.card(place));
  });

const REAL = new URL('../../../../shared/archive/leestmeer-2k.zip', import.meta.url);
describe.runIf(existsSync(REAL))('a real archive', () => {
  test('gives its posts, articles and versions, and related posts on the same subject', async () => {
    const { report } = await run({ file: new File([await readFile(REAL)], 'leestmeer-2k.zip'), path: '' });
    expect(report).toMatchObject({
      bundle: 'leestmeer',
      counts: { entries: 1608, posts: 1608, articles: 1574, versioned: 31, skipped: 0 },
    });
    const posts = (await everyCard()).filter((one) => one.article.startsWith('nos:'));
    const versions = new Map(posts.map((one) => [one.article, posts.filter(({ article }) => article === one.article)]));
    const several = [...versions.values()].filter((some) => new Set(some.map((one) => one.fingerprint)).size > 1);
    expect([posts.length, versions.size, several.length]).toEqual([907, 878, 27]);
    const answer = await answerFor(page('nos:2307958'));
    expect(answer).toMatchObject({
      state: 'archived',
      version: { counts: { total: 635, unique: 357, meaning: 'words', source: 'archive' } },
    });
    const related = answer.state === 'archived' ? answer.related : [];
    expect(related.length).toBeGreaterThanOrEqual(5);
    expect(related.slice(0, 5).filter(({ title }) => /baghdadi|IS-leider/i.test(title)).length).toBeGreaterThanOrEqual(4);
  }, 60_000);
});

test('says in the report of a tar.gz that something stands behind its end', async () => {
  const tar = tarOf([{ name: 'krant-master/_posts/a.md', data: post('A', { link: 'https://nos.nl/l/1' }) }]);
  const { type, report } = await run({
    file: new File([joined(gzipSync(tar), bytes('rommel'))], 'krant.tar.gz', { lastModified: 0 }),
    path: '',
  });
  expect([type, report.counts.added, report.remarks]).toEqual(['done', 1, [{ path: 'krant.tar.gz', remark: 'more-behind' }]]);
});
