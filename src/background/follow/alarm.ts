import browser from 'webextension-polyfill';
import { followedFeeds } from '../../settings/feeds.ts';
import { readSettings } from '../../settings/settings.ts';
import { checkFeeds } from './check.ts';

const ALARM = 'follow';

/** Sets the alarm that asks the followed feeds, or takes it away when none is followed. */
export async function setAlarm(): Promise<void> {
  const [feeds, { feedMinutes }] = await Promise.all([followedFeeds(), readSettings()]);
  if (feeds.length === 0) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { periodInMinutes: feedMinutes });
}

/** Asks the feeds that are due whenever the alarm goes, and tells when something came in. */
export function onAlarm(came: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void askFeeds(came);
  });
  // Alarms may be gone after the browser was closed.
  browser.runtime.onStartup.addListener(() => void setAlarm());
  browser.runtime.onInstalled.addListener(() => void setAlarm());
}

export async function askFeeds(came: () => Promise<void>): Promise<void> {
  const { feedMinutes } = await readSettings();
  if (await checkFeeds(feedMinutes)) await came();
}
