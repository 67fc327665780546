import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { changesBetween, changesSince } from '../../../src/archive/lookup/changes.ts';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { readArchive } from '../../../src/archive/store/reading.ts';
import type { Changes } from '../../../src/article/changes.ts';
import { page as asked, emptyArchive, post, run, zip } from '../archives.ts';

const link = 'https://nos.nl/l/7';
const lead = '<p>De dijk bij Oosterveen krijgt nieuwe bekleding, zegt het waterschap.</p>';
const more = '<p>Bewoners drongen er sinds de storm van 2006 op aan.</p>';
const page = [
  'De dijk bij Oosterveen krijgt nieuwe bekleding, zegt het waterschap.',
  'Bewoners drongen er sinds de storm van 2006 op aan.',
];

describe('of an article whose versions have one date', () => {
  const [thirteen, twelve] = ['Dijk na dertien jaar dicht', 'Dijk na twaalf jaar dicht'];
  beforeAll(async () => {
    await emptyArchive();
    await run(
      zip({
        'krant-master/_posts/a.md': post(thirteen, { link, body: lead }),
        'krant-master/_posts/b.md': post(twelve, { link, body: lead + more }),
      }),
    );
  });

  test('compares a page with the one that has its headline, as none is known to be newer', async () => {
    const shown = { ...asked('nos:7', thirteen), paragraphs: page.slice(0, 1) };
    const counts = { title: false, same: 1, added: 0, removed: 0 };
    expect(await answerFor(shown)).toMatchObject({ version: { title: thirteen }, changes: { counts } });
    expect(await changesSince('nos:7', shown)).toMatchObject({ old: { title: thirteen }, changes: { counts } });
  });

  test('compares a page of another headline with the last one', async () => {
    const shown = { ...asked('nos:7', 'Dijk dicht'), paragraphs: page };
    expect(await answerFor(shown)).toMatchObject({ version: { title: twelve }, changes: { counts: { title: true, same: 2 } } });
  });
});

describe('of an article with two versions', () => {
  let ids: string[] = [];
  beforeAll(async () => {
    await emptyArchive();
    await run(
      zip({
        'krant-master/_posts/a.md': post('Dijk na dertien jaar dicht', { link, body: lead }),
        'krant-master/_posts/b.md': post('Dijk na twaalf jaar dicht', { link, body: lead + more, date: 'Mon, 28 Oct 2019 21:12:49 +0100' }),
        'krant-master/_posts/kort.md': post('Kort', { link: 'https://nos.nl/l/8', body: 'De dijk bij Oosterveen krijgt …' }),
      }),
    );
    ids = (await readArticle('nos:7', null))?.versions.map(({ id }) => id) ?? [];
  });

  test('compares the versions, the older one as the old one', async () => {
    const [a = '', b = ''] = ids;
    const found = await changesBetween('nos:7', b, a);
    expect(found).toMatchObject({
      old: { id: a, title: 'Dijk na dertien jaar dicht' },
      now: { id: b },
      changes: { counts: { title: true, added: 1, partial: null } },
    });
    expect(await changesBetween('nos:7', a, b)).toEqual(found);
  });

  test('finds no change between a version and itself', async () => {
    const [a = ''] = ids;
    expect(await changesBetween('nos:7', a, a)).toMatchObject({ changes: { counts: { title: false, same: 1, added: 0 } } });
  });

  test('compares the page with the newest version', async () => {
    const found = await changesSince('nos:7', {
      title: 'Dijk na twaalf jaar dicht',
      paragraphs: [...page, 'Het werk begint in het voorjaar.'],
    });
    expect(found).toMatchObject({ old: { id: ids[1] }, changes: { counts: { title: false, same: 2, added: 1, removed: 0 } } });
  });

  test('tells what changed on the page together with what is known of it, but nothing of a page without text', async () => {
    const shown = { ...asked('nos:7', 'Dijk na twaalf jaar dicht'), paragraphs: [...page, 'Het werk begint in het voorjaar.'] };
    expect(await answerFor(shown)).toMatchObject({
      state: 'archived',
      changes: { since: Date.parse('2019-10-28T20:12:49Z'), counts: { title: false, same: 2, added: 1 } },
    });
    expect(await answerFor(asked('nos:7', 'NOS'))).not.toHaveProperty('changes');
  });

  test('says that only a part is archived instead of counting what the part lacks', async () => {
    const found = await changesSince('nos:8', { title: 'Kort', paragraphs: [...page, ...page] });
    expect(found?.changes.counts).toMatchObject({ partial: 'old', added: 0, changed: 0 });
  });

  test('does not call removed what lies behind the end of what was read of a page', async () => {
    const read = { title: 'Dijk na twaalf jaar dicht', paragraphs: [...page.slice(0, 1), ...Array(7000).fill('Een woord.')] };
    expect((await changesSince('nos:7', read))?.changes.counts.removed).toBe(0);
  });

  test('does not call removed what lies behind a paywall', async () => {
    const shown = { title: 'Dijk na twaalf jaar dicht', paragraphs: [...page.slice(0, 1), 'Verder lezen? Word nu abonnee.'] };
    expect((await changesSince('nos:7', shown))?.changes.counts).toMatchObject({ same: 1, added: 0, removed: 0, partial: 'new' });
  });

  test('is nothing where the archive has no such article or version', async () => {
    expect(await changesSince('nos:6', { title: '', paragraphs: [] })).toBeNull();
    expect(await changesBetween('nos:7', ids[0] ?? '', 'zz')).toBeNull();
    expect(await changesBetween('nos:6', 'a', 'b')).toBeNull();
  });
});

