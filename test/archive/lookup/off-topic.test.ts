import 'fake-indexeddb/auto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { OFF_TOPIC } from '../../../bench/judge/off-topic.ts';
import { generateBundle } from '../../../scripts/bench/generate.mjs';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, page, run, zip } from '../archives.ts';

const SAMPLE = join(import.meta.dirname, '../../../public/sample-archive/_posts');
const REAL = join(import.meta.dirname, '../../../../shared/archive/leestmeer-2k.zip');
const folder = mkdtempSync(join(tmpdir(), 'terugblik-off-topic-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function generated(): Uint8Array {
  const path = join(folder, 'generated.zip');
  generateBundle(path, 500);
  return readFileSync(path);
}
const chosen = (name: string, bytes: Uint8Array) => ({ file: new File([new Uint8Array(bytes)], name), path: '' });
const sample = () =>
  zip(
    Object.fromEntries(readdirSync(SAMPLE).map((name) => [`voorbeeld/_posts/${name}`, new Uint8Array(readFileSync(join(SAMPLE, name)))])),
  );

describe.each([
  ['a sample of forty posts', true, sample, 1],
  ['five hundred generated posts', true, () => chosen('generated.zip', generated()), 1],
  ['a small real archive', existsSync(REAL), () => chosen('leestmeer-2k.zip', readFileSync(REAL)), 2],
])('with %s', (_, isThere, archive, most) => {
  test.runIf(isThere)('articles about nothing that it knows have nothing related, but for a few', async () => {
    await emptyArchive();
    await run(archive());
    const related: string[] = [];
    for (const text of OFF_TOPIC) {
      const [title = '', ...paragraphs] = text.split('. ');
      const answer = await answerFor(page('nos:99', title, ...paragraphs));
      if (answer.state === 'related') related.push(`${title}: ${answer.related.map((item) => item.title)}`);
    }
    expect(related.length, related.join('\n')).toBeLessThanOrEqual(most);
  });
});

test('of forty posts only those on the same subject are related, not those with the same everyday words', async () => {
  await emptyArchive();
  await run(sample());
  const titles = (await readArticle('nos:9000001', null))?.related.map(({ title }) => title) ?? [];
  expect(titles).toHaveLength(5);
  expect(titles.filter((title) => !/dijk|Oosterveen/i.test(title))).toEqual([]);
});
