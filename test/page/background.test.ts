import { beforeEach, expect, test, vi } from 'vitest';
import type { PageArticle } from '../../src/article/answers.ts';
import { answerForPage, tell } from '../../src/page/content/background.ts';

type Listener = (message: unknown, sender: { id?: string }, answer: (article: unknown) => void) => boolean;

const runtime = {
  id: 'terugblik@leestmeer' as string | undefined,
  sendMessage: vi.fn(),
  onMessage: { addListener: vi.fn() },
};

beforeEach(() => {
  runtime.id = 'terugblik@leestmeer';
  runtime.sendMessage.mockReset().mockResolvedValue(null);
  runtime.onMessage.addListener.mockReset();
  vi.stubGlobal('chrome', { runtime });
});

/** Asks the page as another context of a browser does. */
function asked(read: () => Promise<PageArticle | null>, message: unknown, id: string | undefined) {
  answerForPage(read);
  const listen = runtime.onMessage.addListener.mock.lastCall?.[0] as Listener;
  const answers: unknown[] = [];
  return { willAnswer: listen(message, id ? { id } : {}, (answer) => answers.push(answer)), answers };
}

test('tells once more what the background did not hear because it was stopped', async () => {
  runtime.sendMessage.mockRejectedValueOnce(new Error('message port closed'));
  await tell('article-left', {});
  expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
  expect(runtime.sendMessage).toHaveBeenLastCalledWith({ name: 'article-left', request: {} });
});

test('does not repeat what is overtaken by newer, as it would be taken for the newest', async () => {
  let fail = (_: Error) => {};
  runtime.sendMessage.mockImplementationOnce(() => new Promise((_, reject) => (fail = reject)));
  const old = tell('article-left', {});
  await tell('article-left', {});
  fail(new Error('message port closed'));
  await old;
  expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
});

test('fails under a page that outlived the extension', async () => {
  runtime.id = undefined;
  await expect(tell('article-left', {})).rejects.toThrow();
  vi.stubGlobal('chrome', {});
  await expect(tell('article-left', {})).rejects.toThrow();
  expect(runtime.sendMessage).not.toHaveBeenCalled();
});

test('takes the API that the browser has', async () => {
  vi.stubGlobal('browser', { runtime });
  vi.stubGlobal('chrome', undefined);
  await tell('article-left', {});
  expect(runtime.sendMessage).toHaveBeenCalledOnce();
  vi.stubGlobal('browser', undefined);
});

test('answers with the article, later', async () => {
  const { willAnswer, answers } = asked(async () => null, 'read-article', runtime.id);
  expect(willAnswer).toBe(true);
  await vi.waitFor(() => expect(answers).toEqual([null]));
});

test.each([
  ['another extension', 'read-article', 'other@example.org'],
  ['nobody', 'read-article', undefined],
  ['itself about something else', 'anything', 'terugblik@leestmeer'],
])('gives no answer to %s', (_, message, id) => {
  const read = vi.fn();
  expect(asked(read, message, id).willAnswer).toBe(false);
  expect(read).not.toHaveBeenCalled();
});
