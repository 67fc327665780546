import { expect, test, vi } from 'vitest';
import type { OrderedAnswer } from '../../../src/archive/lookup/ordered-search.ts';
import type { SearchQuery } from '../../../src/article/answers.ts';
import { questionOf } from '../../../src/screens/archive/address.ts';
import { type Results, ResultsLoader } from '../../../src/screens/archive/results-loader.ts';
import { NOTHING_ASKED } from '../nothing-asked.ts';

const question = (text: string) => questionOf({ ...NOTHING_ASKED, text });
const answer = (keys: string[], next: number | null = null, total = keys.length): OrderedAnswer => ({
  total,
  next,
  generation: 1,
  sort: 'relevance',
  isRankable: true,
  isUnsearchable: false,
  isRelaxed: false,
  isApart: false,
  results: keys.map((key) => ({ key, title: [], date: null, publisher: null, category: null, snippet: [] })),
});

/** A search whose answers are given by hand. */
function byHand() {
  const asked: { query: SearchQuery; give(answer: OrderedAnswer): void; fail(error: Error): void }[] = [];
  const search = (query: SearchQuery) =>
    new Promise<OrderedAnswer>((give, fail) => {
      asked.push({ query, give, fail });
    });
  const shown: (Results | Error)[] = [];
  const loader = new ResultsLoader(search, (results) => shown.push(results));
  const keys = (results: Results | Error | undefined) =>
    results && !(results instanceof Error) ? results.pages.map((page) => page.map(({ key }) => key)) : results;
  return { asked, shown, loader, last: () => keys(shown.at(-1)) };
}
const settled = () => vi.waitFor(() => undefined);

test('asks the first key at once, and of what is typed meanwhile only the last', async () => {
  const { asked, shown, loader, last } = byHand();
  for (const text of ['d', 'di', 'dij', 'dijk']) void loader.ask(question(text));
  expect(asked.map(({ query }) => query.text)).toEqual(['d']);
  asked[0]?.give(answer(['old']));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.query.text).toBe('dijk');
  expect(shown).toEqual([]);
  asked[1]?.give(answer(['new']));
  await vi.waitFor(() => expect(last()).toEqual([['new']]));
  expect(shown).toHaveLength(1);
});

test('adds page after page, each article once', async () => {
  const { asked, loader, last } = byHand();
  void loader.ask(question('dijk'));
  asked[0]?.give(answer(['a', 'b'], 30, 61));
  await vi.waitFor(() => expect(last()).toEqual([['a', 'b']]));
  void loader.more();
  void loader.more();
  expect(asked).toHaveLength(2);
  expect(asked[1]?.query.offset).toBe(30);
  asked[1]?.give(answer(['b', 'c'], null, 61));
  await vi.waitFor(() => expect(last()).toEqual([['a', 'b'], ['c']]));
  void loader.more();
  expect(asked).toHaveLength(2);
});

test('passes over a page in which no post has the words as they were quoted', async () => {
  const { asked, loader, last } = byHand();
  void loader.ask(question('"oude dijk"'));
  asked[0]?.give(answer([], 30, 60));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.give(answer(['a'], null, 60));
  await vi.waitFor(() => expect(last()).toEqual([['a']]));
});

test('drops a page of a search that is no longer asked', async () => {
  const { asked, loader, last } = byHand();
  void loader.ask(question('dijk'));
  asked[0]?.give(answer(['a'], 30));
  await vi.waitFor(() => expect(last()).toEqual([['a']]));
  void loader.more();
  void loader.ask(question('brug'));
  asked[2]?.give(answer(['x']));
  await vi.waitFor(() => expect(last()).toEqual([['x']]));
  asked[1]?.give(answer(['b']));
  await settled();
  expect(last()).toEqual([['x']]);
});

test('has what was found at hand when one comes back to it, until the archive changes', async () => {
  const { asked, loader, last } = byHand();
  void loader.ask(question('dijk'));
  asked[0]?.give(answer(['a']));
  await vi.waitFor(() => expect(last()).toEqual([['a']]));
  void loader.ask(question('brug'));
  asked[1]?.give(answer(['x']));
  await vi.waitFor(() => expect(last()).toEqual([['x']]));
  void loader.ask(question('dijk'), 1);
  expect(last()).toEqual([['a']]);
  expect(asked).toHaveLength(2);
  loader.forget();
  void loader.ask(question('brug'), 1);
  expect(asked).toHaveLength(3);
});

test('asks at once for as many as there were when one comes back to them', () => {
  const { asked, loader } = byHand();
  void loader.ask(question('dijk'), 240);
  expect(asked[0]?.query.limit).toBe(240);
});

test('says what went wrong, and answers the next search', async () => {
  const { asked, loader, last } = byHand();
  void loader.ask(question('dijk'));
  asked[0]?.fail(new Error('the disk is gone'));
  await vi.waitFor(() => expect(last()).toEqual(new Error('the disk is gone')));
  void loader.ask(question('brug'));
  asked[1]?.give(answer(['a']));
  await vi.waitFor(() => expect(last()).toEqual([['a']]));
});

test('adds what is missing where one comes back to a search of which fewer stand there, until so many do', async () => {
  const { asked, loader, last } = byHand();
  void loader.ask(question('dijk'));
  asked[0]?.give(answer(['a', 'b'], 2, 9));
  await vi.waitFor(() => expect(last()).toEqual([['a', 'b']]));
  void loader.reach(5);
  expect(asked[1]?.query).toMatchObject({ offset: 2, limit: 3 });
  asked[1]?.give(answer(['c', 'd', 'e'], 5, 9));
  await vi.waitFor(() =>
    expect(last()).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]),
  );
  void loader.reach(5);
  expect(asked).toHaveLength(2);
});

test('says in what order its results are', async () => {
  const { asked, shown, loader } = byHand();
  void loader.ask(question('🌊'));
  asked[0]?.give({ ...answer(['a']), sort: 'date', isRankable: false, isUnsearchable: true, isRelaxed: false });
  await vi.waitFor(() => expect(shown[0]).toMatchObject({ sort: 'date', isRankable: false, isUnsearchable: true, isRelaxed: false }));
});
