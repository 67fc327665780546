import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/** How the extension stands in this browser. */
export interface Toolbar {
  browser: 'chrome' | 'firefox';
  /** The button is on the toolbar already. */
  isPinned: boolean;
}

const IS_FIREFOX = browser.runtime.getURL('').startsWith('moz-');

/** Whether the button is pinned; not where the browser doesn't tell (Firefox before 137). */
async function isOnToolbar(): Promise<boolean> {
  const { action } = browser as { action: { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> } };
  return (await action.getUserSettings?.())?.isOnToolbar === true;
}

export function useToolbar(): Toolbar {
  const [isPinned, setPinned] = useState(false);
  useEffect(() => {
    const look = () => void isOnToolbar().then(setPinned);
    look();
    // Pinned elsewhere, the reader comes back to this page.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return { browser: IS_FIREFOX ? 'firefox' : 'chrome', isPinned };
}
