import browser from 'webextension-polyfill';
import { answerWith } from '../messages/channel.ts';
import { contextOf, leaveArticle, makeContext, remakeContexts } from './context/context.ts';
import { forgetTab } from './context/kept.ts';
import { welcomeAtInstall } from './installed.ts';

answerWith({
  'article-shown': async ({ article }, { tab }) => {
    if (tab?.id !== undefined) await makeContext(tab.id, article);
    return null;
  },
  'article-left': async (_, { tab }) => {
    if (tab?.id !== undefined) await leaveArticle(tab.id);
    return null;
  },
  context: ({ tab }) => contextOf(tab).catch((error: unknown) => ({ state: 'error', detail: String(error) }) as const),
  'archive-changed': async () => {
    await remakeContexts();
    return null;
  },
});

welcomeAtInstall();
browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
