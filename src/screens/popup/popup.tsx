import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { searchAddress } from '../../article/pages.ts';
import { ask } from '../../messages/ask.ts';
import type { Texts } from '../shared/texts.ts';
import { followContext } from './follow.ts';
import { listenToKeys } from './keys.ts';
import { PopupView } from './view.tsx';

interface Props {
  texts: Texts;
  tab: number;
  /** What is at hand of the tab, shown until the background has answered. */
  atHand: Context | null;
}

/** The popup, connected to its tab. */
export function Popup({ texts, tab, atHand }: Props) {
  const [context, show] = useState(atHand);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => followContext(tab, show), [tab, attempt]);
  useEffect(() => listenToKeys(document, () => window.close()), []);
  const again = () => setAttempt(attempt + 1);
  const allow = async () => {
    const origins = browser.runtime.getManifest().host_permissions as string[];
    if (await browser.permissions.request({ origins })) again();
  };
  const search = async (text: string) => {
    await browser.tabs.create({ url: browser.runtime.getURL(searchAddress(text)) });
    window.close();
  };
  return (
    <PopupView
      context={context}
      tab={tab}
      now={Date.now()}
      texts={texts}
      onSearch={search}
      onAllow={allow}
      onRetry={again}
      onKeep={() => ask('keep', { tab })}
    />
  );
}
