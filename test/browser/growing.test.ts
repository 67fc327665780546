import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openChromium } from '../../scripts/browsers/chromium.mjs';
import { openFirefox } from '../../scripts/browsers/firefox.mjs';
import { playNos } from '../../scripts/browsers/nos.mjs';

declare const chrome: {
  tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
  runtime: { sendMessage(message: object): Promise<Answer> };
  alarms: { create(name: string, when: object): Promise<void> };
  storage: { local: { get(name: string): Promise<{ feeds?: Feed[] }>; set(values: object): Promise<void> } };
};
interface Answer {
  state: string;
  versions?: { title: string }[];
  related?: { title: string }[];
}
interface Feed {
  checked: number | null;
  problem: { name: string } | null;
}

const sentences = (...subjects: string[]) =>
  subjects.map((one) => `Het waterschap meldt over ${one} dat het werk bij Oosterveen in het voorjaar begint en een jaar zal duren.`);
const DIKE = { title: 'Dijk bij Oosterveen wordt versterkt', paragraphs: sentences('de dijk', 'de klei', 'de bekleding', 'de kosten') };
const LATER = { title: 'Dijk bij Oosterveen wordt toch versterkt', paragraphs: [...DIKE.paragraphs, ...sentences('de bewoners')] };
const PATH = '/artikel/9000001-dijk';
const FEED = '/nosnieuwsalgemeen';

const item = (id: number, title: string, ...paragraphs: string[]) =>
  `<item><title>${title}</title><guid>https://nos.nl/l/${id}</guid><description><![CDATA[${paragraphs.map((one) => `<p>${one}</p>`).join('')}]]></description></item>`;
const rss = (...items: string[]) => `<rss version="2.0"><channel><title>NOS Nieuws</title>${items.join('')}</channel></rss>`;
const BRIDGE = item(
  9000002,
  'Brug over de Linge is dicht',
  'De brug over de Linge bij Tiel is dicht na een aanvaring met een vrachtschip.',
);
const SHIP = item(9000003, 'Vrachtschip vaart tegen brug in Tiel', 'Een vrachtschip is tegen de brug over de Linge bij Tiel gevaren.');
const ENTITIES = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
const BOMB = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boem">${ENTITIES}]>${rss(item(9000009, '&e10;', '&e10;'))}`;

type Serve = (request: IncomingMessage, response: ServerResponse) => unknown;
const text =
  (body: string, status = 200, headers = {}): Serve =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

/** Sends fifty megabytes of a feed, unless the browser hangs up before. */
const endless =
  (tell: (bytes: number) => void): Serve =>
  (_, response) => {
    const piece = Buffer.from(`<rss><channel>${'<item><title>x</title></item>'.repeat(2300)}`);
    const pieces = Array.from({ length: Math.ceil(50e6 / piece.length) }, () => piece);
    let sent = 0;
    const counted = Readable.from(pieces).on('data', ({ length }: Buffer) => {
      sent += length;
      tell(sent);
    });
    response.on('close', () => counted.destroy());
    counted.pipe(response);
  };

/** A browser of a reader, and the NOS that it sees. */
async function readerIn(name: 'Chromium' | 'Firefox') {
  const served: { feed: Serve; article: typeof DIKE } = { feed: text(''), article: DIKE };
  const requests: IncomingMessage[] = [];
  const nos = await playNos({
    get [PATH]() {
      return served.article;
    },
    '/artikel/9000002-brug': { title: 'Brug over de Linge is dicht', paragraphs: [] },
    '/artikel/9000008-linge': {
      title: 'Schipper van vrachtschip gehoord na aanvaring brug Linge',
      paragraphs: ['De brug in Tiel is dicht.'],
    },
    [FEED]: (request, response) => {
      requests.push(request);
      void served.feed(request, response);
    },
  });
  const running = name === 'Chromium' ? await openChromium(nos) : await openFirefox(nos);
  const options = await running.open('options.html');
  await options.waitForSelector('[data-part="feeds"]');
  return {
    name,
    nos,
    served,
    requests,
    running,
    options,
    /** Everything on the disk. */
    disk: () =>
      options.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('terugblik');
            opening.onsuccess = async () => {
              const names = [...opening.result.objectStoreNames];
              const all = names.map((one) => {
                const store = opening.result.transaction(names).objectStore(one);
                return [store.getAllKeys(), store.getAll()];
              });
              const done = all
                .flat()
                .map((request) => new Promise((got) => request.addEventListener('success', () => got(request.result))));
              resolve(JSON.stringify(await Promise.all(done)));
              opening.result.close();
            };
          }),
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
    /** An hour passes: the alarm goes, and the feed has been asked. */
    async anHourLater() {
      const before = await options.evaluate(async () => {
        const { feeds = [] } = await chrome.storage.local.get('feeds');
        const aged = feeds.map((feed) => ({ ...feed, checked: (feed.checked ?? 0) - 3_600_000, failures: 0 }));
        await chrome.storage.local.set({ feeds: aged });
        await chrome.alarms.create('follow', { when: Date.now() });
        return aged[0]?.checked;
      });
      return vi.waitFor(
        async () => {
          const [feed] = await options.evaluate(async () => (await chrome.storage.local.get('feeds')).feeds ?? []);
          expect(feed?.checked).not.toBe(before);
          return feed as Feed;
        },
        { timeout: 15_000, interval: 50 },
      );
    },
  };
}

