import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { ask } from '../../src/messages/ask.ts';
import { answerWith, askPage, type Handlers } from '../../src/messages/channel.ts';
import { REQUESTS, type Request, type RequestName } from '../../src/messages/messages.ts';

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
  answerWith(Object.fromEntries(Object.keys(REQUESTS).map((name) => [name, note(name)])) as unknown as Handlers);
});

/** Of every message one that is right, and what may stand in none. */
const RIGHT: { [Name in RequestName]: { request: Request<Name>; wrong: unknown[] } } = {
  'article-shown': {
    request: { article } as Request<'article-shown'>,
    wrong: [{}, { article: null }, { article: { ...article, key: 1 } }],
  },
  'article-left': { request: {}, wrong: [] },
  'reading-wanted': { request: {}, wrong: [] },
  'article-read': {
    request: { article, isVisit: true } as Request<'article-read'>,
    wrong: [{ article }, { article, isVisit: 1 }, { article: { ...article, kind: 'other' }, isVisit: true }],
  },
  keep: { request: { tab: 7 }, wrong: [{}, { tab: '7' }, { tab: 7.5 }, { tab: null }] },
  'following-changed': { request: {}, wrong: [] },
  'archived-counts': {
    request: { keys: ['nos:1'] },
    wrong: [{}, { keys: 'nos:1' }, { keys: [1] }, { keys: Array(101).fill('nos:1') }, { keys: ['x'.repeat(2001)] }],
  },
  context: { request: { tab: 7 }, wrong: [{}, { tab: '7' }, { tab: [7] }] },
  'shared-words': {
    request: { tab: 7, item: 'nos:1' },
    wrong: [{}, { tab: 7 }, { tab: 7, item: 1 }, { tab: '7', item: 'nos:1' }, { tab: 7, item: 'x'.repeat(2001) }],
  },
  'archive-changed': { request: {}, wrong: [] },
};
const OUTSIDERS: [string, Runtime.MessageSender][] = [
  ['another extension', { ...PAGE, id: 'other@example.org' }],
  ['another extension’s content script', { ...CONTENT, id: 'other@example.org' }],
  ['a content script in a frame', { ...CONTENT, frameId: 3 }],
  ['a content script on another site', { ...CONTENT, url: 'https://example.org/' }],
  ['a content script on a site named like ours', { ...CONTENT, url: 'https://nos.nl.example.org/' }],
  ['a content script in a file', { ...CONTENT, url: 'file:///nos.nl/l/1' }],
  ['a page named like ours', { ...PAGE, url: 'moz-extension://ours.example.org/popup.html' }],
  ['a sender without address', { id: browser.runtime.id, tab, frameId: 0 }],
  ['nobody', {}],
];

describe.each(Object.entries(RIGHT))('the message %s', (name, { request, wrong }) => {
  const { from } = REQUESTS[name as RequestName];
  const [allowed, other] = from === 'pages' ? [PAGE, CONTENT] : [CONTENT, PAGE];

  test(`is answered when ${from === 'pages' ? 'a page of ours' : 'a content script'} sends it in its shape`, async () => {
    await answer({ name, request }, allowed);
    expect(called).toEqual([name]);
  });

  test('is answered for no one else', () => {
    for (const sender of [other, ...OUTSIDERS.map(([, one]) => one)]) expect(answer({ name, request }, sender)).toBeUndefined();
    expect(called).toEqual([]);
  });

  test('is not answered in another shape', () => {
    for (const shape of [undefined, null, 3, 'text', ...wrong]) expect(answer({ name, request: shape }, allowed)).toBeUndefined();
    expect(called).toEqual([]);
  });
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
  ['a content script without a tab', SHOWN, { id: browser.runtime.id, url: 'https://nos.nl/l/1', frameId: 0 }],
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
