import browser from 'webextension-polyfill';
import type { Context } from '../article/answers.ts';

/** Shows the number of archived versions at the toolbar button; empty when the article is not archived. */
export async function showBadge(tabId: number, context: Context): Promise<void> {
  const text = context.state === 'archived' ? String(context.versions.length) : '';
  // A tab that was closed meanwhile has no badge to set.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#14595c' }),
  ]).catch(() => undefined);
}

/** How long a badge shows what came of a command, in milliseconds. */
const MOMENT = 2000;

/** Shows for a moment whether a page was kept. A background stopped meanwhile leaves the badge until the tab's next article. */
export async function showKept(tabId: number, isKept: boolean): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: isKept ? '✓' : '✗' }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, MOMENT));
}
