import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { interruptedImports } from '../../../src/archive/store/imports.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';
import { readDisk, writeDisk } from '../faults/disk.ts';
import { inject } from '../faults/inject.ts';

/** So few words are held in memory that there is a checkpoint, and an index, every 32 posts. */
const TOKENS = 50;
const numbers = Array.from({ length: 100 }, (_, i) => 1000 + i);
const bundle = zip(
  Object.fromEntries(
    numbers.map((i) => [`krant-master/_posts/${i}.md`, post(`Bericht ${i} over de dijk`, { link: `https://nos.nl/l/${i}` })]),
  ),
);

/** An import that was killed after its last checkpoint, as the disk has it. */
async function interrupted() {
  await emptyArchive();
  const counting = inject('kill', Number.POSITIVE_INFINITY);
  await run(bundle, { tokens: TOKENS });
  counting.remove();
  const all = counting.operations();
  for (let at = all - 1; ; at--) {
    await emptyArchive();
    const injected = inject('kill', at);
    await run(bundle, { tokens: TOKENS });
    injected.remove();
    await disconnect();
    const [journal] = await interruptedImports(await connect());
    if (!journal) continue;
    await disconnect();
    return readDisk();
  }
}

test('an interrupted import of which a record can not be read goes on, or begins anew, and ends with every post', async () => {
  const disk = await interrupted();
  await writeDisk(disk);
  const keys = await (await connect()).getAllKeys('blocks');
  expect(keys.length).toBeGreaterThan(20);
  for (const key of keys) {
    await disconnect();
    await writeDisk(disk);
    await (await connect()).delete('blocks', key);
    expect(await run(bundle, { tokens: TOKENS }), key.join()).toMatchObject({
      type: 'done',
      report: { counts: { posts: 100, added: 100 } },
    });
    expect(await interruptedImports(await connect()), key.join()).toEqual([]);
  }
  for (const i of [1000, 1099]) expect(await answerFor(page(`nos:${i}`))).toMatchObject({ state: 'archived' });
}, 60_000);
