import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { answerFor, listBundles } from '../../../src/archive/lookup/lookup.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

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
      const damaged = damage((await database.get('blocks', key)) as Uint8Array<ArrayBuffer>);
      if (damaged) await database.put('blocks', damaged, key);
      else await database.delete('blocks', key);
      await disconnect();
      // Whatever is damaged, no question fails, and the other bundle answers.
      for (const number of [2000, 2039]) await answerFor(page(`nos:${number}`, 'Dijk bij Oosterveen', 'Bewoners over de dijk.'));
      expect(await answerFor(page('nos:1000'))).toMatchObject({ state: 'archived' });
      const lines = await listBundles();
      expect(lines[0]).toMatchObject({ name: 'goed', damaged: 0 });
      if (lines[1]?.damaged === 40) noticed++;
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
