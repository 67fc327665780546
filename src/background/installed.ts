import browser from 'webextension-polyfill';

/** Opens the page of the first run when the extension is installed; an update says nothing. */
export function welcomeAtInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  });
}
