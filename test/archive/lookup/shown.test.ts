import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';

const BODIES: Record<string, string> = {
  'without its headings': '<p>De dijk is hoog.</p><h2>Vertrekken</h2><p>De bewoners gaan weg.</p>',
  'of headings where it has nothing else': '<h2>De dijk is hoog.</h2>',
};

beforeAll(async () => {
  await emptyArchive();
  const posts = Object.values(BODIES).map((body, i) => [
    `a-master/_posts/${i}.md`,
    post('Dijk', { link: `https://nos.nl/l/${i + 1}`, body }),
  ]);
  await run(zip(Object.fromEntries(posts)));
});

test.each([
  ['without its headings', 'nos:1', 'De dijk is hoog. De bewoners gaan weg.'],
  ['of headings where it has nothing else', 'nos:2', 'De dijk is hoog.'],
])('sums up a text %s', async (_, key, summary) => {
  expect((await readArticle(key, null))?.shown.summary).toBe(summary);
});
