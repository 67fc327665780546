import browser from 'webextension-polyfill';

/**
 * Opens the page of the first run when the extension is installed; an update says nothing. Behind the page in front
 * where a developer loads it, or a test: a page that is out of sight is not drawn, and would wait for ever.
 */
export function welcomeAtInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openWelcome();
  });
}

async function openWelcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html'), active: installType !== 'development' });
}
