import { beforeEach, expect, test, vi } from 'vitest';
import { contextOf, leaveArticle, makeContext, remakeContexts } from '../../src/background/context/context.ts';
import { onKeptContext } from '../../src/background/context/kept.ts';

const article = (id: number) => ({
  key: `nos:${id}`,
  address: `https://nos.nl/l/${id}`,
  title: `Kop ${id}`,
  paragraphs: [],
  published: null,
});
const TAB = 7;

const { browser, world, lookup } = vi.hoisted(() => {
  /** What the browser and the archive are like in a test. */
  const world = {
    url: undefined as string | undefined,
    allowed: true,
    generation: 1,
    posts: 40,
    badge: '',
    listening: true,
    kept: {} as Record<string, unknown>,
    listeners: new Set<(changes: Record<string, { newValue?: unknown }>) => void>(),
  };
  const changed = (name: string, newValue?: unknown) => {
    for (const listener of world.listeners) listener({ [name]: newValue === undefined ? {} : { newValue } });
  };
  const session = {
    get: async (name: string | null) => structuredClone(name === null ? world.kept : { [name]: world.kept[name] }),
    set: async (items: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(structuredClone(items))) {
        world.kept[name] = value;
        changed(name, value);
      }
    },
    remove: async (names: string[]) => {
      for (const name of names) {
        if (!(name in world.kept)) continue;
        delete world.kept[name];
        changed(name);
      }
    },
    clear: async () => {
      world.kept = {};
    },
    onChanged: { addListener: (one: never) => world.listeners.add(one), removeListener: (one: never) => world.listeners.delete(one) },
  };
  const browser = {
    runtime: { id: 'x', getManifest: () => ({ host_permissions: ['*://nos.nl/*'] }) },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        world.badge = text;
      },
      setBadgeBackgroundColor: async () => undefined,
    },
    permissions: { contains: async () => world.allowed },
    scripting: {
      executeScript: vi.fn(async () => {
        if (!world.allowed) throw new Error('Missing host permission for the tab');
        world.listening = true;
      }),
    },
    storage: { session },
    tabs: { get: async () => ({ url: world.url }), sendMessage: vi.fn() },
  };
  return { browser, world, lookup: { answerFor: vi.fn(), generation: async () => world.generation } };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.mock('../../src/archive/lookup/lookup.ts', () => lookup);

beforeEach(() => {
  Object.assign(world, { url: 'https://nos.nl/l/1', allowed: true, generation: 1, posts: 40, badge: '', listening: true, kept: {} });
  world.listeners.clear();
  // Every article is archived in as many versions as its number says.
  lookup.answerFor.mockReset().mockImplementation(async ({ key }: { key: string }) => {
    const versions = Array.from({ length: Number(key.slice('nos:'.length)) });
    const { generation, posts } = world;
    return posts === 0 ? { state: 'no-archive', generation, posts } : { state: 'archived', versions, generation, posts };
  });
  browser.scripting.executeScript.mockClear();
  browser.tabs.sendMessage.mockReset().mockImplementation(async () => {
    if (!world.listening) throw new Error('Receiving end does not exist');
    return article(1);
  });
});

test('keeps the context of an article and shows its number of versions at the button', async () => {
  await makeContext(TAB, article(2));
  expect(world.badge).toBe('2');
  expect(world.kept[`context:${TAB}`]).toMatchObject({ state: 'archived', article: { key: 'nos:2', title: 'Kop 2' } });
});

test('drops an answer that comes after the tab went on to another article', async () => {
  let answerA = (_: unknown) => {};
  lookup.answerFor.mockImplementationOnce(() => new Promise((resolve) => (answerA = resolve)));
  const late = makeContext(TAB, article(1));
  await vi.waitFor(() => expect(lookup.answerFor).toHaveBeenCalled());
  await makeContext(TAB, article(2));
  answerA({ state: 'archived', versions: [1], generation: 1, posts: 40 });
  await late;
  expect(world.badge).toBe('2');
  expect(world.kept[`context:${TAB}`]).toMatchObject({ article: { key: 'nos:2' } });
});

test('drops an answer that comes after the article was left', async () => {
  let answerA = (_: unknown) => {};
  lookup.answerFor.mockImplementationOnce(() => new Promise((resolve) => (answerA = resolve)));
  const late = makeContext(TAB, article(1));
  await vi.waitFor(() => expect(lookup.answerFor).toHaveBeenCalled());
  await leaveArticle(TAB);
  answerA({ state: 'archived', versions: [1], generation: 1, posts: 40 });
  await late;
  expect(world.badge).toBe('');
  expect(world.kept).toEqual({});
});

test('answers from what is kept without looking up again', async () => {
  await makeContext(TAB, article(1));
  lookup.answerFor.mockClear();
  expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { key: 'nos:1' } });
  expect(lookup.answerFor).not.toHaveBeenCalled();
});

test('looks up again when the archive has changed since', async () => {
  await makeContext(TAB, article(1));
  world.generation = 2;
  expect(await contextOf(TAB)).toMatchObject({ generation: 2 });
});

test('asks the page when the tab shows another article than the kept one', async () => {
  await makeContext(TAB, article(2));
  expect(await contextOf(TAB)).toMatchObject({ article: { key: 'nos:1' } });
});

test('puts the content script into a tab that is older than the extension', async () => {
  world.listening = false;
  expect(await contextOf(TAB)).toMatchObject({ state: 'archived' });
  expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
});

test.each([
  ['a page that is no article', { url: 'https://nos.nl/teletekst' }, 'not-article'],
  ['a page of another site, whose address it may not see', { url: undefined }, 'not-article'],
  ['a page that is no article, without an archive', { url: 'https://nos.nl/teletekst', posts: 0 }, 'no-archive'],
  ['a page whose address it may not see', { url: undefined, allowed: false }, 'permission'],
  ['an article that it may not read', { allowed: false, listening: false }, 'permission'],
  ['an article, without an archive', { posts: 0 }, 'no-archive'],
])('says of %s: %s', async (_, given, state) => {
  Object.assign(world, given);
  expect(await contextOf(TAB)).toMatchObject({ state });
});

test('makes every context and badge again after an import', async () => {
  world.posts = 0;
  await makeContext(TAB, article(1));
  expect(world.badge).toBe('');
  Object.assign(world, { posts: 40, generation: 2 });
  await remakeContexts();
  expect(world.badge).toBe('1');
});

test('sets no badge after an import on a tab that has gone elsewhere', async () => {
  world.posts = 0;
  await makeContext(TAB, article(1));
  Object.assign(world, { posts: 40, url: undefined });
  await remakeContexts();
  expect(world.badge).toBe('');
  expect(world.kept).toEqual({});
});

test('tells an open popup of the next article, and that one was left', async () => {
  const seen: unknown[] = [];
  const stop = onKeptContext(TAB, (context) => seen.push(context && 'article' in context && context.article.key));
  await makeContext(TAB, article(2));
  await makeContext(8, article(3));
  await leaveArticle(TAB);
  stop();
  await makeContext(TAB, article(1));
  expect(seen).toEqual(['nos:2', null]);
});

test('drops what it keeps when there is no more room, and keeps the newest', async () => {
  await makeContext(8, article(3));
  const set = vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  await makeContext(TAB, article(2));
  set.mockRestore();
  expect(Object.keys(world.kept)).toEqual([`article:${TAB}`, `context:${TAB}`]);
});
