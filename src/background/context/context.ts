import browser from 'webextension-polyfill';
import { generation } from '../../archive/lookup/generation.ts';
import { answerFor } from '../../archive/lookup/lookup.ts';
import { ownVisits } from '../../archive/lookup/visits.ts';
import { isWatched } from '../../article/addresses.ts';
import type { Context, PageArticle } from '../../article/answers.ts';
import { addressKey, isNoArticle, recognisedKey } from '../../article/key.ts';
import { withoutText } from '../../article/without-text.ts';
import { mayReadNews } from '../../settings/hosts.ts';
import { readSettings } from '../../settings/settings.ts';
import { showBadge } from '../badge.ts';
import { pageToKeep } from '../capture/page-to-keep.ts';
import { whyNotKept } from '../capture/why-not-kept.ts';
import { fitted } from './fitted.ts';
import { isAbout } from './is-about.ts';
import { forgetTab, hasGoneOn, isAsKept, keptArticle, keptContext, keptTabs, noteArticle, noteContext } from './kept.ts';
import { readPage } from './page.ts';

/**
 * How many times each tab was heard of. Work begun before the last time is dropped, as the tab may have gone on, and back, meanwhile.
 * When the background is stopped, that work is gone together with these numbers.
 */
const turns = new Map<number, number>();
const turnOf = (tab: number) => turns.get(tab) ?? 0;

function nextTurn(tab: number): () => boolean {
  const turn = turnOf(tab) + 1;
  turns.set(tab, turn);
  return () => turnOf(tab) === turn;
}

/** Looks an article up for a tab, keeps the answer and shows the badge, unless more was heard of the tab meanwhile. */
export async function makeContext(tab: number, article: PageArticle): Promise<Context> {
  const { context, kept } = await answered(tab, article);
  await kept;
  return context;
}

/** The same, but returns the context as soon as it is there: `kept` resolves when it is kept, and shown by the badge, too. */
async function answered(tab: number, article: PageArticle): Promise<{ context: Context; kept: Promise<void> }> {
  const isNewest = nextTurn(tab);
  const { key, address, title, published, isGone, isTranslated } = article;
  const asked = Promise.all([answerFor(article), ownVisits(key), readSettings()]);
  const articleKept = noteArticle(tab, article);
  articleKept.catch(() => undefined);
  const [answer, visits, settings] = await asked;
  const notKept = answer.state === 'archived' ? null : whyNotKept(pageToKeep(article), settings, Date.now());
  const context: Context = {
    ...fitted(answer, visits),
    article: {
      key,
      address,
      title,
      published,
      ...(isGone && { isGone }),
      ...(isTranslated && { isTranslated }),
      ...(notKept && { notKept }),
    },
  };
  const keep = async () => {
    await articleKept;
    if (isNewest()) await noteContext(tab, context, article);
    // A tab whose address is not to be seen has left for another site.
    const url = await urlOf(tab);
    if (isNewest() && url) await showBadge(tab, context);
  };
  return { context, kept: keep() };
}

/** The address of a tab, where it may be seen and the tab still is. */
const urlOf = (tab: number): Promise<string | undefined> =>
  browser.tabs.get(tab).then(
    ({ url }) => url,
    () => undefined,
  );

/** What a tab is about, from what is kept where that is still true. */
export async function contextOf(tab: number): Promise<Context> {
  const turn = turnOf(tab);
  const [{ url, title }, kept, isOld] = await Promise.all([browser.tabs.get(tab), keptContext(tab), hasGoneOn(tab)]);
  const known = kept && url && isAbout(kept, url) && kept.generation === (await generation()) ? kept : null;
  const isTrue = known !== null && !isOld;
  // A page that is watched tells what becomes of it; any other has to be asked.
  if (isTrue && url && isWatched(new URL(url).hostname)) return known;
  const reading = articleOf(tab, url);
  const early = url && (await isSlow(reading)) && turn === turnOf(tab) ? (known ?? (await archivedAt(tab, url))) : null;
  if (early) {
    complete(tab, reading).catch(() => undefined);
    return early;
  }
  const article = await reading;
  if (article === 'permission') return { state: 'permission' };
  // The page has told more while it was asked.
  if (turn !== turnOf(tab)) return contextOf(tab);
  if (!article) return withoutArticle(tab, url ?? '', title ?? '');
  if (isTrue && (await isAsKept(tab, article))) {
    // The browser takes the badge away when a page is loaded anew.
    void showBadge(tab, known);
    return known;
  }
  const { context, kept: keeping } = await answered(tab, article);
  // Whoever asked need not wait for that, nor hear that the answer which they have could not be kept.
  keeping.catch(() => undefined);
  return context;
}

