import browser, { type Storage } from 'webextension-polyfill';
import type { Context, PageArticle } from '../../article/answers.ts';

/** What is kept of a tab while the browser runs, so that a stopped background loses nothing: in `storage.session` only. */
const articleName = (tab: number) => `article:${tab}`;
const contextName = (tab: number) => `context:${tab}`;

export async function keptContext(tab: number): Promise<Context | null> {
  return ((await browser.storage.session.get(contextName(tab)))[contextName(tab)] as Context | undefined) ?? null;
}

export async function keptArticle(tab: number): Promise<PageArticle | null> {
  return ((await browser.storage.session.get(articleName(tab)))[articleName(tab)] as PageArticle | undefined) ?? null;
}

export const keepArticle = (tab: number, article: PageArticle) => keep(articleName(tab), article);
export const keepContext = (tab: number, context: Context) => keep(contextName(tab), context);

/** The store holds 10 MB; when it is full everything kept is dropped, as all of it can be made again. */
async function keep(name: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [name]: value }).catch(async () => {
    await browser.storage.session.clear();
    await browser.storage.session.set({ [name]: value });
  });
}

export const forgetTab = (tab: number): Promise<void> => browser.storage.session.remove([articleName(tab), contextName(tab)]);

/** Calls back with each context kept of a tab from now on, null when it is forgotten. Gives a function that ends it. */
export function onKeptContext(tab: number, changed: (context: Context | null) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>) => {
    const change = changes[contextName(tab)];
    if (change) changed((change.newValue as Context | undefined) ?? null);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** The tabs of which an article is kept. */
export async function keptTabs(): Promise<number[]> {
  const names = Object.keys(await browser.storage.session.get(null));
  return names.flatMap((name) => (name.startsWith('article:') ? [Number(name.slice('article:'.length))] : []));
}
