import browser, { type Storage } from 'webextension-polyfill';
import type { Context, PageArticle } from '../../article/answers.ts';

/**
 * What is kept of a tab while the browser runs, so that a stopped background loses nothing: in `storage.session` only,
 * which holds 10 MB. Of one tab at most 50 kB is kept; when it is full the tabs go that were filled longest ago.
 */
const articleName = (tab: number) => `article:${tab}`;
const contextName = (tab: number) => `context:${tab}`;
const tabOf = (name: string): number | null => Number(/^(?:article|context):(\d+)$/.exec(name)?.[1] ?? Number.NaN) || null;

/** Bytes as JSON, which is what the browsers count. */
const MOST_OF_TAB = 50_000;
const MOST_OF_ARTICLE = 32_000;

interface KeptArticle {
  article: PageArticle;
  at: number;
}

export async function keptContext(tab: number): Promise<Context | null> {
  return ((await browser.storage.session.get(contextName(tab)))[contextName(tab)] as Context | undefined) ?? null;
}

const keptOf = async (tab: number): Promise<KeptArticle | undefined> =>
  (await browser.storage.session.get(articleName(tab)))[articleName(tab)] as KeptArticle | undefined;

export const keptArticle = async (tab: number): Promise<PageArticle | null> => (await keptOf(tab))?.article ?? null;

/** For this long a liveblog is taken to be as it was when it was kept, in milliseconds. */
const LIVE = 60_000;

/** Whether the article kept of a tab may have gone on since: a liveblog has, and a page without text may have drawn it. */
export async function hasGoneOn(tab: number): Promise<boolean> {
  const kept = await keptOf(tab);
  if (!kept || (kept.article.paragraphs.length === 0 && !kept.article.isGone)) return true;
  return kept.article.kind === 'liveblog' && Date.now() - kept.at > LIVE;
}

/** Whether an article is told as it is kept of a tab. */
export async function isAsKept(tab: number, article: PageArticle): Promise<boolean> {
  const kept = await keptArticle(tab);
  const { title, paragraphs } = cut(article);
  return kept !== null && title === kept.title && paragraphs.join('\n') === kept.paragraphs.join('\n');
}

/** Notes an article, or the beginning of a long one: it says what to look up again when the archive changes. */
export const noteArticle = (tab: number, article: PageArticle): Promise<void> =>
  keep(articleName(tab), { article: cut(article), at: Date.now() } satisfies KeptArticle);

function cut(article: PageArticle): PageArticle {
  const paragraphs = [...article.paragraphs];
  while (paragraphs.length > 0 && sizeOf({ ...article, paragraphs }) > MOST_OF_ARTICLE)
    paragraphs.splice(Math.floor(paragraphs.length / 2));
  return { ...article, paragraphs };
}

/** Notes the context of an article; one that is too large is made again whenever it is asked for. */
export async function noteContext(tab: number, context: Context, article: PageArticle): Promise<void> {
  const left = MOST_OF_TAB - Math.min(MOST_OF_ARTICLE, sizeOf(article));
  if (sizeOf(context) <= left) await keep(contextName(tab), context);
  else await browser.storage.session.remove([contextName(tab)]);
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

async function keep(name: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [name]: value }).catch(async () => {
    await forgetOldest(name);
    await browser.storage.session.set({ [name]: value });
  });
}

/** Makes room: half of the tabs are forgotten, but not the one that is being kept. */
async function forgetOldest(name: string): Promise<void> {
  const all = await browser.storage.session.get(null);
  const names = Object.keys(all).filter((one) => tabOf(one) !== null && tabOf(one) !== tabOf(name));
  const filledAt = (one: string) => (all[articleName(tabOf(one) ?? 0)] as KeptArticle | undefined)?.at ?? 0;
  names.sort((a, b) => filledAt(a) - filledAt(b));
  await browser.storage.session.remove(names.slice(0, Math.ceil(names.length / 2)));
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
  return names.flatMap((name) => (name.startsWith('article:') ? (tabOf(name) ?? []) : []));
}
