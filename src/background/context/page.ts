import browser from 'webextension-polyfill';
import type { PageArticle } from '../../article/answers.ts';
import { askPage } from '../../messages/channel.ts';

/**
 * The article of a tab as its page shows it now, null for none; also where the tab is older than the extension, or on
 * another site and shown to the extension by a click.
 * @throws where the page may not or cannot be read
 */
export async function readPage(tab: number): Promise<PageArticle | null> {
  // Where no content script listens it is put there.
  const article = await askPage(tab).catch(() => putInto(tab, 'content.js', READING, 'moved.js').then(() => askPage(tab)));
  if (article && article.paragraphs.length > 0) return article;
  // Reading a page by its look alone takes a library that few pages need.
  return putInto(tab, 'readable.js').then(
    () => askPage(tab),
    () => article,
  );
}

const READING = 'reading.js';

/** Puts what reads articles beside the content script of a tab. */
export const bringReading = (tab: number): Promise<unknown> => putInto(tab, READING);

/** Puts scripts into the tabs that are open at some addresses. One that sleeps or shows an error gets them when it loads again. */
export async function putIntoOpen(url: string[], ...files: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url });
  await Promise.allSettled(tabs.map(({ id = -1 }) => putInto(id, ...files)));
}

const putInto = (tabId: number, ...files: string[]) => browser.scripting.executeScript({ target: { tabId }, files });
