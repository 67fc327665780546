import { beforeEach, expect, test, vi } from 'vitest';

const { kept, alarms, listeners, called, feeds } = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  alarms: new Map<string, { delayInMinutes?: number; periodInMinutes: number }>(),
  listeners: {} as Record<'startup' | 'installed' | 'changed', (changes?: unknown) => void>,
  called: { browser: 0 },
  feeds: { check: async (): Promise<boolean> => false },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (name: string) => ({ [name]: kept[name] }),
        onChanged: { addListener: (one: never) => Object.assign(listeners, { changed: one }) },
      },
    },
    alarms: {
      get: async (name: string) => alarms.get(name),
      clear: async (name: string) => alarms.delete(name),
      create: async (name: string, alarm: never) => void alarms.set(name, alarm),
      onAlarm: { addListener: () => undefined },
    },
    runtime: {
      getPlatformInfo: async () => void called.browser++,
      onStartup: { addListener: (one: never) => Object.assign(listeners, { startup: one }) },
      onInstalled: { addListener: (one: never) => Object.assign(listeners, { installed: one }) },
    },
  },
}));
vi.mock('../../../src/background/follow/check.ts', () => ({ checkFeeds: () => feeds.check() }));
vi.mock('../../../src/background/follow/bundles.ts', () => ({ checkBundles: async () => false }));
const { askFollowed, onAlarm, setAlarm } = await import('../../../src/background/follow/alarm.ts');
onAlarm(async () => undefined);

beforeEach(() => {
  alarms.clear();
  kept.feeds = [{ address: 'https://feeds.nos.nl/a' }];
  kept.sources = [];
  kept.settings = {};
});

test('wakes at the pace that the reader chose, soon for the first time', async () => {
  await setAlarm();
  expect(alarms.get('follow')).toEqual({ delayInMinutes: 1, periodInMinutes: 30 });
  kept.settings = { feedMinutes: 60 };
  listeners.changed({ settings: { newValue: kept.settings } });
  await vi.waitFor(() => expect(alarms.get('follow')).toMatchObject({ periodInMinutes: 60 }));
});

test('leaves an alarm of the same pace as it is', async () => {
  alarms.set('follow', { periodInMinutes: 30 });
  await setAlarm();
  expect(alarms.get('follow')).toEqual({ periodInMinutes: 30 });
});

test('is there again, and soon, after the browser was closed, with or without the alarm of before', async () => {
  for (const before of [undefined, { periodInMinutes: 30 }]) {
    if (before) alarms.set('follow', before);
    listeners.startup();
    await vi.waitFor(() => expect(alarms.get('follow')).toEqual({ delayInMinutes: 1, periodInMinutes: 30 }));
  }
});

test('wakes for a bundle that is looked at daily, and not at all when nothing is followed', async () => {
  kept.feeds = [];
  kept.sources = [{ bundle: 'krant', address: 'https://krant.example/krant.zip', isDaily: true }];
  await setAlarm();
  expect(alarms.get('follow')).toMatchObject({ periodInMinutes: 180 });
  kept.sources = [{ bundle: 'krant', address: 'https://krant.example/krant.zip', isDaily: false }];
  await setAlarm();
  expect(alarms.size).toBe(0);
});

test('keeps the background awake for as long as the slowest server takes, and no longer', async () => {
  vi.useFakeTimers();
  let end = (_: boolean): void => undefined;
  feeds.check = () => new Promise((resolve) => (end = resolve));
  const came = vi.fn(async () => undefined);
  const asked = askFollowed(came);
  await vi.advanceTimersByTimeAsync(90_000);
  // Chrome stops it after half a minute without a call.
  expect(called.browser).toBeGreaterThanOrEqual(3);
  end(true);
  await asked;
  expect(came).toHaveBeenCalledTimes(1);
  called.browser = 0;
  await vi.advanceTimersByTimeAsync(90_000);
  expect(called.browser).toBe(0);
  vi.useRealTimers();
});
