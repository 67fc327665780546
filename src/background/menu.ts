import browser from 'webextension-polyfill';
import { addressKey } from '../article/key.ts';
import { articleAddress } from '../article/pages.ts';
import { byLanguage, type Message } from '../settings/language.ts';
import { onSettings } from '../settings/settings.ts';
import { language, languageIn } from './language.ts';

const LOOK_UP = 'look-up-link';
const TITLES = byLanguage(import.meta.glob<Message>('../../public/_locales/*/messages.json', { eager: true, import: 'linkMenu' }));

/** A menu on links that shows what the archive has of the article behind it. */
export function offerLinkMenu(): void {
  // Firefox for Android has no menus.
  if (!browser.contextMenus) return;
  browser.runtime.onInstalled.addListener(async () => {
    browser.contextMenus.create({
      id: LOOK_UP,
      title: TITLES[await language()].message,
      contexts: ['link'],
      targetUrlPatterns: ['http://*/*', 'https://*/*'],
    });
  });
  onSettings((settings) => void browser.contextMenus.update(LOOK_UP, { title: TITLES[languageIn(settings)].message }));
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    const key = menuItemId === LOOK_UP && linkUrl ? addressKey(linkUrl) : null;
    if (key) void browser.tabs.create({ url: browser.runtime.getURL(articleAddress(key)) });
  });
}
