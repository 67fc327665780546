import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageArticle } from '../../src/article/answers.ts';

const article = { key: 'nos:1', title: 'Dijk', address: 'https://nos.nl/l/1', paragraphs: ['Tekst.'] } as unknown as PageArticle;
const { browser, world, keepArticle, articleRead, makeContext, remakeContexts } = vi.hoisted(() => {
  const world = {
    incognito: false,
    article: null as unknown,
    badges: [] as string[],
    kept: {} as Record<string, unknown>,
    /** Whether something leaves by the limit. */
    leaves: false,
    changed: (_: object): void => undefined,
    command: (_: string, __?: { id: number }): unknown => undefined,
  };
  const browser = {
    tabs: { get: async () => ({ incognito: world.incognito, url: 'https://nos.nl/l/1' }) },
    action: { setBadgeText: async ({ text }: { text: string }) => world.badges.push(text), setBadgeBackgroundColor: async () => undefined },
    commands: { onCommand: { addListener: (listener: typeof world.command) => Object.assign(world, { command: listener }) } },
    storage: {
      local: {
        get: async (name: string) => ({ [name]: world.kept[name] }),
        set: async (values: object) => void Object.assign(world.kept, values),
        onChanged: { addListener: (listener: typeof world.changed) => Object.assign(world, { changed: listener }) },
      },
    },
  };
  return { browser, world, keepArticle: vi.fn(), articleRead: vi.fn(), makeContext: vi.fn(), remakeContexts: vi.fn() };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.mock('../../src/background/capture/keep.ts', async (original) => ({ ...(await original<object>()), keepArticle }));
vi.mock('../../src/background/capture/read.ts', () => ({ articleRead, pageToKeep: (one: unknown) => one }));
vi.mock('../../src/background/capture/tidy.ts', () => ({ tidy: async () => world.leaves }));
vi.mock('../../src/background/context/context.ts', () => ({
  makeContext,
  remakeContexts,
  articleOf: async () => world.article,
  contextOf: async () => ({ state: 'archived', versions: [1] }),
}));
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
const { followOwnArchive, holdLimit, keepByCommand, keepTab, takeIn } = await import('../../src/background/keeping.ts');

beforeEach(() => {
  Object.assign(world, { incognito: false, article, badges: [], kept: {}, leaves: false });
  remakeContexts.mockReset();
  keepArticle.mockReset().mockResolvedValue('new');
  articleRead.mockReset().mockResolvedValue(true);
  makeContext.mockReset();
});

test('keeps nothing of a private window, also when it is asked to', async () => {
  world.incognito = true;
  expect(await keepTab(7)).toBe('private');
  expect(keepArticle).not.toHaveBeenCalled();
});

test.each([null, 'permission'])('keeps nothing where there is no article, or none that may be read: %s', async (found) => {
  world.article = found;
  expect(await keepTab(7)).toBe('no-article');
  expect(keepArticle).not.toHaveBeenCalled();
});

test('shows what came in at once, and looks nothing up again where nothing did', async () => {
  expect(await keepTab(7)).toBe('new');
  expect(makeContext).toHaveBeenCalledWith(7, article);
  makeContext.mockReset();
  keepArticle.mockResolvedValue('wall');
  expect(await keepTab(7)).toBe('wall');
  expect(makeContext).not.toHaveBeenCalled();
});

test('shows it in other tabs with the same article too', async () => {
  await keepTab(7);
  const isConcerned: (one: PageArticle, tab: number) => boolean = remakeContexts.mock.lastCall?.[0];
  const other = { ...article, key: 'nos:2' };
  expect([isConcerned(article, 7), isConcerned(article, 8), isConcerned(other, 8)]).toEqual([false, true, false]);
});

describe('an article that was read and could not be kept', () => {
  test('is noted for the options page, until one could be kept', async () => {
    articleRead.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await takeIn(7, article, true);
    expect(world.kept.ownArchive).toMatchObject({ failed: { isFull: true } });
    articleRead.mockResolvedValue(true);
    await takeIn(7, article, true);
    expect(world.kept.ownArchive).toMatchObject({ failed: null });
  });
});

test.each([
  ['new', '✓'],
  ['unchanged', '✓'],
  ['too-short', '✗'],
])('keeps the page in front by a key and shows for a moment what came of it: %s', async (kept, sign) => {
  vi.useFakeTimers();
  keepByCommand();
  keepArticle.mockResolvedValue(kept);
  const done = world.command('keep', { id: 7 });
  await vi.runAllTimersAsync();
  await done;
  vi.useRealTimers();
  expect(world.badges).toEqual([sign, '1']);
});

describe('what the reader chooses of the own archive', () => {
  test.each([
    ['a limit is set', {}, { ownLimit: '1-year' }, true],
    ['a limit is taken away', { ownLimit: '1-year' }, {}, true],
    ['what is read is to be kept', {}, { keepRead: true }, true],
    ['another choice is made', { ownLimit: '1-year' }, { ownLimit: '1-year', marks: true }, false],
  ])('makes anew what is said of open tabs when %s', async (_, before, after, isRemade) => {
    followOwnArchive();
    world.changed({ settings: { oldValue: { ...before, language: 'nl' }, newValue: after } });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await vi.waitFor(() => expect(remakeContexts).toHaveBeenCalledTimes(isRemade ? 1 : 0));
  });

  test.each([
    ['1-year', true],
    ['none', false],
  ])('holds after an import too, during which it may have been chosen: a limit of %s', async (ownLimit, isHeld) => {
    world.kept = { settings: { ownLimit } };
    world.leaves = true;
    expect(await holdLimit()).toBe(isHeld);
  });
});
