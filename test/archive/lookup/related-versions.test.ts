import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';
import { randomFrom } from '../random.ts';

const random = randomFrom(5);
const words = (count: number) => Array.from({ length: count }, () => `woord${Math.floor((random(4000) * random(4000)) / 4000)}`).join(' ');
const SUBJECT = 'gasexplosie flatgebouw Veenwouden evacuatie veiligheidsregio omwonenden';
const FOLLOW_UPS = ['nos:51', 'nos:52', 'nos:53', 'nos:54'];

/** An archive of so many posts on other things, a liveblog of 60 versions, and what followed it. */
async function archiveOf(others: number): Promise<void> {
  await emptyArchive();
  const files: Record<string, Uint8Array> = {};
  for (let i = 0; i < others; i++) files[`${i}.md`] = post(words(5), { link: `https://nos.nl/l/${1000 + i}`, body: `<p>${words(30)}</p>` });
  let written = '';
  for (let i = 0; i < 60; i++) {
    written += `<p>${SUBJECT} ${words(5)}</p>`;
    const date = new Date(Date.UTC(2019, 9, 1, 12, i)).toUTCString();
    files[`live-${i}.md`] = post('Liveblog gasexplosie Veenwouden', { link: 'https://nos.nl/l/5', body: written, date });
  }
  for (const key of FOLLOW_UPS) {
    const link = `https://nos.nl/l/${key.slice(4)}`;
    files[`${key.slice(4)}.md`] = post(`Na de gasexplosie: ${key}`, { link, body: `<p>${SUBJECT} ${words(40)}</p>` });
  }
  await run(zip(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`krant-master/_posts/${name}`, bytes]))));
}

describe.each([300, 3000])('in an archive of %i posts', (others) => {
  beforeAll(() => archiveOf(others), 60_000);

  test.each(['nos:5', 'nos:51'])('related to %s are those that followed on it, however many versions one article has', async (key) => {
    const related = (await readArticle(key, null))?.related.map((one) => one.key) ?? [];
    expect(related).toEqual(expect.arrayContaining(FOLLOW_UPS.filter((one) => one !== key)));
  });
});
