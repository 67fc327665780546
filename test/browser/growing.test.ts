import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { post, zip } from '../archive/archives.ts';
import { answer, bothBrowsers, type Reader, type Serve } from './readers.ts';

const sentences = (...subjects: string[]) =>
  subjects.map((one) => `Het waterschap meldt over ${one} dat het werk bij Oosterveen in het voorjaar begint en een jaar zal duren.`);
const DIKE = { title: 'Dijk bij Oosterveen wordt versterkt', paragraphs: sentences('de dijk', 'de klei', 'de bekleding', 'de kosten') };
const LATER = { title: 'Dijk bij Oosterveen wordt toch versterkt', paragraphs: [...DIKE.paragraphs, ...sentences('de bewoners')] };
const PATH = '/artikel/9000001-dijk';
const FEED = '/nosnieuwsalgemeen';
const BUNDLE = '/krant.zip';

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

const inBoth = bothBrowsers({
  [PATH]: DIKE,
  '/artikel/9000002-brug': { title: 'Brug over de Linge is dicht', paragraphs: [] },
  '/artikel/9000008-linge': {
    title: 'Schipper van vrachtschip gehoord na aanvaring brug Linge',
    paragraphs: ['De brug in Tiel is dicht.'],
  },
  '/artikel/9000004-polder': { title: 'Polder blijft droog', paragraphs: ['De polder blijft droog.'] },
});
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** A page counts as read after five seconds. */
const READ = 5600;

test(
  'writes nothing and asks nothing while everything is off, however long a page is read',
  inBoth(async ({ visit, disk, asked }) => {
    const before = await disk();
    const page = await visit(PATH);
    await pause(READ);
    expect(await disk()).toBe(before);
    expect(before).not.toContain('generation');
    expect(asked).toEqual([`nos.nl${PATH}`]);
    await page.close();
  }),
  60_000,
);

test(
  'follows a feed: its items are found by their address, and as related, also after the background was stopped',
  inBoth(async ({ served, options, running, visit, context, bringOptionsToFront }) => {
    served[FEED] = answer(rss(BRIDGE, SHIP), 200, { etag: '"1"' });
    await bringOptionsToFront();
    await options.click('[data-part="feeds"] input[type=checkbox]');
    await vi.waitFor(
      async () => expect(await options.$eval('[data-part="feeds"] li small', (one) => one.textContent)).toMatch(/2 (?:artikelen|articles)/),
      { timeout: 15_000 },
    );
    await running.stopBackground();
    // One after the other: a tab that another is brought before may never tell that it is in front.
    await visit('/artikel/9000002-brug');
    await visit('/artikel/9000008-linge');
    expect(await context('/artikel/9000002-brug')).toMatchObject({ state: 'archived', versions: [{}] });
    const { related = [] } = await context('/artikel/9000008-linge');
    expect(related.map(({ title }) => title)).toContain('Brug over de Linge is dicht');
  }),
  60_000,
);

test(
  'writes nothing when the feed is as it was',
  inBoth(async ({ served, asked, running, disk, later }) => {
    served[FEED] = ({ headers }, response) => response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 500).end();
    await running.stopBackground();
    const before = await disk();
    expect(await later(1, 'feeds')).toMatchObject({ problem: null });
    expect(asked.filter((one) => one.endsWith(FEED))).toHaveLength(2);
    expect(await disk()).toBe(before);
  }),
  60_000,
);

