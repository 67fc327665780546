import browser from 'webextension-polyfill';

/** Whether the reader has an archive, noted apart from it: so that an archive the browser took away is missed. */
const NAME = 'hasArchive';

export async function hadArchive(): Promise<boolean> {
  return (await browser.storage.local.get(NAME))[NAME] === true;
}

export const noteArchive = (isThere: boolean): Promise<void> => browser.storage.local.set({ [NAME]: isThere });
