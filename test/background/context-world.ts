import { beforeEach, vi } from 'vitest';

export const article = (id: number) => ({
  key: `nos:${id}`,
  address: `https://nos.nl/l/${id}`,
  title: `Kop ${id}`,
  paragraphs: ['Een alinea.'],
  published: null,
  modified: null,
  keywords: [],
  kind: 'article' as const,
});
export const TAB = 7;
const atFirst = () => ({
  url: 'https://nos.nl/l/1' as string | undefined,
  allowed: true,
  generation: 1,
  textCount: 40,
  badge: '',
  listening: true,
  title: '',
  settings: {} as Record<string, unknown>,
  kept: {} as Record<string, unknown>,
});
/** What the browser and the archive are like in a test. */
export const world = {
  ...atFirst(),
  listeners: new Set<(changes: Record<string, { newValue?: unknown }>) => void>(),
};
const changed = (name: string, newValue?: unknown) => {
  for (const listener of world.listeners) listener({ [name]: newValue === undefined ? {} : { newValue } });
};
const session = {
  get: async (name: string | null) => structuredClone(name === null ? world.kept : { [name]: world.kept[name] }),
  set: async (items: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(structuredClone(items))) {
      world.kept[name] = value;
      changed(name, value);
    }
  },
  remove: async (names: string[]) => {
    for (const name of names) {
      if (!(name in world.kept)) continue;
      delete world.kept[name];
      changed(name);
    }
  },
  clear: async () => {
    world.kept = {};
  },
  onChanged: { addListener: (one: never) => world.listeners.add(one), removeListener: (one: never) => world.listeners.delete(one) },
};
/** In place of `webextension-polyfill`. */
export const browser = {
  runtime: { id: 'x', getManifest: () => ({ host_permissions: ['*://nos.nl/*'] }) },
  action: {
    setBadgeText: async ({ text }: { text: string }) => {
      world.badge = text;
    },
    setBadgeBackgroundColor: async () => undefined,
  },
  permissions: { contains: async () => world.allowed },
  scripting: {
    executeScript: vi.fn(async () => {
      if (!world.allowed) throw new Error('Missing host permission for the tab');
      world.listening = true;
    }),
  },
  storage: { session, local: { get: async () => ({ settings: world.settings }) } },
  tabs: { get: async () => ({ url: world.url, title: world.title }), sendMessage: vi.fn() },
};

/** In place of the archive's lookup. */
export const lookup = { answerFor: vi.fn(), generation: async () => world.generation };

/** The files that were put into the page. */
export const put = () => browser.scripting.executeScript.mock.calls.map((call) => (call as unknown as [{ files: string[] }])[0].files[0]);

beforeEach(() => {
  Object.assign(world, atFirst());
  world.listeners.clear();
  // Every article of NOS is archived in as many versions as its number says, and one page of another site.
  lookup.answerFor.mockReset().mockImplementation(async ({ key }: { key: string }) => {
    const { generation, textCount } = world;
    const count = Number(/^nos:(\d+)/.exec(key)?.[1] ?? (key === 'url:courant.example/archived' ? 1 : 0));
    if (textCount === 0) return { state: 'no-archive', generation, textCount };
    if (count === 0) return { state: 'none', reason: 'absent', generation, textCount };
    return { state: 'archived', version: { standing: [] }, versions: Array.from({ length: count }), generation, textCount };
  });
  browser.scripting.executeScript.mockClear();
  browser.tabs.sendMessage.mockReset().mockImplementation(async () => {
    if (!world.listening) throw new Error('Receiving end does not exist');
    return article(1);
  });
});
