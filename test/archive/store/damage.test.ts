import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { compact } from '../../../src/archive/import/compact.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { DamagedSegment, KIND } from '../../../src/archive/index/blocks.ts';
import { postsPerMonth } from '../../../src/archive/lookup/browse.ts';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { pastDamage } from '../../../src/archive/store/damage.ts';
import { emptyArchive, listBundles, page, post, run, zip } from '../archives.ts';

vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

const files = (name: string, first: number) =>
  Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `${name}-main/_posts/${i}.md`,
      post(`Dijk ${first + i} bij Oosterveen`, {
        link: `https://nos.nl/l/${first + i}`,
        body: `<p>Bewoners ${first + i} over de dijk.</p>`,
      }),
    ]),
  );

/** A whole bundle beside one to be damaged; gives the keys of the latter's records. */
async function twoBundles() {
  const keysOf = async () => (await connect()).getAllKeys('blocks');
  await emptyArchive();
  await run(zip(files('goed', 1000), 'goed-main.zip'));
  const good = new Set((await keysOf()).map(String));
  await run(zip(files('stuk', 2000), 'stuk-main.zip'));
  return (await keysOf()).filter((key) => !good.has(String(key)));
}

const damages = {
  gone: () => null,
  overwritten: (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i === 3 ? byte ^ 1 : byte)),
  cut: (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length >> 1),
  'of another segment in its place': (_: Uint8Array, others: Uint8Array<ArrayBuffer>) => others,
};

test.each(Object.entries(damages))(
  'leaves out a segment with a record %s, and is whole again after importing',
  async (_, damage) => {
    const count = (await twoBundles()).length;
    expect(count).toBeGreaterThan(6);
    let noticed = 0;
    for (let i = 0; i < count; i++) {
      const key = (await twoBundles())[i];
      if (!key) throw new Error('another number of records');
      const database = await connect();
      const recordAt = async (at = key) => (await database.get('blocks', at)) as Uint8Array<ArrayBuffer>;
      const ofGood = (await database.getAllKeys('blocks')).find(([, kind, number]) => kind === key[1] && number === key[2]);
      const damaged = damage(await recordAt(), await recordAt(ofGood));
      if (damaged) await database.put('blocks', damaged, key);
      else await database.delete('blocks', key);
      await disconnect();
      // Whatever is damaged, no question fails, and the other bundle answers.
      for (const number of [2000, 2039]) await answerFor(page(`nos:${number}`, 'Dijk bij Oosterveen', 'Bewoners over de dijk.'));
      expect(await answerFor(page('nos:1000'))).toMatchObject({ state: 'archived' });
      const lines = await listBundles();
      expect(lines[0]).toMatchObject({ name: 'goed', damaged: 0 });
      if (lines[1]?.damaged === 40) noticed++;
      // A reader to whom nothing is said takes what is missing for what never was there.
      const left = lines[1]?.damaged || undefined;
      expect((await answerFor(page('nos:2000', 'Dijk bij Oosterveen', 'Bewoners over de dijk.'))).damaged).toBe(left);
      expect((await postsPerMonth({ text: '', publisher: null, category: null })).damaged).toBe(
        (await listBundles())[1]?.damaged || undefined,
      );
      const again = await run(zip(files('stuk', 2000), 'stuk-main.zip'));
      expect(again).toMatchObject({ type: 'done', report: { counts: { posts: 40, articles: 40 } } });
      expect(await answerFor(page('nos:2000'))).toMatchObject({ state: 'archived' });
      expect((await listBundles()).map(({ damaged, posts }) => [damaged, posts])).toEqual([
        [0, 40],
        [0, 40],
      ]);
    }
    // Positions, dates, catalog and distribution are no part of these questions.
    expect(noticed).toBeGreaterThanOrEqual(count - 5);
  },
  60_000,
);

const save = async (number: number) =>
  savePosts(await connect(), 'eigen', [
    { kind: 'article', path: `_posts/${number}.md`, bytes: post(`Bericht ${number}`, { link: `https://nos.nl/l/${number}` }) },
  ]);
