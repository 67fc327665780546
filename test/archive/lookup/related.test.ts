import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { sharedWords } from '../../../src/archive/lookup/shared-words.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

const SAMPLE = join(import.meta.dirname, '../../../public/sample-archive/_posts');
const related = async (title: string, ...paragraphs: string[]) => {
  const answer = await answerFor(page('nos:99', title, ...paragraphs));
  return 'related' in answer ? answer.related : [];
};

describe('related to', () => {
  beforeAll(async () => {
    await emptyArchive();
    const sample = readdirSync(SAMPLE).map((name) => [`voorbeeld/_posts/${name}`, new Uint8Array(readFileSync(join(SAMPLE, name)))]);
    await run(zip(Object.fromEntries(sample)));
    const copy = (bron: string, more = '') =>
      post('Kraan valt om in haven van Zwinmonde', {
        link: `https://${bron.toLowerCase()}.example/kraan`,
        bron,
        body: `<p>In de haven van Zwinmonde is een hijskraan omgevallen op een leeg containerschip. De kraanmachinist bleef ongedeerd. ${more}</p>`,
      });
    await run(
      zip({
        'a-master/_posts/k.md': copy('Kustkrant'),
        'a-master/_posts/s.md': copy('Streekpost', 'De haven is afgesloten.'),
        'a-master/_posts/a.md': copy('Avondnieuws'),
      }),
    );
  });

  test('a new article are the archived ones on its subject, best first', async () => {
    const items = await related(
      'Waterschap versterkt dijk bij Oosterveen',
      'De bewoners van Oosterveen zijn blij met de versterking van de dijk.',
    );
    expect(items.length).toBeGreaterThanOrEqual(4);
    expect(items.slice(0, 4).every(({ title }) => /dijk/i.test(title))).toBe(true);
  });

  test('an archived article are others, never its own versions', async () => {
    const article = await readArticle('nos:9000001', null);
    expect(article?.versions.length).toBe(2);
    expect(article?.related.map(({ key }) => key)).not.toContain('nos:9000001');
    expect(new Set(article?.related.map(({ key }) => key)).size).toBe(article?.related.length);
  });

  test('an article without a link is never its own copy in another bundle', async () => {
    const copy = {
      bron: 'Kustkrant',
      body: '<p>Vuurtoren van Eemsduin krijgt nieuwe lamp. De vuurtorenwachter van Eemsduin is blij met de lamp.</p>',
    };
    for (const name of ['een', 'twee'])
      await run(zip({ [`${name}-master/_posts/v.md`]: post('Vuurtoren krijgt lamp', copy) }, `${name}-master.zip`));
    const article = await readArticle('post:een/_posts/v.md', null);
    expect(article?.related.map(({ title }) => title)).not.toContain('Vuurtoren krijgt lamp');
  });

  test('one story told by several publishers is one item with all of them', async () => {
    const items = await related('Hijskraan omgevallen in Zwinmonde', 'De kraan viel op een containerschip in de haven van Zwinmonde.');
    expect(items.length).toBe(1);
    expect(items[0]?.publishers.toSorted()).toEqual(['Avondnieuws', 'Kustkrant', 'Streekpost']);
  });

  test('are told by the words that both have, as the page writes them, the most telling first', async () => {
    const asked = page(
      'nos:99',
      'Waterschap versterkt dijk bij Oosterveen',
      'De bewoners van Oosterveen zijn blij met de versterking van de dijk. De dijken waren verzakt.',
    );
    const [first] = await related(asked.title, ...asked.paragraphs);
    const words = await sharedWords(asked, first?.key ?? '');
    expect(words.slice(0, 2).toSorted()).toEqual(['Oosterveen', 'dijk']);
    expect(words.length).toBeLessThanOrEqual(6);
    expect(words.some((word) => /^(?:de|van|bij|zijn)$/i.test(word))).toBe(false);
  });

  test('to an archived article are told by the words of its archived text', async () => {
    const [first] = (await readArticle('nos:9000001', null))?.related ?? [];
    expect(await sharedWords(page('nos:9000001', ''), first?.key ?? '')).toContain('Oosterveen');
  });

  test('are told by no words where the item is gone', async () => {
    expect(await sharedWords(page('nos:99', 'Dijk bij Oosterveen'), 'nos:1')).toEqual([]);
  });

  test.each([
    ['Maankaas gerijpt in krater Tycho', 'Proevers roemen de korst van basalt. Een wig weegt er zes keer minder.'],
    ['Kwantumbreien wint goud', 'Haaknaalden van glazuur zijn verplicht. De steken stonden tegelijk links en rechts.'],
    ['Quarterly earnings beat estimates', 'Shares of the semiconductor maker rallied after guidance was raised.'],
  ])('%s is nothing that the archive knows', async (title, text) => {
    expect(await related(title, text)).toEqual([]);
  });
});
