import browser from 'webextension-polyfill';
import { followedFeeds } from '../../settings/feeds.ts';
import { readSettings } from '../../settings/settings.ts';
import { bundleSources } from '../../settings/sources.ts';
import { checkBundles } from './bundles.ts';
import { checkFeeds } from './check.ts';

const ALARM = 'follow';
/** How often is looked whether a day has passed since a bundle was looked at, in minutes. */
const BUNDLE_MINUTES = 180;

/** Sets the alarm by which what is followed is asked, or takes it away when nothing is. */
export async function setAlarm(): Promise<void> {
  const [feeds, sources, { feedMinutes }] = await Promise.all([followedFeeds(), bundleSources(), readSettings()]);
  const isDaily = sources.some((source) => source.isDaily);
  if (feeds.length === 0 && !isDaily) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { periodInMinutes: feeds.length > 0 ? feedMinutes : BUNDLE_MINUTES });
}

/** Asks what is due whenever the alarm goes, and tells when something came in. */
export function onAlarm(came: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void askFollowed(came);
  });
  // Alarms may be gone after the browser was closed.
  browser.runtime.onStartup.addListener(() => void setAlarm());
  browser.runtime.onInstalled.addListener(() => void setAlarm());
}

export async function askFollowed(came: () => Promise<void>): Promise<void> {
  const { feedMinutes } = await readSettings();
  if (await checkFeeds(feedMinutes)) await came();
  if (await checkBundles(Date.now())) await came();
}
