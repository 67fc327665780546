import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { addressKey } from '../../../src/article/key.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

beforeEach(emptyArchive);

const link = (slug: string) => `https://www.telegraaf.nl/sport/931746140/${slug}`;
const answerAt = (slug: string) => answerFor(page(addressKey(link(slug)) ?? ''));

test('finds an article whose slug has changed since, and only itself while its own slug is archived', async () => {
  await run(
    zip({
      'k/_posts/a.md': post('Sport kort: dijkloop', { link: link('sport-kort-dijkloop') }),
      'k/_posts/b.md': post('Sport kort: ijsbaan', { link: link('sport-kort-ijsbaan'), date: 'Mon, 28 Oct 2019 10:00:00 +0100' }),
    }),
  );
  expect(await answerAt('sport-kort-dijkloop')).toMatchObject({ version: { title: 'Sport kort: dijkloop' }, versions: [{}] });
  expect(await answerAt('sport-kort-kanopolo')).toMatchObject({ state: 'archived', version: { title: 'Sport kort: ijsbaan' } });
});
