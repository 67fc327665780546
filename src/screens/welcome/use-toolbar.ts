import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/** How the extension stands in this browser. */
export interface Toolbar {
  browser: 'chrome' | 'firefox';
  /** The button is on the toolbar already. */
  isPinned: boolean;
  /** It may read the pages of NOS: in Firefox the reader decides so. */
  mayRead: boolean;
  /** Asks for that. */
  allow(): void;
}

const IS_FIREFOX = browser.runtime.getURL('').startsWith('moz-');
const pages = () => ({ origins: browser.runtime.getManifest().host_permissions as string[] });

/** Whether the button is pinned; not where the browser doesn't tell (Firefox before 137). */
async function isOnToolbar(): Promise<boolean> {
  const { action } = browser as { action: { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> } };
  return (await action.getUserSettings?.())?.isOnToolbar === true;
}

export function useToolbar(): Toolbar {
  const [isPinned, setPinned] = useState(false);
  const [mayRead, setMayRead] = useState(true);
  useEffect(() => {
    const look = () => {
      void isOnToolbar().then(setPinned);
      void browser.permissions.contains(pages()).then(setMayRead);
    };
    look();
    // Pinned or allowed elsewhere, the reader comes back to this page.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  const allow = () => void browser.permissions.request(pages()).then(setMayRead);
  return { browser: IS_FIREFOX ? 'firefox' : 'chrome', isPinned, mayRead, allow };
}
