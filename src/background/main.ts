import './ready.ts';
import browser from 'webextension-polyfill';
import { versionCounts } from '../archive/lookup/counts.ts';
import { answerWith } from '../messages/channel.ts';
import { closeTab, contextOf, leaveArticle, makeContext, remakeContexts } from './context/context.ts';
import { keptArticle } from './context/kept.ts';
import { bringReading } from './context/page.ts';
import { askFollowed, onAlarm, setAlarm } from './follow/alarm.ts';
import { beginAtInstall } from './installed.ts';
import { followOwnArchive, holdLimit, keepByCommand, keepTab, takeIn } from './keeping.ts';
import { followMarks } from './marks.ts';
import { offerLinkMenu } from './menu.ts';
import { answerOmnibox } from './omnibox.ts';

/*
 * A stopped background starts anew for nearly every popup, so only what a popup waits for stands in its script. What is imported by
 * `import()` stands in a second one (`scripts/build/later.ts`), with its own copy of what both need: they share the disk, no variables.
 */
answerWith({
  'article-shown': async ({ article }, { tab }) => {
    if (tab?.id !== undefined) await makeContext(tab.id, article);
    return null;
  },
  'reading-wanted': async (_, { tab }) => {
    if (tab?.id !== undefined) await bringReading(tab.id);
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
  keep: ({ tab }) => keepTab(tab).catch(() => 'failed'),
  'following-changed': async () => {
    await setAlarm();
    await askFollowed(() => remakeContexts());
    return null;
  },
  'archived-counts': ({ keys }) => versionCounts(keys),
  context: ({ tab }) => contextOf(tab).catch((error: unknown) => ({ state: 'error', detail: String(error) }) as const),
  'shared-words': async ({ tab, item }) => {
    const [article, { sharedWords }] = await Promise.all([keptArticle(tab), import('../archive/lookup/shared-words.ts')]);
    return article ? sharedWords(article, item).catch(() => []) : [];
  },
  'archive-changed': async () => {
    // The limit may have been set while an import ran.
    await holdLimit();
    await remakeContexts();
    return null;
  },
});

beginAtInstall();
followMarks();
onAlarm(() => remakeContexts());
followOwnArchive();
keepByCommand();
offerLinkMenu();
answerOmnibox();
browser.tabs.onRemoved.addListener((tab) => void closeTab(tab));
// Chromium gives a tab that it puts to sleep another number.
browser.tabs.onReplaced.addListener((_, tab) => void closeTab(tab));
