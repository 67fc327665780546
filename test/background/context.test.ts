import { beforeEach, describe, expect, test, vi } from 'vitest';
import { closeTab, contextOf, leaveArticle, makeContext, remakeContexts } from '../../src/background/context/context.ts';
import { onKeptContext } from '../../src/background/context/kept.ts';

import { article, browser, lookup, put, TAB, world } from './context-world.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./context-world.ts')).browser }));
vi.mock('../../src/archive/lookup/lookup.ts', async () => (await import('./context-world.ts')).lookup);
vi.mock('../../src/archive/lookup/generation.ts', async () => (await import('./context-world.ts')).lookup);
vi.mock('../../src/archive/lookup/visits.ts', () => ({ ownVisits: async () => null }));

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
  answerA({ state: 'archived', version: { standing: [] }, versions: [1], generation: 1, textCount: 40 });
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
  answerA({ state: 'archived', version: { standing: [] }, versions: [1], generation: 1, textCount: 40 });
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
  expect(put()).toEqual(['content.js']);
});

test('asks a page again that had no text yet', async () => {
  lookup.answerFor.mockResolvedValueOnce({ state: 'none', reason: 'no-text', generation: 1, textCount: 40 });
  await makeContext(TAB, { ...article(1), paragraphs: [] });
  expect(await contextOf(TAB)).toMatchObject({ state: 'archived' });
});

test('asks a page again that had no text yet, of an archived article too', async () => {
  await makeContext(TAB, { ...article(1), title: '', paragraphs: [] });
  expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { title: 'Kop 1' } });
  expect(world.kept[`article:${TAB}`]).toMatchObject({ article: { paragraphs: ['Een alinea.'] } });
});

test('says that the page of an article exists no longer, and asks it no more', async () => {
  await makeContext(TAB, { ...article(1), title: '', paragraphs: [], isGone: true });
  expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { isGone: true } });
  expect(browser.tabs.sendMessage).not.toHaveBeenCalled();
});

test('asks a liveblog again that was kept a while ago', async () => {
  vi.useFakeTimers();
  await makeContext(TAB, { ...article(1), kind: 'liveblog' });
  await contextOf(TAB);
  expect(browser.tabs.sendMessage).not.toHaveBeenCalled();
  vi.advanceTimersByTime(120_000);
  await contextOf(TAB);
  vi.useRealTimers();
  expect(browser.tabs.sendMessage).toHaveBeenCalledOnce();
});

describe('a page that is still being loaded', () => {
  let load = (_: unknown) => {};
  beforeEach(() => {
    browser.tabs.sendMessage.mockImplementationOnce(() => new Promise((resolve) => (load = resolve)));
  });

  test('is shown by what the archive has of its address, and the rest once it can be read', async () => {
    world.url = 'https://nos.nl/artikel/2-dijk';
    expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { key: 'nos:2', title: '' } });
    expect(world.badge).toBe('2');
    load(article(2));
    await vi.waitFor(() => expect(world.kept[`context:${TAB}`]).toMatchObject({ article: { key: 'nos:2', title: 'Kop 2' } }));
  });

  test('is shown by what is kept of it, where something is', async () => {
    world.url = 'https://courant.example/archived';
    await makeContext(TAB, { ...article(1), key: 'url:courant.example/archived', address: world.url });
    lookup.answerFor.mockClear();
    expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { title: 'Kop 1' } });
    expect(lookup.answerFor).not.toHaveBeenCalled();
  });

  test('is waited for where the archive has nothing of its address', async () => {
    world.url = 'https://courant.example/dijk';
    const asked = contextOf(TAB);
    setTimeout(() => load({ ...article(3), key: 'url:courant.example/dijk', address: world.url }), 700);
    expect(await asked).toMatchObject({ state: 'none', article: { key: 'url:courant.example/dijk', title: 'Kop 3' } });
  });

  test('adds nothing where the tab has left it before it was loaded', async () => {
    world.url = 'https://nos.nl/l/2';
    await contextOf(TAB);
    world.url = 'https://nos.nl/nieuws';
    lookup.answerFor.mockClear();
    load(article(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lookup.answerFor).not.toHaveBeenCalled();
  });

  test('says nothing of an address that the tab has left meanwhile', async () => {
    world.url = 'https://nos.nl/l/2';
    const asked = contextOf(TAB);
    setTimeout(() => (world.url = 'https://nos.nl/l/1'), 100);
    setTimeout(() => load(article(1)), 700);
    expect(await asked).toMatchObject({ article: { key: 'nos:1' } });
    await vi.waitFor(() => expect(world.badge).toBe('1'));
  });
});

