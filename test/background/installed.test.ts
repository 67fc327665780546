import { beforeEach, expect, test, vi } from 'vitest';

let installed: (details: { reason: string }) => void = () => undefined;
let allowed: () => void = () => undefined;
const create = vi.fn();
const executeScript = vi.fn();
const onUpdate = vi.fn();
let installType = 'normal';
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      onInstalled: {
        addListener(listener: typeof installed) {
          installed = listener;
        },
      },
      onUpdateAvailable: { addListener: onUpdate },
      getURL: (path: string) => `ours://${path}`,
      getManifest: () => ({ content_scripts: [{ matches: ['*://nos.nl/*'], js: ['content.js'] }] }),
    },
    permissions: {
      onAdded: {
        addListener(listener: typeof allowed) {
          allowed = listener;
        },
      },
    },
    scripting: { executeScript },
    management: { getSelf: async () => ({ installType }) },
    tabs: { create, query: async ({ url }: { url: string[] }) => (url.includes('*://nos.nl/*') ? [{ id: 7 }, { id: 8 }] : []) },
  },
}));
const { beginAtInstall } = await import('../../src/background/installed.ts');

const persist = vi.fn(async () => true);
vi.stubGlobal('navigator', { storage: { persist } });

beforeEach(() => {
  persist.mockClear();
  create.mockClear();
  executeScript.mockReset().mockResolvedValue([]);
  beginAtInstall();
});

test.each(['install', 'update'])('asks that the archive is kept when the disk fills up, at an %s', async (reason) => {
  installed({ reason });
  expect(persist).toHaveBeenCalledOnce();
});

test('hears of updates, for which Firefox then waits with them until it starts again', () => {
  expect(onUpdate).toHaveBeenCalled();
});

test('welcomes the reader at the first run', async () => {
  installed({ reason: 'install' });
  await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: 'ours://welcome.html', active: true }));
});

test('stays behind the page in front where a developer loads it', async () => {
  installType = 'development';
  installed({ reason: 'install' });
  await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: 'ours://welcome.html', active: false }));
});

test.each(['update', 'browser_update'])('says nothing at an update: %s', async (reason) => {
  installed({ reason });
  await new Promise((resolve) => setTimeout(resolve));
  expect(create).not.toHaveBeenCalled();
});

test.each(['install', 'update'])('follows the news pages that are open at an %s, as far as they can be', async (reason) => {
  executeScript.mockRejectedValueOnce(new Error('Frame with ID 0 is showing error page'));
  installed({ reason });
  await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(2));
  expect(executeScript).toHaveBeenLastCalledWith({ target: { tabId: 8 }, files: ['content.js'] });
});

test('leaves open pages alone when only the browser is updated, which loads them anew', async () => {
  installed({ reason: 'browser_update' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(executeScript).not.toHaveBeenCalled();
});

test('follows the news pages that are open as soon as the reader allows it', async () => {
  allowed();
  await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(2));
});
