import browser from 'webextension-polyfill';
import type { Kept, PageArticle } from '../article/answers.ts';
import { noteOwnArchive, ownArchiveNotes } from '../settings/own-archive.ts';
import { onSettings, readSettings } from '../settings/settings.ts';
import { showBadge, showKept } from './badge.ts';
import { cameIn } from './capture/came-in.ts';
import { pageToKeep } from './capture/page-to-keep.ts';
import { articleOf, contextOf, makeContext, remakeContexts } from './context/context.ts';

/** What keeps and clears up brings all that an import needs: it is loaded when it is first called for, as `main.ts` says. */
const tidy = async () => (await import('./capture/tidy.ts')).tidy();

/** An article was looked at: does what the reader wants done with it, and shows at once what came of it. */
export async function takeIn(tab: number, article: PageArticle, isVisit: boolean): Promise<void> {
  try {
    const { articleRead } = await import('./capture/read.ts');
    if (!(await articleRead(article, isVisit, Date.now()))) return;
    if ((await ownArchiveNotes()).failed) await noteOwnArchive({ failed: null });
  } catch (error) {
    // Nobody waits for this one, so the options page tells it.
    const { failureOf } = await import('../archive/import/failure.ts');
    const { reason, detail } = failureOf(error);
    return void (await noteOwnArchive({ failed: { at: Date.now(), isFull: reason === 'disk-full', detail } }));
  }
  await show(tab, article);
}

/** Keeps the article of a tab, as the reader asks. In a private window nothing is kept. */
export async function keepTab(tab: number): Promise<Kept | 'no-article' | 'private'> {
  const { incognito, url } = await browser.tabs.get(tab);
  if (incognito) return 'private';
  const article = await articleOf(tab, url);
  if (!article || article === 'permission') return 'no-article';
  const { keepArticle } = await import('./capture/keep.ts');
  const kept = await keepArticle(pageToKeep(article), Date.now());
  if (cameIn(kept)) await show(tab, article);
  return kept;
}

async function show(tab: number, article: PageArticle): Promise<void> {
  await makeContext(tab, article);
  if (await tidy()) await remakeContexts();
  else await remakeContexts(({ key }, other) => key === article.key && other !== tab);
}

/** Keeps the page in front by a key of the keyboard, and shows at the toolbar button for a moment whether it was. */
export function keepByCommand(): void {
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener(async (command, tab) => {
    if (command !== 'keep' || tab?.id === undefined) return;
    const { id } = tab;
    const kept = await keepTab(id).catch(() => 'failed' as const);
    await showKept(id, kept === 'unchanged' || cameIn(kept));
    await showBadge(id, await contextOf(id));
  });
}

/** Lets the reader's limit hold. @returns whether anything left by it */
export const holdLimit = async (): Promise<boolean> => (await readSettings()).ownLimit !== 'none' && (await tidy());

/** What the reader has just chosen of the own archive holds at once, and is told of the tabs that are open. */
export function followOwnArchive(): void {
  onSettings(async ({ ownLimit, keepRead }, before) => {
    const isOther = ownLimit !== before.ownLimit;
    if (isOther) await holdLimit();
    if (isOther || keepRead !== before.keepRead) await remakeContexts();
  });
}