describe('after a walk to another article and back', () => {
  test('shows the first again, though the answer on the other comes last', async () => {
    let answerB = (_: unknown) => {};
    await makeContext(TAB, article(1));
    await leaveArticle(TAB);
    lookup.answerFor.mockImplementationOnce(() => new Promise((resolve) => (answerB = resolve)));
    const late = makeContext(TAB, article(2));
    await vi.waitFor(() => expect(lookup.answerFor).toHaveBeenCalledTimes(2));
    await leaveArticle(TAB);
    await makeContext(TAB, article(1));
    answerB({ state: 'archived', version: { standing: [] }, versions: [1, 2], generation: 1, textCount: 40 });
    await late;
    expect(world.badge).toBe('1');
    expect(world.kept[`context:${TAB}`]).toMatchObject({ article: { key: 'nos:1' } });
    expect(world.kept[`article:${TAB}`]).toMatchObject({ article: { key: 'nos:1' } });
  });

  test('does not take what the page said before the walk for what it says now', async () => {
    let say = (_: unknown) => {};
    browser.tabs.sendMessage.mockImplementationOnce(() => new Promise((resolve) => (say = resolve)));
    const asked = contextOf(TAB);
    await vi.waitFor(() => expect(browser.tabs.sendMessage).toHaveBeenCalled());
    world.url = 'https://nos.nl/l/2';
    await makeContext(TAB, article(2));
    say(article(1));
    expect(await asked).toMatchObject({ article: { key: 'nos:2' } });
    expect(world.badge).toBe('2');
  });
});

test('sets no badge on a tab that has left for a site it may not see', async () => {
  world.url = undefined;
  await makeContext(TAB, article(2));
  expect(world.badge).toBe('');
});

test.each([
  ['a page that is no article', { url: 'https://nos.nl/teletekst' }, 'not-article'],
  ['a page of another site, whose address it may not see', { url: undefined }, 'not-article'],
  ['a page that is no article, without an archive', { url: 'https://nos.nl/teletekst', textCount: 0 }, 'no-archive'],
  ['a page whose address it may not see', { url: undefined, allowed: false }, 'permission'],
  ['an article that it may not read', { allowed: false, listening: false }, 'permission'],
  ['an article, without an archive', { textCount: 0 }, 'no-archive'],
])('says of %s: %s', async (_, given, state) => {
  Object.assign(world, given);
  expect(await contextOf(TAB)).toMatchObject({ state });
});

test('makes every context and badge again after an import', async () => {
  world.textCount = 0;
  await makeContext(TAB, article(1));
  expect(world.badge).toBe('');
  Object.assign(world, { textCount: 40, generation: 2 });
  await remakeContexts();
  expect(world.badge).toBe('1');
});

test('sets no badge after an import on a tab that has gone elsewhere', async () => {
  world.textCount = 0;
  await makeContext(TAB, article(1));
  Object.assign(world, { textCount: 40, url: undefined });
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

test('forgets the tabs that were filled longest ago when there is no more room', async () => {
  vi.useFakeTimers();
  for (const tab of [1, 2, 3, 4]) {
    vi.advanceTimersByTime(1000);
    await makeContext(tab, article(3));
  }
  vi.advanceTimersByTime(1000);
  await makeContext(1, article(2));
  const set = vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  await makeContext(TAB, article(2));
  set.mockRestore();
  vi.useRealTimers();
  expect(Object.keys(world.kept).sort()).toEqual(['article:1', 'article:4', `article:${TAB}`, 'context:1', 'context:4', `context:${TAB}`]);
});

test('keeps at most 50 kB of a tab', async () => {
  const paragraphs = Array.from({ length: 400 }, (_, i) => `${i} ${'é'.repeat(100)}`);
  await makeContext(TAB, { ...article(2), paragraphs });
  expect(new TextEncoder().encode(JSON.stringify(world.kept)).length).toBeLessThan(50_000);
  expect((world.kept[`article:${TAB}`] as { article: { paragraphs: string[] } }).article.paragraphs[0]).toBe(paragraphs[0]);
  lookup.answerFor.mockResolvedValueOnce({
    state: 'archived',
    version: { standing: [] },
    versions: [{ title: 'x'.repeat(60_000) }],
    generation: 1,
    textCount: 40,
  });
  expect(await makeContext(TAB, article(3))).toMatchObject({ state: 'archived' });
  expect(world.kept[`context:${TAB}`]).toBeUndefined();
});

test('forgets a tab that is closed, and what was still being looked up for it', async () => {
  let answerA = (_: unknown) => {};
  lookup.answerFor.mockImplementationOnce(() => new Promise((resolve) => (answerA = resolve)));
  const late = makeContext(TAB, article(1));
  await vi.waitFor(() => expect(lookup.answerFor).toHaveBeenCalled());
  await closeTab(TAB);
  answerA({ state: 'archived', version: { standing: [] }, versions: [1], generation: 1, textCount: 40 });
  await late;
  expect(world.kept).toEqual({});
});

describe('an article that is older than the reader’s own archive may become', () => {
  const YEAR = 365.25 * 24 * 3_600_000;
  const old = { ...article(0), published: Date.now() - 1.5 * YEAR };

  test.each([
    ['too-old', '1-year', {}],
    [undefined, '2-years', {}],
    [undefined, 'none', {}],
    [undefined, '100-mb', {}],
    [undefined, '1-year', { published: null }],
    // A liveblog is kept as it is now, unless it says when it was last changed.
    [undefined, '1-year', { kind: 'liveblog' as const }],
    ['too-old', '1-year', { kind: 'liveblog' as const, modified: old.published }],
    // The archive has it already: what is kept now is a later version.
    [undefined, '1-year', article(1)],
  ])('is said not to be kept before the reader asks for it: %s with a limit of %s, of %j', async (notKept, ownLimit, changed) => {
    world.settings = { ownLimit };
    const context = await makeContext(TAB, { ...old, ...changed });
    expect((context as { article: { notKept?: string } }).article.notKept).toBe(notKept);
  });
});
