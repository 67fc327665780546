import browser from 'webextension-polyfill';
import type { Answers, Request, RequestName } from './messages.ts';

/**
 * Asks the background. A background that is stopped while it answers is asked once more. Apart from `channel.ts`, so that a page that only
 * asks carries no validator of what is asked.
 */
export async function ask<Name extends RequestName>(name: Name, request: Request<Name>): Promise<Answers[Name]> {
  const message = { name, request };
  return browser.runtime.sendMessage(message).catch(() => browser.runtime.sendMessage(message)) as Promise<Answers[Name]>;
}