/** A page that takes longer to be read, in milliseconds, is still being loaded or drawn: that may take as long as it likes. */
const SLOW = 500;

const isSlow = (reading: Promise<unknown>): Promise<boolean> =>
  Promise.race([reading.then(() => false), new Promise<boolean>((resolve) => setTimeout(resolve, SLOW, true))]);

const at = (address: string): PageArticle => withoutText({ key: addressKey(address) ?? '', address, kind: 'article' });

/** What the archive has of the address at which a tab still is, whatever its page will show; null where it has nothing. */
async function archivedAt(tab: number, address: string): Promise<Context | null> {
  const article = at(address);
  const [{ state }, url] = await Promise.all([answerFor(article), urlOf(tab)]);
  return state === 'archived' && url === address ? makeContext(tab, article) : null;
}

/** Adds what a page tells once it can be read, unless it has told that of itself, or was left before. */
async function complete(tab: number, reading: Promise<PageArticle | 'permission' | null>): Promise<void> {
  const turn = turnOf(tab);
  const article = await reading;
  const url = await urlOf(tab);
  if (!article || article === 'permission' || turn !== turnOf(tab)) return;
  if (url && addressKey(url) === addressKey(article.address)) await makeContext(tab, article);
}

/** The article of a tab: as the page shows it now, or as it was kept where the page can't be read any more. */
export async function articleOf(tab: number, url: string | undefined): Promise<PageArticle | 'permission' | null> {
  if (!url) return (await mayReadNews()) ? null : 'permission';
  if (isNoArticle(url)) return null;
  try {
    return await readPage(tab);
  } catch {
    if (isWatched(new URL(url).hostname) && !(await mayReadNews())) return 'permission';
    const kept = await keptArticle(tab);
    return kept && addressKey(kept.address) === addressKey(url) ? kept : null;
  }
}

/** A page that does not look like an article, or could not be loaded, is one all the same when it is archived or its address says so. */
async function withoutArticle(tab: number, address: string, title: string): Promise<Context> {
  const turn = turnOf(tab);
  const article = at(address);
  const { state } = await answerFor(article);
  if (state === 'archived') return makeContext(tab, { ...article, title });
  if (state !== 'no-archive' && recognisedKey(address)) return makeContext(tab, article);
  // What was kept is of the page before, and so is the badge where that went on by itself.
  if (address && (await keptContext(tab)) && turn === turnOf(tab)) await leaveArticle(tab);
  return { state: state === 'no-archive' ? state : 'not-article' };
}

export async function leaveArticle(tab: number): Promise<void> {
  const isNewest = nextTurn(tab);
  await forgetTab(tab);
  if (isNewest()) await showBadge(tab, { state: 'not-article' });
}

/** After a tab was closed. */
export async function closeTab(tab: number): Promise<void> {
  turns.delete(tab);
  await forgetTab(tab);
}

/**
 * After an import or removal: the context and badge again of every tab that still shows the article kept of it.
 * @param isConcerned which of these tabs; else all
 */
export async function remakeContexts(isConcerned: (article: PageArticle, tab: number) => boolean = () => true): Promise<void> {
  for (const tab of await keptTabs()) {
    const turn = turnOf(tab);
    const article = await keptArticle(tab);
    if (article && !isConcerned(article, tab)) continue;
    const url = await urlOf(tab);
    if (turn !== turnOf(tab)) continue;
    if (!article || !url || addressKey(article.address) !== addressKey(url)) await forgetTab(tab);
    else await makeContext(tab, article).catch(() => forgetTab(tab));
  }
}
