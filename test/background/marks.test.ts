import { beforeEach, expect, test, vi } from 'vitest';
import { followMarks } from '../../src/background/marks.ts';

const { browser, world } = vi.hoisted(() => {
  const world = {
    registered: [] as { id: string; js: string[]; matches: string[] }[],
    injected: [] as number[],
    settings: {} as { marks?: boolean },
    changed: (_: object) => {},
    installed: () => {},
  };
  const browser = {
    runtime: {
      getManifest: () => ({ host_permissions: ['*://nos.nl/*'] }),
      onInstalled: {
        addListener: (listener: () => void) => {
          world.installed = listener;
        },
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => [...world.registered],
      registerContentScripts: async (scripts: typeof world.registered) => {
        if (world.registered.length > 0) throw new Error('Duplicate script ID');
        world.registered.push(...scripts);
      },
      unregisterContentScripts: async () => {
        if (world.registered.length === 0) throw new Error('Nonexistent script ID');
        world.registered = [];
      },
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        if (target.tabId === 2) throw new Error('Cannot access a chrome error page');
        world.injected.push(target.tabId);
      },
    },
    storage: {
      local: {
        get: async () => ({ settings: world.settings }),
        onChanged: {
          addListener: (listener: typeof world.changed) => {
            world.changed = listener;
          },
        },
      },
    },
    tabs: { query: async () => [{ id: 1 }, { id: 2 }, { id: 3 }] },
  };
  return { browser, world };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

beforeEach(() => {
  Object.assign(world, { registered: [], injected: [], settings: {} });
  followMarks();
});

const choose = (marks: boolean) => world.changed({ settings: { newValue: { marks } } });

test('registers nothing while the setting is off', async () => {
  world.installed();
  choose(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect(world).toMatchObject({ registered: [], injected: [] });
});

test('registers the script for news sites when the setting is switched on, and puts it into open pages', async () => {
  choose(true);
  await vi.waitFor(() => expect(world.injected).toEqual([1, 3]));
  expect(world.registered).toMatchObject([{ js: ['marks.js'], matches: ['*://nos.nl/*'] }]);
});

test('registers once, however often the choice is told', async () => {
  choose(true);
  choose(true);
  choose(false);
  choose(true);
  await vi.waitFor(() => expect(world.injected).toEqual([1, 3, 1, 3]));
  expect(world.registered).toHaveLength(1);
});

test('takes the script back when the setting is switched off', async () => {
  choose(true);
  choose(false);
  await vi.waitFor(() => expect(world.injected).toEqual([1, 3]));
  await vi.waitFor(() => expect(world.registered).toEqual([]));
});

test('registers again after an update, which dropped what was registered', async () => {
  world.settings = { marks: true };
  world.installed();
  await vi.waitFor(() => expect(world.registered).toHaveLength(1));
});
