import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { searchAddress } from '../../article/pages.ts';
import { ask } from '../../messages/ask.ts';
import type { Texts } from '../shared/texts.ts';
import { useMayRead } from '../shared/use-may-read.ts';
import { followContext } from './follow.ts';
import { listenToKeys } from './keys.ts';
import { closeBehindLinks } from './links.ts';
import { PopupView } from './view.tsx';

interface Props {
  texts: Texts;
  tab: number;
  /** What is shown of it until the background has answered. */
  kept: Context | null;
  answer: Promise<Context>;
}

/** For this long after opening, in milliseconds, nobody sees what is drawn, and drawing would slow the background that is waking. */
const UNSEEN = 200;

/** The popup, connected to its tab. */
export function Popup({ texts, tab, kept, answer }: Props) {
  const [context, show] = useState(kept);
  const [attempt, setAttempt] = useState(0);
  const [isSeen, setSeen] = useState(false);
  // Before it is drawn: what is told meanwhile would be missed.
  useLayoutEffect(() => followContext(tab, show, attempt === 0 ? answer : undefined), [tab, attempt]);
  useEffect(() => {
    if (context) return undefined;
    const timer = setTimeout(() => setSeen(true), UNSEEN - performance.now());
    return () => clearTimeout(timer);
  }, [context]);
  useEffect(() => listenToKeys(document, () => window.close()), []);
  useEffect(() => closeBehindLinks(document, () => window.close()), []);
  const again = () => setAttempt(attempt + 1);
  const mayRead = useMayRead();
  useEffect(() => {
    // Where the question closed the popup, the background hears of the answer.
    if (mayRead.isAllowed && context?.state === 'permission') again();
  }, [mayRead.isAllowed]);
  const search = async (text: string) => {
    await browser.tabs.create({ url: browser.runtime.getURL(searchAddress(text)) });
    window.close();
  };
  if (!context && !isSeen) return null;
  return (
    <PopupView
      context={context}
      tab={tab}
      now={Date.now()}
      texts={texts}
      onSearch={search}
      mayRead={mayRead}
      onRetry={again}
      onKeep={() => ask('keep', { tab })}
      onWhy={(item) => ask('shared-words', { tab, item })}
    />
  );
}
