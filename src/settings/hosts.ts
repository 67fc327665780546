import browser from 'webextension-polyfill';

/** A pattern of permissions has no port: it is that of all. */
const hostOf = (address: string) => ({ origins: [`https://${new URL(address).hostname}/*`] });

/** Asks the reader whether the host of an address may be asked; to be called from a click. */
export const requestHost = (address: string): Promise<boolean> => browser.permissions.request(hostOf(address));

/** Whether it still may: the reader can take it back at any time, on the browser's own page. */
export const mayAsk = (address: string): Promise<boolean> => browser.permissions.contains(hostOf(address));

/** The news sites whose pages are followed. */
const newsSites = () => ({ origins: browser.runtime.getManifest().host_permissions as string[] });

/** Whether their pages may be read: at first they may, and the reader can take it back. */
export const mayReadNews = (): Promise<boolean> => browser.permissions.contains(newsSites());

/** Asks the reader for that; to be called from a click. */
export const requestNews = (): Promise<boolean> => browser.permissions.request(newsSites());

/** Calls back whenever the reader allows something or takes it back, in whatever page. Gives a function that ends it. */
export function onMayReadNews(changed: (mayRead: boolean) => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  const look = () => void mayReadNews().then(changed);
  onAdded.addListener(look);
  onRemoved.addListener(look);
  return () => {
    onAdded.removeListener(look);
    onRemoved.removeListener(look);
  };
}
