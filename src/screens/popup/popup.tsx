import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { recognisedKey } from '../../article/key.ts';
import { keptContext, onKeptContext } from '../../background/context/kept.ts';
import { ask } from '../../messages/channel.ts';
import type { Texts } from '../shared/texts.ts';
import { PopupView } from './view.tsx';

async function tabOf(asked: string | null): Promise<number> {
  if (asked) return Number(asked);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

/** What is kept of the tab, if it is still about the page that stands there: shown before the background has woken. */
async function contextAtHand(tab: number): Promise<Context | null> {
  const [kept, { url }] = await Promise.all([keptContext(tab), browser.tabs.get(tab)]);
  return kept && 'article' in kept && url && recognisedKey(url) === kept.article.key ? kept : null;
}

/**
 * Shows what is at hand, then what the background says; and while the popup is open what becomes of the tab, as its page
 * may go on to another article. An answer that was overtaken is not shown.
 */
function followContext(asked: string | null, show: (context: Context) => void): () => void {
  let turn = 0;
  let stop = () => {};
  const load = async (tab: number) => {
    const mine = ++turn;
    const atHand = await contextAtHand(tab);
    if (atHand && mine === turn) show(atHand);
    const answer = await ask('context', { tab });
    if (mine === turn) show(answer);
  };
  const fail = (error: unknown) => show({ state: 'error', detail: String(error) });
  const follow = async () => {
    const tab = await tabOf(asked);
    stop = onKeptContext(tab, (kept) => {
      if (!kept) return void load(tab).catch(fail);
      turn++;
      show(kept);
    });
    await load(tab);
  };
  follow().catch(fail);
  return () => stop();
}

export function Popup({ texts, askedTab }: { texts: Texts; askedTab: string | null }) {
  const [context, show] = useState<Context | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => followContext(askedTab, show), [askedTab, attempt]);
  const again = () => setAttempt(attempt + 1);
  const allow = async () => {
    const origins = browser.runtime.getManifest().host_permissions as string[];
    if (await browser.permissions.request({ origins })) again();
  };
  return <PopupView context={context} texts={texts} onAllow={allow} onRetry={again} />;
}
