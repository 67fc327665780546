import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { recordsNow, takeBack } from '../../../src/archive/import/take-back.ts';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { changeBundle } from '../../../src/archive/store/manifest.ts';
import { sweep } from '../../../src/archive/store/sweep.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
beforeEach(emptyArchive);

const posts = (...numbers: number[]) =>
  zip(
    Object.fromEntries(
      numbers.map((number) => [`krant-master/_posts/${number}.md`, post(`Bericht ${number}`, { link: `https://nos.nl/l/${number}` })]),
    ),
  );

/** Imports a file and gives what it did to its bundle. */
async function changeBy(file: ReturnType<typeof posts>, destination: 'auto' | 'update' | 'apart' = 'auto') {
  const before = await recordsNow();
  const { report } = await run(file, { choice: { destination, mirror: false } });
  const after = (await recordsNow()).get(report.bundle);
  if (!after) throw new Error('the bundle is not there');
  return { before: before.get(after.name) ?? null, after };
}
const stateOf = async (number: number) => (await answerFor(page(`nos:${number}`))).state;
const sizes = async () => [...(await recordsNow()).values()].map(({ name, posts: count }) => `${name}: ${count}`).sort();

test('makes a bundle again what it was before an update, once the newer file stands apart', async () => {
  await run(posts(1, 2));
  const change = await changeBy(posts(1, 2, 3));
  await changeBy(posts(1, 2, 3), 'apart');
  await takeBack(await connect(), change);
  await sweep(await connect());
  expect(await sizes()).toEqual(['krant (2): 3', 'krant: 2']);
  for (const number of [1, 2, 3]) expect(await stateOf(number)).toBe('archived');
});

test('takes out the bundle that stood apart, once its file is merged', async () => {
  await run(posts(1, 2));
  const change = await changeBy(posts(8, 9));
  expect(change).toMatchObject({ before: null, after: { name: 'krant (2)' } });
  await changeBy(posts(8, 9), 'update');
  await takeBack(await connect(), change);
  await sweep(await connect());
  expect(await sizes()).toEqual(['krant: 4']);
  for (const number of [1, 2, 8, 9]) expect(await stateOf(number)).toBe('archived');
});

test('leaves a bundle that has changed since', async () => {
  await run(posts(1, 2));
  const change = await changeBy(posts(1, 2, 3));
  await changeBy(posts(1, 2, 3, 4));
  await takeBack(await connect(), change);
  expect(await sizes()).toEqual(['krant: 4']);
});

test('keeps the reader’s word for what the numbers count', async () => {
  await run(posts(1, 2));
  const change = await changeBy(posts(1, 2, 3));
  await changeBundle(await connect(), 'krant', (bundle) => ({ ...bundle, overrule: 'views' }));
  await takeBack(await connect(), change);
  expect((await recordsNow()).get('krant')).toMatchObject({ posts: 2, overrule: 'views' });
});
