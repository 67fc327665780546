import browser from 'webextension-polyfill';
import { addressKey } from '../article/key.ts';
import { articleAddress } from '../article/pages.ts';

const LOOK_UP = 'look-up-link';

/** A menu on links that shows what the archive has of the article behind it. */
export function offerLinkMenu(): void {
  // Firefox for Android has no menus.
  if (!browser.contextMenus) return;
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: LOOK_UP,
      title: browser.i18n.getMessage('linkMenu'),
      contexts: ['link'],
      targetUrlPatterns: ['http://*/*', 'https://*/*'],
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    const key = menuItemId === LOOK_UP && linkUrl ? addressKey(linkUrl) : null;
    if (key) void browser.tabs.create({ url: browser.runtime.getURL(articleAddress(key)) });
  });
}
