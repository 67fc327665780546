import { render, type VNode } from 'preact';
import browser from 'webextension-polyfill';
import { isInContainer, leaveContainer } from './container.ts';
import { inLanguage, type PageMessages } from './page-texts.ts';
import { PrivateWindow } from './private-window.tsx';
import type { Texts } from './texts.ts';

/** Draws a page of ours in the reader's language; where Firefox keeps the archive from it, the way to where it is. */
export async function drawPage(messages: PageMessages, page: (texts: Texts) => VNode): Promise<void> {
  if (await isInContainer()) return leaveContainer();
  const isPrivate = browser.extension.inIncognitoContext === true;
  await inLanguage(messages, (texts) =>
    render(isPrivate ? <PrivateWindow texts={texts} onOpen={openOrdinary} /> : page(texts), document.body),
  );
}

/** Opens this page in an ordinary window. @returns whether there is one: not where Firefox never remembers history */
async function openOrdinary(): Promise<boolean> {
  const { id = -1, incognito } = await browser.windows.create({ url: location.href, incognito: false });
  if (incognito) await browser.windows.remove(id);
  return !incognito;
}
