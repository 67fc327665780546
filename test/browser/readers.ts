import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser } from '../../scripts/browsers/open.mjs';

declare const chrome: {
  tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
  runtime: { sendMessage(message: object): Promise<Answer> };
  alarms: { create(name: string, when: object): Promise<void> };
  storage: { local: { get(name: string): Promise<Record<string, Followed[] | undefined>>; set(values: object): Promise<void> } };
};
interface Answer {
  state: string;
  versions?: { title: string }[];
  related?: { title: string }[];
}
/** A feed or a bundle that is followed, as the extension notes how it went. */
interface Followed {
  checked: number | null;
  problem: { name: string } | null;
}

/** How a server answers. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => unknown;
export const answer =
  (body: string | Uint8Array, status = 200, headers = {}): Serve =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
type Served = { title: string; paragraphs: string[] } | Serve;

/** A browser of a reader, and the sites that it sees: what is served at each path can be put otherwise at any time. */
async function readerIn(name: 'Chromium' | 'Firefox', sites: Record<string, Served>) {
  const served = { ...sites };
  const nos = await playNos(served as Parameters<typeof playNos>[0]);
  const running = await openBrowser(name, nos);
  const options = await running.open('options.html');
  await options.waitForSelector('[data-part="feeds"]');
  return {
    name,
    served,
    asked: nos.asked,
    running,
    options,
    async close() {
      await running.close();
      nos.close();
    },
    /** Again where a tab that has just been closed brings another in front: the mouse waits for ever for a page that is not drawn. */
    bringOptionsToFront: () =>
      vi.waitFor(
        async () => {
          await options.bringToFront();
          expect(await options.evaluate(() => document.visibilityState)).toBe('visible');
        },
        { timeout: 15_000 },
      ),
    /** Everything in a store of the database, or in all of it, as text. */
    disk: (store?: string) =>
      options.evaluate(
        (store) =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('terugblik');
            opening.onsuccess = async () => {
              const names = [...opening.result.objectStoreNames].filter((one) => !store || one === store);
              const all = names.map((one) => {
                const read = opening.result.transaction(names).objectStore(one);
                return [read.getAllKeys(), read.getAll()];
              });
              const done = all
                .flat()
                .map((request) => new Promise((got) => request.addEventListener('success', () => got(request.result))));
              resolve(JSON.stringify(await Promise.all(done)));
              opening.result.close();
            };
          }),
        store,
      ),
    /** Opens a page of NOS; in front. */
    async visit(path: string) {
      const page = await running.browser.newPage();
      await page.goto(`https://nos.nl${path}`);
      await page.bringToFront();
      return page;
    },
    /** What the background says of the page at an address. */
    context: (path: string) =>
      options.evaluate(async (url) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(url))?.id ?? -1;
        return chrome.runtime.sendMessage({ name: 'context', request: { tab } });
      }, `https://nos.nl${path}`),
    /** Some hours pass: the alarm goes, and what is followed has been asked. Gives how the first went. */
    async later(hours: number, what: 'feeds' | 'sources') {
      // While one is being asked, or has just been, another alarm goes by.
      await vi.waitFor(
        async () => expect(await options.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name))).toEqual([]),
        { timeout: 15_000, interval: 10 },
      );
      const before = await options.evaluate(
        async (hours, what) => {
          const { [what]: followed = [] } = await chrome.storage.local.get(what);
          const aged = followed.map((one) => ({ ...one, checked: (one.checked ?? 0) - hours * 3_600_000, failures: 0 }));
          await chrome.storage.local.set({ [what]: aged });
          await chrome.alarms.create('follow', { when: Date.now() });
          return aged[0]?.checked;
        },
        hours,
        what,
      );
      return vi.waitFor(
        async () => {
          const [first] = await options.evaluate(async (what) => (await chrome.storage.local.get(what))[what] ?? [], what);
          if (!first || first.checked === before) throw new Error(`none of the ${what} was asked`);
          return first;
        },
        { timeout: 15_000, interval: 50 },
      );
    },
  };
}
export type Reader = Awaited<ReturnType<typeof readerIn>>;

/**
 * Opens both browsers for the tests of a file.
 * @returns what makes a test of something that a reader does, in both at once, as most of it is waiting
 */
export function bothBrowsers(sites: Record<string, Served>) {
  let readers: Reader[] = [];
  beforeAll(async () => {
    readers = await Promise.all([readerIn('Chromium', sites), readerIn('Firefox', sites)]);
  }, 120_000);
  afterAll(() => Promise.all(readers.map(({ close }) => close())));
  return (act: (reader: Reader) => Promise<void>) => async () => {
    const ended = await Promise.allSettled(readers.map(act));
    const failed = ended.flatMap((one, i) =>
      one.status === 'rejected' ? [`${readers[i]?.name}: ${one.reason?.stack ?? one.reason}`] : [],
    );
    if (failed.length > 0) throw new Error(failed.join('\n'));
  };
}
