import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { OWN_BUNDLE } from '../../../src/article/own-bundle.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

const body = '<p>De dijk bij Oosterveen krijgt nieuwe bekleding.</p>';
const counted = { body, aantal: 7, unieke: 7 };

beforeAll(async () => {
  await emptyArchive();
  await run(
    zip({
      'krant-master/_posts/a.md': post('Dijk', { link: 'https://nos.nl/l/1', ...counted }),
      'krant-master/_posts/b.md': post('Brug', { link: 'https://nos.nl/l/2', body: `${body} Later.` }),
    }),
  );
  const own = `${OWN_BUNDLE}/_posts/c.md`;
  await run(zip({ [own]: post('Sluis', { link: 'https://nos.nl/l/3', ...counted }) }, `${OWN_BUNDLE}.zip`));
});

test.each([
  ['the archive counted the words of a post with numbers', 'nos:1', 7, 'archive'],
  ['Terugblik counted those of a post without numbers', 'nos:2', 8, 'own'],
  ['Terugblik counted those of an article that it kept', 'nos:3', 7, 'own'],
] as const)('tells that %s', async (_, key, total, source) => {
  expect(await answerFor(page(key))).toMatchObject({ version: { counts: { total, meaning: 'words', source } } });
});

test('counts a post once in a category that it names twice', async () => {
  const twice = post('Kanaal', { link: 'https://nos.nl/l/4', body, category: '[Nieuws, nieuws, nieuws]' });
  await run(zip({ 'weekblad-master/_posts/d.md': twice }, 'weekblad-master.zip'));
  expect(await answerFor(page('nos:4'))).toMatchObject({ version: { standing: [{ name: 'Nieuws', same: 1 }, {}, {}, {}] } });
});

test('tells of a bundle that counts either what the numbers of each post are, as its words are seen too', async () => {
  const links = Array.from({ length: 20 }, (_, i) => `<a href="https://nos.nl/${i}" class="x">woord${i}</a>`).join(' ');
  const files = {
    'mengsel-master/_posts/1.md': post('Links', { link: 'https://nos.nl/l/5', body: `<p>${links}</p>`, aantal: 20, unieke: 20 }),
    'mengsel-master/_posts/2.md': post('Bekeken', { link: 'https://nos.nl/l/6', body, aantal: 5000, unieke: 3000 }),
  };
  await run(zip(files, 'mengsel-master.zip'));
  expect(await answerFor(page('nos:5'))).toMatchObject({ version: { counts: { total: 20, meaning: 'words' } } });
  expect(await answerFor(page('nos:6'))).toMatchObject({ version: { counts: { total: 5000, meaning: 'views' } } });
});

test('holds an article that was kept against the others that were', async () => {
  expect(await answerFor(page('nos:3'))).toMatchObject({
    version: {
      standing: [{ among: 'month' }, { among: 'publisher', name: 'NOS', below: 0, same: 1, above: 0 }, { among: 'all', same: 1 }],
    },
  });
});
