import browser from 'webextension-polyfill';

/*
 * Firefox gives each container a storage of its own: a page of ours finds no archive there, and one that is imported there is found
 * nowhere else (seen in 153). A tab tells its container only with the permission `cookies`, but a query tells which tabs have none.
 */

/** Whether this page stands in a container. */
export async function isInContainer(): Promise<boolean> {
  if (location.protocol !== 'moz-extension:' || browser.extension.inIncognitoContext) return false;
  const { id, index } = await browser.tabs.getCurrent();
  // By its place, as to tell of all tabs takes 30 ms where there are hundreds.
  const ordinary = await browser.tabs.query({ cookieStoreId: 'firefox-default', currentWindow: true, index });
  return !ordinary.some((tab) => tab.id === id);
}

/** Goes on in an ordinary tab. What the tab showed before, it shows again. */
export async function leaveContainer(): Promise<void> {
  const { id = -1, index } = await browser.tabs.getCurrent();
  await browser.tabs.create({ url: location.href, index: index + 1 });
  if (history.length > 1) history.back();
  else await browser.tabs.remove(id);
}
