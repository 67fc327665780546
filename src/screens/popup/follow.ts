import browser, { type Tabs } from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { isAbout, keptContext, onKeptContext } from '../../background/context/kept.ts';
import { ask } from '../../messages/ask.ts';

/** The tab that the popup is about: the one that was asked for by its number, or the one in front. */
async function tabOf(asked: string | null): Promise<Tabs.Tab | undefined> {
  if (asked) return browser.tabs.get(Number(asked));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What is kept of the tab, if it is still about the page that stands there: shown before the background has woken. */
async function contextAtHand(tab: number, url: string | undefined): Promise<Context | null> {
  const kept = await keptContext(tab);
  return kept && url && isAbout(kept, url) ? kept : null;
}

export interface FirstSight {
  tab: number;
  /** What is at hand of the tab. */
  context: Context | null;
  /** What the background will say, which is asked for before anything is drawn: a stopped one takes its time to start. */
  answer: Promise<Context>;
}

/** What can be shown at first. What fails here fails again when it is followed, and is said then. */
export async function firstSight(asked: string | null): Promise<FirstSight> {
  const found = await tabOf(asked).catch(() => undefined);
  const tab = found?.id ?? (Number(asked) || -1);
  const answer = ask('context', { tab });
  answer.catch(() => undefined);
  return { tab, context: await contextAtHand(tab, found?.url).catch(() => null), answer };
}

/**
 * Shows what the background says of a tab; and while the popup is open what becomes of it, as its page may go on to another
 * article. An answer that was overtaken is not shown. Gives a function that ends it.
 * @param first the answer, where it was asked for already
 */
export function followContext(tab: number, show: (context: Context) => void, first?: Promise<Context>): () => void {
  let turn = 0;
  const load = async (asked?: Promise<Context>) => {
    const mine = ++turn;
    const answer = await (asked ?? ask('context', { tab }));
    if (mine === turn) show(answer);
  };
  const fail = (error: unknown) => show({ state: 'error', detail: String(error) });
  const stop = onKeptContext(tab, (kept) => {
    if (!kept) return void load().catch(fail);
    turn++;
    show(kept);
  });
  load(first).catch(fail);
  return stop;
}
