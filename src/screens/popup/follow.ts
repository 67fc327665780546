import browser from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { isAbout, keptContext, onKeptContext } from '../../background/context/kept.ts';
import { ask } from '../../messages/ask.ts';

/** The tab that the popup is about: the one that was asked for by its number, or the one in front. */
async function tabOf(asked: string | null): Promise<number> {
  if (asked) return Number(asked);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

/** What is kept of the tab, if it is still about the page that stands there: shown before the background has woken. */
async function contextAtHand(tab: number): Promise<Context | null> {
  const [kept, { url }] = await Promise.all([keptContext(tab), browser.tabs.get(tab)]);
  return kept && url && isAbout(kept, url) ? kept : null;
}

/**
 * Shows what the background says of a tab; and while the popup is open what becomes of it, as its page may go on to another
 * article. An answer that was overtaken is not shown. Gives a function that ends it.
 */
export function followContext(tab: number, show: (context: Context) => void): () => void {
  let turn = 0;
  const load = async () => {
    const mine = ++turn;
    const answer = await ask('context', { tab });
    if (mine === turn) show(answer);
  };
  const fail = (error: unknown) => show({ state: 'error', detail: String(error) });
  const stop = onKeptContext(tab, (kept) => {
    if (!kept) return void load().catch(fail);
    turn++;
    show(kept);
  });
  load().catch(fail);
  return stop;
}

/** What can be shown at first: the tab and what is at hand of it. What fails here fails again when it is followed, and is said then. */
export async function firstSight(asked: string | null): Promise<{ tab: number; context: Context | null }> {
  const tab = await tabOf(asked);
  return { tab, context: await contextAtHand(tab).catch(() => null) };
}