test(
  'keeps what is read, and says of each way in which a feed can fail what it was, without loss',
  inBoth(async ({ served, running, options, visit, context, asked, later, bringOptionsToFront }) => {
    await bringOptionsToFront();
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
      [answer('', 500), 'server-error'],
      [answer('', 302, { location: 'https://elsewhere.example/feed' }), 'moved'],
      [answer('<!doctype html><h1>Storing</h1>', 200, { 'content-type': 'text/html' }), 'not-a-feed'],
      [endless(noteSent), 'too-large'],
      [answer(BOMB), null],
    ];
    for (const [serve, problem] of ways) {
      served[FEED] = serve;
      expect((await later(1, 'feeds')).problem?.name ?? null).toBe(problem);
    }
    await vi.waitFor(() => expect(sent).toBeGreaterThan(4e6), 10_000);
    expect(sent).toBeLessThan(25e6);
    expect(asked.filter((one) => one.startsWith('elsewhere'))).toEqual([]);
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
    served[PATH] = LATER;
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

/** Puts a translation in the place of a page's text, as the browser itself does on request: with a class of its own, or only another language. */
const translate = (document: Document, name: string) => {
  if (name === 'Chromium') document.documentElement.classList.add('translated-ltr');
  else document.documentElement.lang = 'en';
  for (const one of document.querySelectorAll('h1, p'))
    one.innerHTML = `<font><font>The water board of ${one.textContent?.length} says more</font></font>`;
};

test(
  'takes a translation that the browser made of a page for no change, and keeps none',
  inBoth(async ({ name, visit, context }) => {
    const page = await visit(PATH);
    await vi.waitFor(async () => expect(await context(PATH)).toMatchObject({ article: { title: LATER.title } }), 5000);
    await page.evaluate(`(${translate})(document, '${name}')`);
    await pause(READ);
    expect(await context(PATH)).toMatchObject({
      article: { title: LATER.title },
      versions: [{ title: DIKE.title }, { title: LATER.title }],
    });
    // The page goes on to another article, which is translated before it can be read.
    await page.evaluate(`void go('/artikel/9000004-polder')`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Polder'));
    await page.evaluate(`(${translate})(document, '${name}')`);
    await vi.waitFor(
      async () => expect(await context('/artikel/9000004-polder')).toMatchObject({ article: { title: '', isTranslated: true } }),
      5000,
    );
    await page.close();
  }),
  60_000,
);

/** A host that the extension may ask for on a click; in Chromium, where no script can answer its question, one that it may read. */
const hostFor = ({ name }: Reader) => (name === 'Firefox' ? 'archief.example' : 'archief.nos.nl');
const bundleOf = async (...titles: string[]) => {
  const posts = titles.map((title, i) => [`krant-master/_posts/2019-10-${i + 1}-${i}.md`, post(title)]);
  return new Uint8Array(await zip(Object.fromEntries(posts)).file.arrayBuffer());
};
/** Waits for the report of an import that says so. */
const expectReport = ({ options }: Reader, counts: Record<string, number>) =>
  vi.waitFor(
    async () => {
      const shown = await options.$$eval('[data-part="report"][data-state="done"] [data-count]', (all) =>
        Object.fromEntries(all.map((one) => [one.getAttribute('data-count'), Number(one.textContent)])),
      );
      expect(shown).toMatchObject(counts);
    },
    { timeout: 15_000, interval: 100 },
  );

test(
  'fetches an archive from its address, telling the server nothing, and asks daily for what is newer',
  inBoth(async (reader) => {
    const { served, asked, options, running, disk, later, bringOptionsToFront } = reader;
    const host = hostFor(reader);
    const bundle = await bundleOf('A', 'B');
    const told: object[] = [];
    served[BUNDLE] = ({ headers }, response) => {
      const { cookie, referer, origin, 'if-none-match': known } = headers;
      told.push({ cookie, referer, origin, known });
      if (known === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(bundle);
    };
    await bringOptionsToFront();
    await options.type('input[name="source"]', `https://${host}${BUNDLE}`);
    await options.click('button[data-action="fetch"]');
    await expectReport(reader, { posts: 2, added: 2 });
    await options.click('[data-part="source"] input[name="daily"]');
    await running.stopBackground();
    const before = await disk();
    expect(await later(25, 'sources')).toMatchObject({ problem: null });
    expect(await disk()).toBe(before);
    expect(told).toEqual([{}, { known: '"1"' }]);
    expect(asked.filter((one) => one.startsWith('archief'))).toEqual([`${host}${BUNDLE}`, `${host}${BUNDLE}`]);
  }),
  60_000,
);

test(
  'says of each way in which an archive can fail to come what it was, and keeps the old one',
  inBoth(async (reader) => {
    const { served, asked, options, running, disk, later } = reader;
    const bundle = await bundleOf('A', 'B', 'C');
    const half = bundle.subarray(0, bundle.length / 2);
    const ways: [Serve, string][] = [
      [(_, response) => response.destroy(), 'unreachable'],
      [answer('', 500), 'server-error'],
      [answer('', 302, { location: 'https://elsewhere.example/krant.zip' }), 'moved'],
      [answer('<!doctype html><h1>Storing</h1>', 200, { 'content-type': 'text/html' }), 'not-a-bundle'],
      [answer(half), 'damaged'],
      [
        (_, response) => {
          response.writeHead(200, { 'content-length': bundle.length });
          response.write(half, () => response.destroy());
        },
        'unreachable',
      ],
    ];
    const bundles = async () => JSON.parse(await disk('manifest'))[1][0].bundles;
    const before = await bundles();
    for (const [serve, problem] of ways) {
      served[BUNDLE] = serve;
      await running.stopBackground();
      expect((await later(25, 'sources')).problem?.name).toBe(problem);
    }
    expect(await bundles()).toEqual(before);
    expect(asked.filter((one) => one.startsWith('elsewhere'))).toEqual([]);
    expect(await options.$eval('[data-part="source"] .warning', (one) => one.textContent)).toContain(hostFor(reader));
    served[BUNDLE] = answer(bundle);
    await options.click('button[data-action="fetch-newer"]');
    await expectReport(reader, { added: 1, unchanged: 2 });
    await vi.waitFor(async () => expect(await options.$('[data-part="source"] .warning')).toBeNull(), 5000);
    // What else the report offers is done with the file that was fetched.
    served[BUNDLE] = answer(await bundleOf('A', 'B'));
    await options.click('button[data-action="fetch-newer"]');
    await expectReport(reader, { added: 0, unchanged: 2, removed: 0 });
    await options.click('button[data-action="mirror"]');
    await expectReport(reader, { unchanged: 2, removed: 1 });
  }),
  90_000,
);
