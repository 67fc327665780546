import browser, { type Tabs } from 'webextension-polyfill';
import type { Context } from '../../article/answers.ts';
import { keptContext } from '../../background/context/kept.ts';
import { ask } from '../../messages/ask.ts';
import { readSettings } from '../../settings/settings.ts';

export interface FirstSight {
  tab: number;
  /** The address of its page, where it may be seen. */
  url: string | undefined;
  /** What is kept of the tab, shown before the background has woken. */
  kept: Context | null;
  /** What the background will say: a stopped one takes its time to start. */
  answer: Promise<Context>;
}

/** The tab that the popup is about: the one that was asked for by its number, or the one in front. */
async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What can be shown at first. What fails here fails again when it is followed, and is said then. */
async function firstSight(asked: string | null): Promise<FirstSight> {
  const found = asked ? browser.tabs.get(Number(asked)) : tabInFront();
  found.catch(() => undefined);
  const tab = asked ? Number(asked) : ((await found.catch(() => undefined))?.id ?? -1);
  const answer = ask('context', { tab });
  answer.catch(() => undefined);
  const [page, kept] = await Promise.all([found.catch(() => undefined), keptContext(tab).catch(() => null)]);
  return { tab, url: page?.url, kept, answer };
}

// The popup's first, small script: what it asks is answered while the rest is loaded, which takes as long.
export const seen = firstSight(new URLSearchParams(location.search).get('tab'));
export const settings = readSettings();
settings.catch(() => undefined);