type Reader = Awaited<ReturnType<typeof readerIn>>;
let readers: Reader[] = [];

beforeAll(async () => {
  readers = await Promise.all([readerIn('Chromium'), readerIn('Firefox')]);
}, 120_000);
afterAll(async () => {
  await Promise.all(
    readers.map(async ({ running, nos }) => {
      await running.close();
      nos.close();
    }),
  );
});

/** Does something in both browsers at once, as most of it is waiting. */
const inBoth = (act: (reader: Reader) => Promise<void>) => async () => {
  const ended = await Promise.allSettled(readers.map(act));
  const failed = ended.flatMap((one, i) => (one.status === 'rejected' ? [`${readers[i]?.name}: ${one.reason?.stack ?? one.reason}`] : []));
  if (failed.length > 0) throw new Error(failed.join('\n'));
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** A page counts as read after five seconds. */
const READ = 5600;

test(
  'writes nothing and asks nothing while everything is off, however long a page is read',
  inBoth(async ({ visit, disk, nos }) => {
    const before = await disk();
    const page = await visit(PATH);
    await pause(READ);
    expect(await disk()).toBe(before);
    expect(before).not.toContain('generation');
    expect(nos.asked).toEqual([`nos.nl${PATH}`]);
    await page.close();
  }),
  60_000,
);

test(
  'follows a feed: its items are found by their address, and as related, also after the background was stopped',
  inBoth(async ({ served, options, running, visit, context }) => {
    served.feed = text(rss(BRIDGE, SHIP), 200, { etag: '"1"' });
    await options.bringToFront();
    await options.click('[data-part="feeds"] input[type=checkbox]');
    await vi.waitFor(
      async () => expect(await options.$eval('[data-part="feeds"] li small', (one) => one.textContent)).toMatch(/2 (?:artikelen|articles)/),
      { timeout: 15_000 },
    );
    await running.stopBackground();
    await Promise.all([visit('/artikel/9000002-brug'), visit('/artikel/9000008-linge')]);
    expect(await context('/artikel/9000002-brug')).toMatchObject({ state: 'archived', versions: [{}] });
    const { related = [] } = await context('/artikel/9000008-linge');
    expect(related.map(({ title }) => title)).toContain('Brug over de Linge is dicht');
  }),
  60_000,
);

test(
  'writes nothing when the feed is as it was',
  inBoth(async ({ served, requests, running, disk, anHourLater }) => {
    served.feed = ({ headers }, response) => response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 500).end();
    await running.stopBackground();
    const before = await disk();
    expect(await anHourLater()).toMatchObject({ problem: null });
    expect(requests).toHaveLength(2);
    expect(await disk()).toBe(before);
  }),
  60_000,
);

test(
  'keeps what is read, and says of each way in which a feed can fail what it was, without loss',
  inBoth(async ({ served, running, options, visit, context, nos, anHourLater }) => {
    await options.bringToFront();
    await options.click('input[name="keepRead"]');
    await running.stopBackground();
    const page = await visit(PATH);
    const begun = Date.now();
    let sent = 0;
    const noteSent = (bytes: number) => {
      sent = bytes;
    };
    const ways: [Serve, string | null][] = [
      [(_, response) => response.destroy(), 'unreachable'],
      [text('', 500), 'server-error'],
      [text('', 302, { location: 'https://elsewhere.example/feed' }), 'moved'],
      [text('<!doctype html><h1>Storing</h1>', 200, { 'content-type': 'text/html' }), 'not-a-feed'],
      [endless(noteSent), 'too-large'],
      [text(BOMB), null],
    ];
    for (const [serve, problem] of ways) {
      served.feed = serve;
      expect((await anHourLater()).problem?.name ?? null).toBe(problem);
    }
    await vi.waitFor(() => expect(sent).toBeGreaterThan(4e6), 10_000);
    expect(sent).toBeLessThan(25e6);
    expect(nos.asked.filter((one) => one.startsWith('elsewhere'))).toEqual([]);
    await pause(READ - (Date.now() - begun));
    await vi.waitFor(async () => expect(await context(PATH)).toMatchObject({ state: 'archived', versions: [{ title: DIKE.title }] }), 5000);
    expect(await context('/artikel/9000002-brug')).toMatchObject({ state: 'archived' });
    await page.close();
  }),
  90_000,
);

test(
  'keeps an article that was changed as a version, and shows what changed',
  inBoth(async ({ served, running, visit, context }) => {
    served.article = LATER;
    await running.stopBackground();
    const page = await visit(PATH);
    await pause(READ - 1000);
    await running.stopBackground();
    await pause(1000);
    await vi.waitFor(
      async () => expect(await context(PATH)).toMatchObject({ versions: [{ title: DIKE.title }, { title: LATER.title }] }),
      5000,
    );
    await running.stopBackground();
    const changes = await running.open('changes.html');
    const link = await changes.waitForSelector('[data-part="changed"] li a');
    const address = (await link?.evaluate((one) => one.getAttribute('href'))) ?? '';
    const compared = await running.open(address);
    await compared.waitForSelector('[data-part="diff"] .diff-title');
    const words = (selector: string) => compared.$$eval(selector, (marks) => marks.map((mark) => mark.lastChild?.textContent));
    expect(await words('.diff-title ins')).toEqual(['toch']);
    expect(await words('.diff-row ins')).toEqual(sentences('de bewoners'));
    await page.close();
  }),
  90_000,
);
