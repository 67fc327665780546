import browser from 'webextension-polyfill';
import { onSettings, readSettings } from '../settings/settings.ts';
import { putIntoOpen } from './context/page.ts';

const ID = 'marks';
const FILE = 'marks.js';

/** Lets the script that marks links run in pages of the news sites, as long as the reader wants that. */
export function followMarks(): void {
  const apply = inTurn(async (on: boolean) => {
    const isOn = (await browser.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
    if (on && !isOn) await switchOn();
    if (!on && isOn) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  });
  onSettings(({ marks }) => void apply(marks));
  // An update of the extension drops what was registered.
  browser.runtime.onInstalled.addListener(() => void readSettings().then(({ marks }) => apply(marks)));
}

async function switchOn(): Promise<void> {
  const matches = browser.runtime.getManifest().host_permissions as string[];
  await browser.scripting.registerContentScripts([{ id: ID, js: [FILE], matches, runAt: 'document_idle', persistAcrossSessions: true }]);
  await putIntoOpen(matches, FILE);
}

/** Does one after another what is called for while it is still at work. */
function inTurn<Given>(act: (given: Given) => Promise<void>): (given: Given) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (given) => {
    last = last.catch(() => undefined).then(() => act(given));
    return last;
  };
}
