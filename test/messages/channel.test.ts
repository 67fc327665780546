import { beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { answerWith, ask, askPage, type Handlers } from '../../src/messages/channel.ts';

type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined;

const { browser, listeners } = vi.hoisted(() => {
  const listeners: unknown[] = [];
  const browser = {
    runtime: {
      id: 'terugblik@leestmeer',
      getURL: (path: string) => `moz-extension://ours/${path}`,
      onMessage: { addListener: (listener: unknown) => listeners.push(listener) },
      sendMessage: vi.fn(),
    },
    tabs: { sendMessage: vi.fn() },
  };
  return { browser, listeners };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

const article = {
  key: 'nos:1',
  address: 'https://nos.nl/l/1',
  title: 'T',
  paragraphs: ['P'],
  published: null,
  modified: null,
  keywords: [],
  kind: 'article',
};
const tab = { id: 7 } as NonNullable<Runtime.MessageSender['tab']>;
const CONTENT: Runtime.MessageSender = { id: browser.runtime.id, url: 'https://nos.nl/l/1', tab, frameId: 0 };
const PAGE: Runtime.MessageSender = { id: browser.runtime.id, url: 'moz-extension://ours/popup.html' };
const SHOWN = { name: 'article-shown', request: { article } };
const CONTEXT = { name: 'context', request: { tab: 7 } };

const called: string[] = [];
const answer = (message: unknown, sender: Runtime.MessageSender) => (listeners[0] as Listener)(message, sender);

beforeEach(() => {
  listeners.length = 0;
  called.length = 0;
  browser.runtime.sendMessage.mockReset();
  browser.tabs.sendMessage.mockReset();
  const note = (name: string) => async () => {
    called.push(name);
    return null as never;
  };
  const names = ['article-shown', 'article-left', 'context', 'archive-changed'] as const;
  answerWith(Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Handlers);
});

test('answers a content script that shows an article', async () => {
  await expect(answer(SHOWN, CONTENT)).resolves.toBeNull();
  expect(called).toEqual(['article-shown']);
});

test('answers a page of our own, also one opened in a tab', async () => {
  await answer(CONTEXT, PAGE);
  await answer(CONTEXT, { ...PAGE, tab, frameId: 0 });
  expect(called).toEqual(['context', 'context']);
});

test.each([
  ['another extension', SHOWN, { ...CONTENT, id: 'other@example.org' }],
  ['nobody', SHOWN, {}],
  ['a content script in a frame', SHOWN, { ...CONTENT, frameId: 3 }],
  ['a content script without a tab', SHOWN, { id: browser.runtime.id, url: 'https://nos.nl/l/1', frameId: 0 }],
  ['a content script that asks what only pages may', CONTEXT, CONTENT],
  ['a content script that says the archive changed', { name: 'archive-changed', request: {} }, CONTENT],
  ['a page that says what only content scripts may', SHOWN, { ...PAGE, tab, frameId: 0 }],
  ['an address that only begins like ours', CONTEXT, { ...PAGE, url: 'https://example.org/?moz-extension://ours/' }],
])('gives no answer to %s', (_, message, sender) => {
  expect(answer(message, sender as Runtime.MessageSender)).toBeUndefined();
  expect(called).toEqual([]);
});

test.each([
  ['a text', 'context'],
  ['nothing', null],
  ['an unknown name', { name: 'everything', request: {} }],
  ['the name of a method of all objects', { name: 'toString', request: {} }],
  ['a name that is no text', { name: 3, request: {} }],
  ['no request', { name: 'context' }],
  ['a tab that is no number', { name: 'context', request: { tab: '7' } }],
  ['a tab that is no whole number', { name: 'context', request: { tab: 7.5 } }],
])('gives no answer to a message that is %s', (_, message) => {
  expect(answer(message, PAGE)).toBeUndefined();
  expect(called).toEqual([]);
});

test.each([
  ['no key', { ...article, key: undefined }],
  ['a title over the bound', { ...article, title: 'x'.repeat(1001) }],
  ['paragraphs that are no list', { ...article, paragraphs: 'P' }],
  ['too many paragraphs', { ...article, paragraphs: Array(2001).fill('') }],
  ['a date that is none', { ...article, published: Number.NaN }],
])('gives no answer to an article with %s', (_, broken) => {
  expect(answer({ name: 'article-shown', request: { article: broken } }, CONTENT)).toBeUndefined();
});

test('hands over only the fields it knows', async () => {
  const shown = vi.fn(async () => null);
  listeners.length = 0;
  answerWith({ 'article-shown': shown } as unknown as Handlers);
  await answer({ name: 'article-shown', request: { article: { ...article, more: 1 }, more: 1 } }, CONTENT);
  expect(shown).toHaveBeenCalledWith({ article }, CONTENT);
});

test('asks once more when the background stops while it answers', async () => {
  browser.runtime.sendMessage.mockRejectedValueOnce(new Error('message port closed')).mockResolvedValueOnce({ state: 'not-article' });
  await expect(ask('context', { tab: 7 })).resolves.toEqual({ state: 'not-article' });
  expect(browser.runtime.sendMessage).toHaveBeenCalledTimes(2);
});

test('fails when the background does not answer twice', async () => {
  browser.runtime.sendMessage.mockRejectedValue(new Error('gone'));
  await expect(ask('context', { tab: 7 })).rejects.toThrow('gone');
});

test('asks the main frame of a page for its article', async () => {
  browser.tabs.sendMessage.mockResolvedValueOnce(article);
  await expect(askPage(7)).resolves.toEqual(article);
  expect(browser.tabs.sendMessage).toHaveBeenCalledWith(7, 'read-article', { frameId: 0 });
});

test('refuses an article of the wrong shape from a page', async () => {
  browser.tabs.sendMessage.mockResolvedValueOnce({ ...article, title: 3 });
  await expect(askPage(7)).rejects.toThrow();
});
