import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { recognisedKey } from '../../article/key.ts';
import { keptContext } from '../../background/context/kept.ts';
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

/** Shows what is at hand, then what the background says. */
async function loadContext(asked: string | null, show: (context: Context) => void): Promise<void> {
  try {
    const tab = await tabOf(asked);
    const atHand = await contextAtHand(tab);
    if (atHand) show(atHand);
    show(await ask('context', { tab }));
  } catch (error) {
    show({ state: 'error', detail: String(error) });
  }
}

export function Popup({ texts, askedTab }: { texts: Texts; askedTab: string | null }) {
  const [context, show] = useState<Context | null>(null);
  useEffect(() => void loadContext(askedTab, show), [askedTab]);
  const allow = async () => {
    const origins = browser.runtime.getManifest().host_permissions as string[];
    if (await browser.permissions.request({ origins })) await loadContext(askedTab, show);
  };
  return <PopupView context={context} texts={texts} onAllow={allow} onRetry={() => loadContext(askedTab, show)} />;
}
