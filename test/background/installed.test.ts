import { beforeEach, expect, test, vi } from 'vitest';

let installed: (details: { reason: string }) => void = () => undefined;
const create = vi.fn();
let installType = 'normal';
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      onInstalled: {
        addListener(listener: typeof installed) {
          installed = listener;
        },
      },
      getURL: (path: string) => `ours://${path}`,
    },
    management: { getSelf: async () => ({ installType }) },
    tabs: { create },
  },
}));
const { welcomeAtInstall } = await import('../../src/background/installed.ts');

beforeEach(() => {
  create.mockClear();
  welcomeAtInstall();
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
