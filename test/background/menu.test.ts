import { expect, test, vi } from 'vitest';
import { offerLinkMenu } from '../../src/background/menu.ts';

const { browser, world } = vi.hoisted(() => {
  const world = {
    language: 'en',
    title: '',
    installed: async () => {},
    changed: (_: object) => {},
    clicked: (_: object) => {},
    opened: [] as string[],
  };
  const browser = {
    i18n: { getUILanguage: () => 'nl' },
    contextMenus: {
      create: ({ title }: { title: string }) => Object.assign(world, { title }),
      update: async (_: string, { title }: { title: string }) => Object.assign(world, { title }),
      onClicked: { addListener: (clicked: never) => Object.assign(world, { clicked }) },
    },
    runtime: {
      getURL: (path: string) => path,
      onInstalled: { addListener: (installed: never) => Object.assign(world, { installed }) },
    },
    storage: {
      local: {
        get: async () => ({ settings: { language: world.language } }),
        onChanged: { addListener: (changed: never) => Object.assign(world, { changed }) },
      },
    },
    tabs: { create: ({ url }: { url: string }) => world.opened.push(url) },
  };
  return { browser, world };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

test('names the menu on links in the language that the reader chose, and again when that changes', async () => {
  offerLinkMenu();
  await world.installed();
  expect(world.title).toBe('Show what the archive has on this');
  world.changed({ settings: { newValue: { language: 'auto' } } });
  expect(world.title).toBe('Toon wat het archief hierover heeft');
});

test('opens what the archive has of the article behind a link', () => {
  offerLinkMenu();
  world.clicked({ menuItemId: 'look-up-link', linkUrl: 'https://nos.nl/artikel/9000001-dijk' });
  expect(world.opened).toEqual(['archive.html?article=nos%3A9000001']);
});