const damageAll = async () => {
  const database = await connect();
  for (const key of await database.getAllKeys('blocks')) {
    await database.put('blocks', damages.overwritten((await database.get('blocks', key)) as Uint8Array<ArrayBuffer>), key);
  }
};

test('goes on keeping posts when those kept before can not be read any more', async () => {
  await emptyArchive();
  await save(1);
  await damageAll();
  await save(2);
  expect(await answerFor(page('nos:2'))).toMatchObject({ state: 'archived' });
  expect(await listBundles()).toMatchObject([{ posts: 2, damaged: 1 }]);
});

test('goes on merging when what is to be merged can not be read any more', async () => {
  await emptyArchive();
  for (let number = 1; number <= 64; number++) await save(number);
  await damageAll();
  await compact(await connect());
  await save(65);
  expect(await answerFor(page('nos:65'))).toMatchObject({ state: 'archived' });
  expect(await listBundles()).toMatchObject([{ damaged: 64 }]);
});

test('never brings back what was taken out: a segment without its list of that is left out, and importing it again mends it', async () => {
  await emptyArchive();
  await run(zip(files('stuk', 2000), 'stuk-main.zip'));
  const database = await connect();
  const bytes = post('Vervangen', { link: 'https://nos.nl/l/2003' });
  await savePosts(database, 'stuk', [{ kind: 'replacement', path: '_posts/3.md', bytes }]);
  const list = (await database.getAllKeys('blocks')).find(([, kind]) => kind === KIND.tombstones);
  await database.delete('blocks', list as never);
  expect(await answerFor(page('nos:2003'))).toMatchObject({ state: 'archived', version: { title: 'Vervangen' }, versions: { length: 1 } });
  expect(await answerFor(page('nos:2004'))).not.toMatchObject({ state: 'archived' });
  expect(await listBundles()).toMatchObject([{ damaged: 40 }]);
  await run(zip(files('stuk', 2000), 'stuk-main.zip'));
  expect(await answerFor(page('nos:2004'))).toMatchObject({ state: 'archived' });
});

test('takes out what a newer file no longer has, whatever of the archive is damaged', async () => {
  const count = (await twoBundles()).length;
  const fewer = Object.fromEntries(Object.entries(files('stuk', 2000)).slice(1));
  for (let i = 0; i < count; i++) {
    const key = (await twoBundles())[i] as never;
    await (await connect()).delete('blocks', key);
    await disconnect();
    const choice = { destination: { into: 'stuk' }, mirror: true };
    // What the first import need not read it may find damaged only when it is done.
    for (let again = 0; again < 2; again++)
      expect(await run(zip(fewer, 'stuk-main.zip'), { choice }), String(key)).toMatchObject({ type: 'done' });
    expect((await listBundles())[1], String(key)).toMatchObject({ damaged: 0, posts: 39 });
  }
}, 60_000);

test('mends an archive of which only what was saved later can be read still, by the file that it came from', async () => {
  await emptyArchive();
  await run(zip(files('stuk', 2000), 'stuk-main.zip'));
  await damageAll();
  for (const number of [1, 2]) {
    const bytes = post(`Bericht ${number}`, { link: `https://nos.nl/l/${number}` });
    await savePosts(await connect(), 'stuk', [{ kind: 'article', path: `_posts/later-${number}.md`, bytes }]);
  }
  await run(zip(files('stuk', 2000), 'stuk-main.zip'));
  expect(await listBundles()).toMatchObject([{ name: 'stuk', damaged: 0 }]);
  for (const key of ['nos:1', 'nos:2000']) expect(await answerFor(page(key))).toMatchObject({ state: 'archived' });
});

test('looks again where a segment is gone because it was merged meanwhile, and gives up on what can not be', async () => {
  await emptyArchive();
  await save(1);
  const database = await connect();
  const work = vi.fn(async () => 'done').mockRejectedValueOnce(new DamagedSegment(999, 'gone'));
  expect(await pastDamage(database, work)).toBe('done');
  await expect(pastDamage(database, () => Promise.reject(new DamagedSegment(999, 'gone')))).rejects.toThrow('gone');
});
