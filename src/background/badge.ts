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
