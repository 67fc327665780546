import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';
import { randomFrom } from '../random.ts';

const POSTS = 1200;
const random = randomFrom(3);
/** Posts of a hundred words, some frequent and most rare; up to eleven of them are of a subject that eight posts are on. */
const posts = Array.from({ length: POSTS }, (_, i) => {
  const subject = Array.from({ length: random(12) }, (_, word) => `zaak${i % 150}over${word}`);
  const others = Array.from({ length: 100 }, () => `woord${Math.floor((random(4000) * random(4000)) / 4000)}`);
  const body = `<p>${[...subject, ...others].join(' ')}</p>`;
  return post(`Bericht ${i}`, { link: `https://nos.nl/l/${8_000_000 + i}`, body });
});

/** What is related to some of the posts, where they were imported as so many bundles, each with a segment of its own. */
async function relatedIn(bundles: number): Promise<Record<string, string[]>> {
  await emptyArchive();
  const size = POSTS / bundles;
  for (let first = 0; first < POSTS; first += size) {
    const files = posts.slice(first, first + size).map((bytes, i) => [`deel-${first}-master/_posts/${first + i}.md`, bytes]);
    await run(zip(Object.fromEntries(files), `deel-${first}-master.zip`));
  }
  const related: Record<string, string[]> = {};
  for (let i = 0; i < POSTS; i += 30) {
    const article = await readArticle(`nos:${8_000_000 + i}`, null);
    related[i] = article?.related.map(({ key }) => key) ?? [];
  }
  return related;
}

test('what is related to an article does not depend on the segments that its archive is in', async () => {
  const inOne = await relatedIn(1);
  expect(Object.values(inOne).flat().length).toBeGreaterThan(0);
  expect(await relatedIn(4)).toEqual(inOne);
});