describe('of a liveblog', () => {
  /** Updates have hardly a word in common. */
  const update = (n: number) => `Update ${n}: ${[1, 2, 3, 4, 5, 6, 7].map((i) => `w${n * 7919 + i}`).join(' ')}.`;
  const updates = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => update(from + (to > from ? i : -i)));
  const since = async (archived: string[], paragraphs: string[], kind: 'liveblog' | 'article' = 'liveblog') => {
    await emptyArchive();
    const body = archived.map((one) => `<p>${one}</p>`).join('');
    await run(zip({ 'krant-master/_posts/live.md': post('Live', { link: 'https://nos.nl/l/9', body }) }));
    return (await changesSince('nos:9', { title: 'Live', paragraphs, kind }))?.changes.counts;
  };

  test('does not call older updates removed that stand behind a button', async () => {
    expect(await since(updates(20, 1), updates(30, 11))).toMatchObject({ added: 10, same: 10, removed: 0, partial: 'new' });
  });

  test('does not call them removed where the newest ones stand below', async () => {
    expect(await since(updates(1, 20), updates(11, 30))).toMatchObject({ added: 10, same: 10, removed: 0, partial: 'new' });
  });

  test('does not call them removed where the page shows none of them any more', async () => {
    expect(await since(updates(20, 1), updates(50, 31))).toMatchObject({ added: 20, same: 0, removed: 0, partial: 'new' });
  });

  test('tells an update that was taken out from between others', async () => {
    expect(await since(updates(20, 1), updates(30, 1).toSpliced(15, 1))).toMatchObject({ added: 10, removed: 1, partial: null });
    expect(await since(updates(20, 1), updates(19, 1))).toMatchObject({ added: 0, removed: 1, partial: null });
  });

  test('which an article is not: its end may have been taken off', async () => {
    expect(await since(updates(20, 1), updates(30, 11), 'article')).toMatchObject({ added: 10, removed: 10, partial: null });
  });
});

const REAL = new URL('../../../../shared/archive/leestmeer-2k.zip', import.meta.url);
describe.runIf(existsSync(REAL))('in a real archive', () => {
  /** A paragraph or title as it was before or is after. */
  const side = (pieces: Changes['title'], without: 'added' | 'removed') =>
    pieces.flatMap(({ change, text }) => (change === without ? [] : [text])).join('');

  test('tells what changed between each two versions, and gives back both titles', async () => {
    await emptyArchive();
    await run({ file: new File([await readFile(REAL)], 'leestmeer-2k.zip'), path: '' });
    const keys = await readArchive(async ({ segments }) => {
      const cards = await Promise.all(segments.map((segment) => segment.cards([...Array(segment.documents).keys()])));
      const all = cards.flat().map(({ block, place }) => block.card(place).article);
      return [...new Set(all.filter((key, i) => key.startsWith('nos:') && all.indexOf(key) !== i))];
    });
    let compared = 0;
    for (const key of keys) {
      const versions = (await readArticle(key, null))?.versions ?? [];
      for (const [i, now] of versions.entries()) {
        const old = versions[i - 1];
        if (!old) continue;
        compared++;
        const found = await changesBetween(key, old.id, now.id);
        expect(side(found?.changes.title ?? [], 'added').replace(/\s/g, '')).toHaveLength(old.title.replace(/\s/g, '').length);
        expect(side(found?.changes.title ?? [], 'removed').replace(/\s/g, '')).toBe(now.title.replace(/\s/g, ''));
        expect(found?.changes.counts.partial).toBeNull();
      }
    }
    expect(compared).toBe(29);
  }, 60_000);
});
