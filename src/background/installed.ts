import browser from 'webextension-polyfill';
import { putIntoOpen } from './context/page.ts';

/**
 * Opens the page of the first run when the extension is installed; an update says nothing. After either, the news pages
 * that are open are followed at once, and also when the reader allows them to be read. An update ends nothing that our pages do.
 */
export function beginAtInstall(): void {
  // Heard of, Firefox keeps an update until it starts again; else it closes our pages at once, with the import of one (seen in 153).
  browser.runtime.onUpdateAvailable.addListener(() => undefined);
  browser.permissions.onAdded.addListener(() => void followOpenPages());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Firefox promises it without a question, for the permission `unlimitedStorage` (seen in 153). A worker of Chromium can't ask, nor need it.
    void navigator.storage.persist?.();
    if (reason === 'install') void openWelcome();
    if (reason === 'install' || reason === 'update') void followOpenPages();
  });
}

/**
 * Puts the content script into news pages that were open before. Firefox does so itself, and Chrome does not; where it is
 * already, nothing happens. That of an earlier version finds its extension gone, and falls silent.
 */
async function followOpenPages(): Promise<void> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  for (const { matches, js = [] } of scripts) await putIntoOpen(matches, ...js);
}

/** Behind the page in front where a developer loads it, or a test: a page that is out of sight is not drawn, and would wait for ever. */
async function openWelcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html'), active: installType !== 'development' });
}
