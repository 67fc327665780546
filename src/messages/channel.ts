import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { isWatched } from '../article/addresses.ts';
import {
  type Answers,
  PageArticleSchema,
  READ_ARTICLE,
  REQUESTS,
  type ReadArticleAnswer,
  type Request,
  type RequestName,
} from './messages.ts';

export type Handlers = { [Name in RequestName]: (request: Request<Name>, sender: Runtime.MessageSender) => Promise<Answers[Name]> };

/** Answers messages that have a known name, an allowed sender and the right shape; all others get no answer. */
export function answerWith(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const name = isNamed(message) && Object.hasOwn(REQUESTS, message.name) ? (message.name as RequestName) : null;
    if (!name || !mayFrom(REQUESTS[name].from, sender)) return undefined;
    const request = v.safeParse(REQUESTS[name].request, (message as { request?: unknown }).request);
    if (!request.success) return undefined;
    const handler = handlers[name] as (request: unknown, sender: Runtime.MessageSender) => Promise<unknown>;
    return handler(request.output, sender);
  });
}

const isNamed = (message: unknown): message is { name: string } =>
  typeof message === 'object' && message !== null && typeof (message as { name?: unknown }).name === 'string';

function mayFrom(from: 'content' | 'pages', sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const url = sender.url ?? '';
  if (from === 'pages') return url.startsWith(browser.runtime.getURL(''));
  return sender.tab?.id !== undefined && sender.frameId === 0 && isOfNews(url);
}

/** On other sites a content script only answers: what a page there says unasked, even in its name, counts for nothing. */
const isOfNews = (url: string): boolean => /^https?:/.test(url) && isWatched(new URL(url).hostname);

/** Asks a tab's content script for its article. @throws where no content script listens */
export async function askPage(tab: number): Promise<ReadArticleAnswer> {
  return v.parse(v.nullable(PageArticleSchema), await browser.tabs.sendMessage(tab, READ_ARTICLE, { frameId: 0 }));
}
