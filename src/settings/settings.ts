import browser from 'webextension-polyfill';
import { type Settings, settingsIn } from './choices.ts';
import { changeStored, onStored } from './stored.ts';

/** The one place in `storage.local` where all choices stand. */
const NAME = 'settings';

export async function readSettings(): Promise<Settings> {
  return settingsIn((await browser.storage.local.get(NAME))[NAME]);
}

/** Changes some choices; the others stay. @returns all of them as they are now */
export const changeSettings = (change: Partial<Settings>): Promise<Settings> =>
  changeStored<Settings>(NAME, (kept) => ({ ...settingsIn(kept), ...change }));

/** Calls back whenever a choice changes, in whatever page. Gives a function that ends it. */
export const onSettings = (changed: (settings: Settings) => void): (() => void) => onStored(NAME, (kept) => changed(settingsIn(kept)));
