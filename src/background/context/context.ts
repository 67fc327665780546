import browser from 'webextension-polyfill';
import { answerFor, generation } from '../../archive/lookup/lookup.ts';
import type { Context, PageArticle } from '../../article/answers.ts';
import { recognisedKey } from '../../article/key.ts';
import { askPage } from '../../messages/channel.ts';
import { showBadge } from '../badge.ts';
import { forgetTab, keepArticle, keepContext, keptArticle, keptContext, keptTabs } from './kept.ts';

/** Looks an article up for a tab, keeps the answer and shows the badge, unless the tab has gone on to another meanwhile. */
export async function makeContext(tab: number, article: PageArticle): Promise<Context> {
  await keepArticle(tab, article);
  const { key, address, title } = article;
  const context: Context = { ...(await answerFor(article)), article: { key, address, title } };
  if ((await keptArticle(tab))?.key === key) {
    await keepContext(tab, context);
    await showBadge(tab, context);
  }
  return context;
}

/** What a tab is about, from what is kept where that is still true. */
export async function contextOf(tab: number): Promise<Context> {
  const current = await generation();
  const { url } = await browser.tabs.get(tab);
  const key = url ? recognisedKey(url) : null;
  const kept = await keptContext(tab);
  if (kept && 'article' in kept && kept.generation === current && key === kept.article.key) return kept;
  const article = await articleOf(tab, url, key);
  if (article === 'permission') return { state: 'permission' };
  if (article) return makeContext(tab, article);
  const { posts } = await answerFor({ key: '', address: '', title: '', paragraphs: [], published: null });
  return { state: posts === 0 ? 'no-archive' : 'not-article' };
}

/** The article of a tab: as the page shows it now, also when the tab is older than the extension. */
async function articleOf(tab: number, url: string | undefined, key: string | null): Promise<PageArticle | 'permission' | null> {
  if (!url) return (await mayReadNos()) ? null : 'permission';
  if (!key) return null;
  try {
    return await askPage(tab);
  } catch {
    // No content script listens: the tab was open before the extension was installed or allowed to read it.
  }
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: ['content.js'] });
    return await askPage(tab);
  } catch {
    return (await mayReadNos()) ? keptArticle(tab) : 'permission';
  }
}

const mayReadNos = () => browser.permissions.contains({ origins: browser.runtime.getManifest().host_permissions as string[] });

export async function leaveArticle(tab: number): Promise<void> {
  await forgetTab(tab);
  await showBadge(tab, { state: 'not-article' });
}

/** After an import or removal: the context and badge again of every tab that still shows the article kept of it. */
export async function remakeContexts(): Promise<void> {
  for (const tab of await keptTabs()) {
    const article = await keptArticle(tab);
    const shown = await browser.tabs
      .get(tab)
      .then(({ url }) => url && recognisedKey(url))
      .catch(() => null);
    if (!article || article.key !== shown) await forgetTab(tab);
    else await makeContext(tab, article).catch(() => forgetTab(tab));
  }
}
