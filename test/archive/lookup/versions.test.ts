import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { versionCounts } from '../../../src/archive/lookup/counts.ts';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

const LINK = 'https://nos.nl/l/7';
const text = (words: string) => `<p>De dijk bij Oosterveen is ${words}.</p>`;
const on = (day: number, words: string) =>
  post(`De dijk is ${words}`, { link: LINK, date: `2019-10-0${day} 12:00:00 +0000`, body: text(words) });

describe('of a text that was changed and put back', () => {
  beforeAll(async () => {
    await emptyArchive();
    await run(
      zip({ 'a-master/_posts/1.md': on(1, 'dicht'), 'a-master/_posts/2.md': on(2, 'open'), 'a-master/_posts/3.md': on(3, 'dicht') }),
    );
  });

  test('all three are versions, the text that was put back the newest', async () => {
    const answer = await answerFor(page('nos:7', 'De dijk is dicht', 'De dijk bij Oosterveen is dicht.'));
    if (answer.state !== 'archived') throw new Error(answer.state);
    expect(answer.versions.map(({ title }) => title)).toEqual(['De dijk is dicht', 'De dijk is open', 'De dijk is dicht']);
    expect(answer.version.date).toBe(Date.UTC(2019, 9, 3, 12));
    expect(answer.changes?.counts.changed).toBe(0);
    expect(await versionCounts(['nos:7'])).toEqual([3]);
  });

  test('each can be read by its own id', async () => {
    const { versions = [] } = (await readArticle('nos:7', null)) ?? {};
    const dates = await Promise.all(versions.map(async ({ id }) => (await readArticle('nos:7', id))?.shown.date));
    expect(dates).toEqual(versions.map(({ date }) => date));
    expect(new Set(versions.map(({ id }) => id)).size).toBe(3);
  });
});

test('the same text at two dates in a row is one version, of the first date', async () => {
  await emptyArchive();
  await run(zip({ 'a-master/_posts/1.md': on(1, 'dicht'), 'a-master/_posts/2.md': on(2, 'dicht') }));
  const { versions = [] } = (await readArticle('nos:7', null)) ?? {};
  expect(versions.map(({ date }) => date)).toEqual([Date.UTC(2019, 9, 1, 12)]);
});

test('texts of one date that two bundles both have are told once', async () => {
  await emptyArchive();
  const both = {
    '1.md': on(1, 'dicht'),
    '2.md': post('De dijk is open', { link: LINK, date: '2019-10-01 12:00:00 +0000', body: text('open') }),
  };
  for (const name of ['a', 'b']) {
    const files = Object.entries(both).map(([file, bytes]) => [`${name}-master/_posts/${file}`, bytes]);
    await run(zip(Object.fromEntries(files), `${name}-master.zip`));
  }
  expect((await readArticle('nos:7', null))?.versions.map(({ title }) => title)).toEqual(['De dijk is dicht', 'De dijk is open']);
});

test('a text that was put back without a new date is the newest', async () => {
  await emptyArchive();
  for (const words of ['dicht', 'open', 'dicht']) await run(zip({ 'a-master/_posts/1.md': on(1, words) }));
  const { shown, versions } = (await readArticle('nos:7', null)) ?? {};
  expect(versions?.map(({ title }) => title)).toEqual(['De dijk is open', 'De dijk is dicht']);
  expect(shown?.title).toBe('De dijk is dicht');
});
