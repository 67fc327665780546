import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { openBundle } from '../../../src/archive/bundle/open.ts';
import { findDestination } from '../../../src/archive/import/destination.ts';
import { beginOrResume, keepJournal } from '../../../src/archive/import/journal.ts';
import { publish } from '../../../src/archive/import/publish.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { TOKENS } from '../../../src/archive/import/segment-builder.ts';
import { takePost } from '../../../src/archive/import/take-post.ts';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { interruptedImports } from '../../../src/archive/store/imports.ts';
import { IMPORTS } from '../../../src/archive/store/schema.ts';
import { emptyArchive, listBundles, post, run, zip } from '../archives.ts';
import '../quiet.ts';

beforeEach(emptyArchive);

const krant = (...titles: string[]) =>
  zip(Object.fromEntries(titles.map((title, i) => [`krant-master/_posts/${i}.md`, post(title, { link: `https://nos.nl/l/${i + 1}` })])));

test.each([false, true])('a post that was replaced while its bundle was imported stays replaced, also by a mirror: %s', async (mirror) => {
  await run(krant('Oud', 'Brug', 'Sluis'));
  const database = await connect();
  const bundle = await openBundle([krant('Oud', 'Brug')]);
  const destination = await findDestination(database, bundle, 'update');
  const running = await beginOrResume(database, bundle, destination, TOKENS);
  for await (const read of bundle.read(0, () => true)) await takePost(read, running);
  await savePosts(database, 'krant', [
    { path: '_posts/0.md', bytes: post('Nieuw', { link: 'https://nos.nl/l/1' }), kind: 'replacement' },
    { path: '_posts/9.md', bytes: post('Dijk', { link: 'https://nos.nl/l/9' }), kind: 'article' },
  ]);
  await publish(running, mirror);
  expect((await readArticle('nos:1', null))?.versions.map(({ title }) => title)).toEqual(['Nieuw']);
  expect(await listBundles()).toMatchObject([{ posts: mirror ? 3 : 4, articles: mirror ? 3 : 4 }]);
});

test.each([false, true])(
  'an archive that posts are saved into can be updated while one more is saved, also by a mirror: %s',
  async (mirror) => {
    await run(krant('Een', 'Twee', 'Drie'));
    const database = await connect();
    const save = (number: number) =>
      savePosts(database, 'krant', [
        { path: `_posts/${number}.md`, bytes: post('Dijk', { link: `https://nos.nl/l/${number}` }), kind: 'article' },
      ]);
    await save(8);
    const bundle = await openBundle([krant('Een', 'Twee', 'Vier')]);
    const running = await beginOrResume(database, bundle, await findDestination(database, bundle, 'update'), TOKENS);
    for await (const read of bundle.read(0, () => true)) await takePost(read, running);
    await save(9);
    await publish(running, mirror);
    expect(await listBundles()).toMatchObject([{ posts: mirror ? 4 : 5, damaged: 0 }]);
    expect((await readArticle('nos:9', null))?.versions).toHaveLength(1);
  },
);

test('an import that was interrupted by a version that read files in another order begins anew', async () => {
  const file = krant('Een', 'Twee', 'Drie');
  const database = await connect();
  const bundle = await openBundle([file]);
  const destination = await findDestination(database, bundle, 'auto');
  const running = await beginOrResume(database, bundle, destination, TOKENS);
  await keepJournal({ ...running, entries: 2 });
  const [journal] = await interruptedImports(database);
  const { order: _, ...earlier } = journal ?? { identity: '' };
  await database.put(IMPORTS, earlier as never);
  await run(file);
  expect(await listBundles()).toMatchObject([{ posts: 3 }]);
  expect(await interruptedImports(database)).toEqual([]);
});
