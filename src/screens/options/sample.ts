import browser from 'webextension-polyfill';

/** The sample archive that the extension brings. */
export async function sampleArchive(): Promise<File[]> {
  const response = await fetch(browser.runtime.getURL('sample-archive.zip'));
  return [new File([await response.blob()], 'sample-archive.zip')];
}
