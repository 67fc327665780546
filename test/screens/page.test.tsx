// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textsFor } from './texts-for.ts';

const NL = textsFor('nl');
/** How the browser stands, and what was done in it. */
const stands = { isPrivate: false, ordinary: [7] };
const done = { create: vi.fn(), remove: vi.fn(), open: vi.fn(), close: vi.fn() };
vi.mock('webextension-polyfill', () => ({
  default: {
    extension: {
      get inIncognitoContext() {
        return stands.isPrivate;
      },
    },
    i18n: { getUILanguage: () => 'nl' },
    storage: { local: { get: async () => ({}), onChanged: { addListener: () => undefined } } },
    tabs: {
      getCurrent: async () => ({ id: 7, index: 2 }),
      query: async () => stands.ordinary.map((id) => ({ id })),
      create: done.create,
      remove: done.remove,
    },
    windows: { create: done.open, remove: done.close },
  },
}));
const { drawPage } = await import('../../src/screens/shared/page.tsx');
const { default: nl } = await import('../../public/_locales/nl/messages.json');
const texts = Object.fromEntries(Object.entries(nl).map(([key, { message }]) => [key, message]));
const messages = { nl: async () => ({ default: texts }), en: async () => ({ default: texts }) };
const ADDRESS = 'moz-extension://abc/archive.html?q=dijk';

/** Opens a page of ours at an address. Gives what stands there. */
async function open(address = ADDRESS) {
  vi.stubGlobal('location', new URL(address));
  await drawPage(messages, () => <main>the page</main>);
  return document.body.textContent;
}

beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(stands, { isPrivate: false, ordinary: [7] });
  render(null, document.body);
});
afterEach(() => vi.unstubAllGlobals());

test('draws a page where the archive is', async () => {
  expect(await open()).toBe('the page');
  expect(await open('chrome-extension://abc/archive.html')).toBe('the page');
  expect(done.create).not.toHaveBeenCalled();
});

test('goes on in an ordinary tab from a container, where the archive is not', async () => {
  stands.ordinary = [];
  expect(await open()).toBe('');
  expect(done.create).toHaveBeenCalledWith({ url: ADDRESS, index: 3 });
  expect(done.remove).toHaveBeenCalledWith(7);
});

test('leaves a tab of a container at the page that stood there before', async () => {
  stands.ordinary = [];
  const back = vi.fn();
  vi.stubGlobal('history', { length: 2, back });
  await open();
  expect(back).toHaveBeenCalledOnce();
  expect(done.remove).not.toHaveBeenCalled();
});

const button = () => document.querySelector<HTMLElement>('[data-action="open-ordinary"]');

test('says why a page in a private window shows nothing, and opens it in an ordinary one', async () => {
  stands.isPrivate = true;
  done.open.mockResolvedValue({ id: 3, incognito: false });
  expect(await open()).toContain(NL.text('privateWindow'));
  button()?.click();
  await vi.waitFor(() => expect(done.open).toHaveBeenCalledWith({ url: ADDRESS, incognito: false }));
  expect(done.close).not.toHaveBeenCalled();
});

test('says that there is no place for an archive where every window is private', async () => {
  stands.isPrivate = true;
  done.open.mockResolvedValue({ id: 3, incognito: true });
  await open();
  button()?.click();
  await vi.waitFor(() => expect(document.body.textContent).toContain(NL.text('privateAlways')));
  expect(done.close).toHaveBeenCalledWith(3);
  expect(button()).toBeNull();
});
