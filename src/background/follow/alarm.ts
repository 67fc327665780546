import browser from 'webextension-polyfill';
import { followedFeeds } from '../../settings/feeds.ts';
import { onSettings, readSettings } from '../../settings/settings.ts';
import { bundleSources } from '../../settings/sources.ts';

const ALARM = 'follow';
/** How often to check whether a day has passed since a bundle was last fetched, in minutes. */
const BUNDLE_MINUTES = 180;

/** Sets the alarm by which followed feeds and bundles are asked, or clears it where there are none. One with the same period is left alone. */
export async function setAlarm(): Promise<void> {
  const [feeds, sources, { feedMinutes }, alarm] = await Promise.all([
    followedFeeds(),
    bundleSources(),
    readSettings(),
    browser.alarms.get(ALARM),
  ]);
  const periodInMinutes = feeds.length > 0 ? feedMinutes : BUNDLE_MINUTES;
  if (feeds.length === 0 && !sources.some(({ isDaily }) => isDaily)) await browser.alarms.clear(ALARM);
  else if (alarm?.periodInMinutes !== periodInMinutes) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes });
}

/** Asks what is due whenever the alarm goes, and tells when something came in. */
export function onAlarm(came: () => Promise<void>): void {
  // Firefox leaves a background running until what a listener promised is there.
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === ALARM) await askFollowed(came);
  });
  // Alarms may be gone after the browser was closed. What is due is asked soon, however short the browser is open each day.
  browser.runtime.onStartup.addListener(() => void browser.alarms.clear(ALARM).then(setAlarm));
  browser.runtime.onInstalled.addListener(() => void setAlarm());
  onSettings(() => void setAlarm());
}

/** Chrome stops a background that has called nothing of the browser's for half a minute, whatever it waits for. */
const AWAKE = 20_000;

/** Asks what is due, however slow the servers are, and tells when something came in. */
export async function askFollowed(came: () => Promise<void>): Promise<void> {
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE);
  try {
    const [{ feedMinutes }, { checkFeeds }, { checkBundles }] = await Promise.all([
      readSettings(),
      import('./check.ts'),
      import('./bundles.ts'),
    ]);
    if (await checkFeeds(feedMinutes)) await came();
    if (await checkBundles(Date.now())) await came();
  } finally {
    clearInterval(awake);
  }
}
