import { beforeEach, describe, expect, test, vi } from 'vitest';
import { articleOf, contextOf, makeContext } from '../../src/background/context/context.ts';

import { article, browser, lookup, put, TAB, world } from './context-world.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./context-world.ts')).browser }));
vi.mock('../../src/archive/lookup/lookup.ts', async () => (await import('./context-world.ts')).lookup);
vi.mock('../../src/archive/lookup/generation.ts', async () => (await import('./context-world.ts')).lookup);
vi.mock('../../src/archive/lookup/visits.ts', () => ({ ownVisits: async () => null }));

describe('on a page of another site, which the reader handed over by a click', () => {
  const courant = { ...article(0), key: 'url:courant.example/dijk', address: 'https://courant.example/dijk' };
  beforeEach(() => {
    Object.assign(world, { url: courant.address, title: 'Uit het tabblad', listening: false });
    browser.tabs.sendMessage.mockImplementation(async () => {
      if (!world.listening) throw new Error('Receiving end does not exist');
      return courant;
    });
  });

  test('shows what is known of its article', async () => {
    expect(await contextOf(TAB)).toMatchObject({ state: 'none', reason: 'absent', article: { key: courant.key } });
    expect(put()).toEqual(['content.js']);
  });

  test('answers again from what is kept, also under another form of its address', async () => {
    await contextOf(TAB);
    lookup.answerFor.mockClear();
    world.url = 'https://www.courant.example/dijk?utm_source=x';
    expect(await contextOf(TAB)).toMatchObject({ article: { key: courant.key } });
    expect(lookup.answerFor).not.toHaveBeenCalled();
  });

  test('reads its page at every click, as nobody tells what became of it', async () => {
    await contextOf(TAB);
    const paragraphs = ['Een alinea.', 'En nog een.'];
    for (const changed of [{ title: 'Anders' }, { title: 'Anders', paragraphs }]) {
      browser.tabs.sendMessage.mockResolvedValue({ ...courant, ...changed });
      lookup.answerFor.mockClear();
      await contextOf(TAB);
      expect(lookup.answerFor).toHaveBeenCalledOnce();
      expect(world.kept[`article:${TAB}`]).toMatchObject({ article: changed });
      await vi.waitFor(() => expect(world.kept[`context:${TAB}`]).toMatchObject({ article: { title: 'Anders' } }));
    }
  });

  test('takes a long article, of which the beginning is kept, for the same while that is', async () => {
    const long = { ...courant, paragraphs: Array.from({ length: 400 }, (_, i) => `${i} ${'é'.repeat(100)}`) };
    browser.tabs.sendMessage.mockResolvedValue(long);
    await contextOf(TAB);
    await vi.waitFor(() => expect(world.kept[`context:${TAB}`]).toBeDefined());
    lookup.answerFor.mockClear();
    await contextOf(TAB);
    expect(lookup.answerFor).not.toHaveBeenCalled();
  });

  test('answers from what is kept where the page can not be read any more', async () => {
    await contextOf(TAB);
    lookup.answerFor.mockClear();
    Object.assign(world, { listening: false });
    browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
    expect(await contextOf(TAB)).toMatchObject({ article: { key: courant.key } });
    expect(lookup.answerFor).not.toHaveBeenCalled();
  });

  test('shows the number of versions at the button again, which the browser takes away when the page is loaded anew', async () => {
    const archived = { ...courant, key: 'url:courant.example/archived', address: 'https://courant.example/archived' };
    world.url = archived.address;
    browser.tabs.sendMessage.mockResolvedValue(archived);
    await contextOf(TAB);
    await vi.waitFor(() => expect(world.badge).toBe('1'));
    world.badge = '';
    await contextOf(TAB);
    expect(world.badge).toBe('1');
  });

  test('takes the number away on a page of the same site that is no article', async () => {
    world.url = 'https://courant.example/archived';
    browser.tabs.sendMessage.mockResolvedValue(null);
    await contextOf(TAB);
    expect(world.badge).toBe('1');
    world.url = 'https://courant.example/contact';
    expect(await contextOf(TAB)).toEqual({ state: 'not-article' });
    expect(world.badge).toBe('');
    expect(world.kept).toEqual({});
  });

  test('reads a page by its look only where it says nothing of itself', async () => {
    browser.tabs.sendMessage.mockResolvedValueOnce(null).mockResolvedValueOnce(courant);
    expect(await contextOf(TAB)).toMatchObject({ article: { key: courant.key } });
    expect(put()).toEqual(['readable.js']);
  });

  test('says that it is no article', async () => {
    browser.tabs.sendMessage.mockResolvedValue(null);
    expect(await contextOf(TAB)).toEqual({ state: 'not-article' });
    expect(world.kept).toEqual({});
  });

  test('takes a page for an article all the same when it is archived', async () => {
    world.url = 'https://courant.example/archived';
    browser.tabs.sendMessage.mockResolvedValue(null);
    expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { title: 'Uit het tabblad' } });
    expect(world.badge).toBe('1');
  });

  test('knows an archived page that no extension may read', async () => {
    world.url = 'https://courant.example/archived';
    browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
    expect(await contextOf(TAB)).toMatchObject({ state: 'archived' });
  });

  test('knows by its address an article whose page could not be loaded, and says what was not found', async () => {
    world.url = 'https://www.ad.nl/binnenland/dijk~a1b2c3d4/';
    world.title = 'www.ad.nl';
    browser.scripting.executeScript.mockRejectedValueOnce(new Error('Frame with ID 0 is showing error page'));
    world.listening = false;
    expect(await contextOf(TAB)).toMatchObject({ state: 'none', article: { key: 'ad:a1b2c3d4', title: '' } });
  });

  test.each(['chrome://extensions/', 'about:addons', 'file:///home/x/a.html'])('asks no page at %s', async (url) => {
    world.url = url;
    expect(await contextOf(TAB)).toEqual({ state: 'not-article' });
    expect(browser.tabs.sendMessage).not.toHaveBeenCalled();
  });
});

test('knows an article in the reader view of Firefox as it was read before', async () => {
  world.url = 'https://nos.nl/l/1';
  await makeContext(TAB, article(1));
  world.url = 'about:reader?url=https%3A%2F%2Fnos.nl%2Fl%2F1';
  browser.scripting.executeScript.mockRejectedValueOnce(new Error('Missing host permission for the tab'));
  world.listening = false;
  expect(await articleOf(TAB, world.url)).toEqual(article(1));
});

test('shows an article in the reader view of Firefox, whose page no script may read', async () => {
  Object.assign(world, { url: 'about:reader?url=https%3A%2F%2Fnos.nl%2Fl%2F2', title: 'Dijk', listening: false });
  browser.scripting.executeScript.mockRejectedValueOnce(new Error('Missing host permission for the tab'));
  expect(await contextOf(TAB)).toMatchObject({ state: 'archived', article: { key: 'nos:2', title: 'Dijk' } });
});
