import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { USUAL_CHOICE } from '../../../src/archive/import/choice.ts';
import { dateInMinutes, NO_DATE } from '../../../src/archive/index/columns.ts';
import { countedByMonth, postsPerMonth } from '../../../src/archive/lookup/browse.ts';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

const month = (year: number, nth: number) => year * 12 + nth - 1;
const file = (name: string, date: string, body: string, more = {}) =>
  [
    `krant-master/_posts/${name}.md`,
    post(`Bericht ${name}`, { link: `https://nos.nl/l/${name}`, date, body: `<p>${body}</p>`, ...more }),
  ] as const;
const ALL = { text: '', publisher: null, category: null };

describe('the months of an archive', () => {
  beforeEach(async () => {
    await emptyArchive();
  });

  test('has none where there is no archive', async () => {
    expect(await postsPerMonth(ALL)).toEqual({ months: [], undated: 0, total: 0 });
  });

  test('counts all posts by the month that they were written in, and those of a search', async () => {
    await run(
      zip(
        Object.fromEntries([
          file('1', 'Tue, 01 Oct 2019 00:30:00 +0200', 'De brug is dicht.', { bron: 'NOS', category: 'binnenland' }),
          file('2', 'Mon, 30 Sep 2019 23:30:00 +0200', 'De brug is open.', { bron: 'AD' }),
          file('3', 'Thu, 31 Oct 2019 23:30:00 +0100', 'De dijk.', { bron: 'NOS' }),
          file('4', 'Sat, 07 Feb 1998 10:00:00 +0100', 'De brug van toen.', { bron: 'AD' }),
        ]),
      ),
    );
    const [then, september, october] = [month(1998, 2), month(2019, 9), month(2019, 10)];
    expect(await postsPerMonth(ALL)).toEqual({
      months: [
        { month: then, posts: 1 },
        { month: september, posts: 1 },
        { month: october, posts: 2 },
      ],
      undated: 0,
      total: 4,
    });
    const monthsOf = async (asked: object) => (await postsPerMonth({ ...ALL, ...asked })).months.map((one) => [one.month, one.posts]);
    expect(await monthsOf({ text: 'brug ' })).toEqual([
      [then, 1],
      [september, 1],
      [october, 1],
    ]);
    expect(await monthsOf({ publisher: 'NOS' })).toEqual([[october, 2]]);
    expect(await monthsOf({ text: 'brug ', category: 'binnenland' })).toEqual([[october, 1]]);
  });
});

test('counts posts without a date apart, and leaves out those not asked for', () => {
  const dates = Int32Array.from([dateInMinutes(Date.parse('2019-10-27')), NO_DATE, dateInMinutes(Date.parse('2031-01-01'))]);
  expect(countedByMonth([{ documents: [0, 1], dates }])).toEqual({ months: [{ month: month(2019, 10), posts: 1 }], undated: 1, total: 2 });
});

test('counts every text that there is, also where a post was changed or taken out, as the popup does', async () => {
  await emptyArchive();
  const then = 'Sat, 07 Feb 1998 10:00:00 +0100';
  const bundle = (...bodies: string[]) => zip(Object.fromEntries(bodies.map((body, i) => file(String(i), then, body))));
  await run(bundle('De brug.', 'De dijk.', 'De sluis.'));
  await run(bundle('De brug is dicht.', 'De dijk.'), { choice: { ...USUAL_CHOICE, destination: 'update', mirror: true } });
  const { total } = await postsPerMonth(ALL);
  expect(total).toBe(3);
  expect(await answerFor(page('nos:99'))).toMatchObject({ textCount: total });
});
