import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { emptyArchive, post, run, zip } from '../archive/archives.ts';

type Suggestion = { content: string; description: string };
const listeners: {
  started?: () => Promise<void>;
  changed?: (changes: object) => void;
  typed?: (text: string, suggest: (suggestions: Suggestion[]) => void) => void;
  entered?: (text: string, disposition: string) => void;
} = {};
const events: (() => Promise<void>)[] = [];
const opened = { create: vi.fn(), update: vi.fn() };
const hint = vi.fn();
let origin = 'chrome-extension://abc/';
let chosen = 'auto';

vi.mock('webextension-polyfill', () => ({
  default: {
    omnibox: {
      setDefaultSuggestion: hint,
      onInputStarted: { addListener: (started: never) => void Object.assign(listeners, { started }) },
      onInputChanged: { addListener: (typed: never) => void Object.assign(listeners, { typed }) },
      onInputEntered: { addListener: (entered: never) => void Object.assign(listeners, { entered }) },
    },
    tabs: opened,
    i18n: { getUILanguage: () => 'nl' },
    storage: {
      local: {
        get: async () => ({ settings: { language: chosen } }),
        onChanged: { addListener: (changed: never) => void Object.assign(listeners, { changed }) },
      },
    },
    runtime: {
      getURL: (path: string) => origin + path,
      onInstalled: { addListener: (installed: never) => void events.push(installed) },
      onStartup: { addListener: (startup: never) => void events.push(startup) },
    },
  },
}));
const { answerOmnibox } = await import('../../src/background/omnibox.ts');

const suggestions = (text: string) => new Promise<Suggestion[]>((resolve) => listeners.typed?.(text, resolve));

beforeEach(async () => {
  vi.clearAllMocks();
  events.length = 0;
  origin = 'chrome-extension://abc/';
  chosen = 'auto';
  await emptyArchive();
  await run(zip({ 'krant/_posts/a.md': post(`Dijk & duin <b> 'klaar'`, { link: 'https://nos.nl/l/1', bron: 'NOS' }) }));
  answerOmnibox();
});

test('suggests archived articles, escaped where the browser reads suggestions as XML', async () => {
  expect(await suggestions('dijk')).toEqual([
    {
      content: 'nos:1',
      description: 'Dijk &amp; duin &lt;b&gt; &apos;klaar&apos; – NOS, 27 okt 2019',
    },
  ]);
});

test('suggests titles as they are where the browser shows them so', async () => {
  origin = 'moz-extension://abc/';
  expect((await suggestions('dijk'))[0]?.description).toBe(`Dijk & duin <b> 'klaar' – NOS, 27 okt 2019`);
});

test.each([
  ['auto', 'Zoek in je archief', '27 okt 2019'],
  ['en', 'Search your archive', '27 Oct 2019'],
])('speaks the language that the reader chose: %s', async (language, hinted, day) => {
  chosen = language;
  await listeners.started?.();
  expect(hint).toHaveBeenCalledWith({ description: hinted });
  expect((await suggestions('dijk'))[0]?.description).toContain(day);
});

test('names its line before it is asked for the first time, and again where another language is chosen', async () => {
  expect(events).toHaveLength(2);
  for (const happened of events) await happened();
  expect(hint).toHaveBeenCalledTimes(2);
  expect(hint).toHaveBeenCalledWith({ description: 'Zoek in je archief' });
  listeners.changed?.({ settings: { newValue: { language: 'en' } } });
  expect(hint).toHaveBeenLastCalledWith({ description: 'Search your archive' });
});

test('suggests nothing for nothing', async () => {
  expect(await suggestions('  ')).toEqual([]);
  expect(await suggestions('olifant')).toEqual([]);
});

test('opens the article that was suggested, or searches for what was typed', async () => {
  listeners.entered?.('nos:1', 'currentTab');
  await vi.waitFor(() => expect(opened.update).toHaveBeenCalledWith({ url: 'chrome-extension://abc/archive.html?article=nos%3A1' }));
  listeners.entered?.('dijk & duin', 'newForegroundTab');
  await vi.waitFor(() =>
    expect(opened.create).toHaveBeenCalledWith({ url: 'chrome-extension://abc/archive.html?q=dijk+%26+duin', active: true }),
  );
  listeners.entered?.('nos:2', 'newBackgroundTab');
  await vi.waitFor(() =>
    expect(opened.create).toHaveBeenCalledWith({ url: 'chrome-extension://abc/archive.html?q=nos%3A2', active: false }),
  );
});
