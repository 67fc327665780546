import browser from 'webextension-polyfill';

/** A pattern of permissions has no port: it is that of all. */
const hostOf = (address: string) => ({ origins: [`https://${new URL(address).hostname}/*`] });

/** Asks the reader whether the host of an address may be asked; to be called from a click. */
export const requestHost = (address: string): Promise<boolean> => browser.permissions.request(hostOf(address));

/** Whether it still may: the reader can take it back at any time, on the browser's own page. */
export const mayAsk = (address: string): Promise<boolean> => browser.permissions.contains(hostOf(address));
