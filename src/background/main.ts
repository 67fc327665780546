import browser from 'webextension-polyfill';
import { answerWith } from '../messages/channel.ts';
import { closeTab, contextOf, leaveArticle, makeContext, remakeContexts } from './context/context.ts';
import { askFollowed, onAlarm, setAlarm } from './follow/alarm.ts';
import { welcomeAtInstall } from './installed.ts';
import { keepTab, takeIn } from './keeping.ts';

answerWith({
  'article-shown': async ({ article }, { tab }) => {
    if (tab?.id !== undefined) await makeContext(tab.id, article);
    return null;
  },
  'article-left': async (_, { tab }) => {
    if (tab?.id !== undefined) await leaveArticle(tab.id);
    return null;
  },
  'article-read': async ({ article, isVisit }, { tab }) => {
    if (tab?.id !== undefined && !tab.incognito) await takeIn(tab.id, article, isVisit);
    return null;
  },
  keep: ({ tab }) => keepTab(tab),
  'following-changed': async () => {
    await setAlarm();
    await askFollowed(remakeContexts);
    return null;
  },
  context: ({ tab }) => contextOf(tab).catch((error: unknown) => ({ state: 'error', detail: String(error) }) as const),
  'archive-changed': async () => {
    await remakeContexts();
    return null;
  },
});

welcomeAtInstall();
onAlarm(remakeContexts);
browser.tabs.onRemoved.addListener((tab) => void closeTab(tab));
