import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { packageIn } from '../../scripts/browsers/package.mjs';

const ARTICLES = {
  '/artikel/9000001-elke-slug': { title: 'Dijk', paragraphs: ['De dijk.'] },
  '/l/9100001': {
    title: 'Werk aan dijk bij Oosterveen begint eerder',
    paragraphs: [
      'Het waterschap begint eerder met de versterking van de dijk bij Oosterveen.',
      'Dijkgraaf Wiersma is blij voor de bewoners.',
    ],
  },
  '/l/9100002': { title: 'Xylofoon quizt kwantumjazz', paragraphs: ['Zonderlinge blokfluitakkoorden.'] },
  '/l/2307958': { title: 'Callimachi over Baghdadi', paragraphs: ['IS-leider Baghdadi is dood.'] },
  '/artikel/2307958-any-slug': { title: 'Callimachi over Baghdadi', paragraphs: ['IS-leider Baghdadi is dood.'] },
  '/l/9100003': {
    title: 'IS-leider Baghdadi gedood bij Amerikaanse operatie',
    paragraphs: ['Abu Bakr al-Baghdadi, de leider van Islamitische Staat, is omgekomen bij een Amerikaanse operatie in Idlib, zegt Trump.'],
  },
};

/** Runs in the popup, given as text. */
const READ = `(document) => ({
  state: document.querySelector('main').dataset.state,
  reason: document.querySelector('main').dataset.reason,
  title: document.querySelector('[data-part="title"]')?.textContent,
  stats: document.querySelector('[data-part="stats"]')?.textContent,
  versions: document.querySelectorAll('[data-part="versions"] li a[href]').length,
  related: [...document.querySelectorAll('[data-part="related"] li a[href]')].map((link) => link.textContent),
})`;

/** `npm test` does the job with the packages for the stores; run by itself, this file does it with what is built. */
const { TERUGBLIK_PACKAGES: PACKAGES } = process.env;
const installed = (browser: 'chrome' | 'firefox') => (PACKAGES ? { extension: packageIn(PACKAGES, browser) } : {});

const REAL = fileURLToPath(new URL('../../../shared/archive/leestmeer-2k.zip', import.meta.url));

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  const requested: string[] = [];

  beforeAll(async () => {
    nos = await playNos(ARTICLES);
    running = await openBrowser(name, { ...nos, ...installed(name === 'Chromium' ? 'chrome' : 'firefox') });
  }, 180_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  async function popupOn(address: string, { stopped = false } = {}) {
    const page = await running.browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(address);
    if (stopped) await running.stopBackground();
    const seen = await running.readPopup(page, READ);
    await page.close();
    return seen;
  }

  async function importReport(choose: (page: Awaited<ReturnType<typeof running.open>>) => Promise<void>) {
    const options = await running.open('options.html');
    await options.waitForSelector('input[type=file]');
    await choose(options);
    await options.waitForSelector('[data-part="report"]', { timeout: 60_000 });
    const report = await options.evaluate(() => {
      const count = (name: string) => Number(document.querySelector(`[data-count="${name}"]`)?.textContent?.replace(/\D/g, ''));
      const names = ['entries', 'posts', 'articles', 'versioned', 'added', 'skipped'] as const;
      const state = document.querySelector<HTMLElement>('[data-part="report"]')?.dataset.state;
      return { state, ...Object.fromEntries(names.map((one) => [one, count(one)])) };
    });
    await options.close();
    return report;
  }

  test('says that there is no archive yet', async () => {
    expect(await popupOn('https://nos.nl/artikel/9000001-elke-slug')).toMatchObject({ state: 'no-archive' });
  }, 60_000);

  test('imports the sample archive and reports it', async () => {
    const report = await importReport((page) => page.click('button[data-action="sample"]'));
    expect(report).toMatchObject({ state: 'done', posts: 40, articles: 38, versioned: 2, added: 40, skipped: 0 });
  }, 90_000);

  test.each([false, true])(
    'shows an archived article in the toolbar popup (background stopped: %s)',
    async (stopped) => {
      const seen = await popupOn('https://nos.nl/artikel/9000001-elke-slug', { stopped });
      expect(seen).toMatchObject({
        state: 'archived',
        title: 'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding',
        versions: 2,
      });
      expect(seen.related.length).toBeGreaterThanOrEqual(4);
    },
    60_000,
  );

  test.each([false, true])(
    'shows what is related to an article that is not archived (background stopped: %s)',
    async (stopped) => {
      const seen = await popupOn('https://nos.nl/l/9100001', { stopped });
      expect(seen.state).toBe('related');
      expect(seen.related.slice(0, 3).every((title: string) => /dijk/i.test(title))).toBe(true);
    },
    60_000,
  );

  test('says that nothing is like an article, and that a page is none', async () => {
    expect(await popupOn('https://nos.nl/l/9100002')).toMatchObject({ state: 'none', reason: 'absent' });
    expect(await popupOn('https://nos.nl/teletekst')).toMatchObject({ state: 'not-article' });
  }, 60_000);

  describe.runIf(existsSync(REAL))('with a real archive', () => {
    test('imports it whole', async () => {
      const report = await importReport(async (page) => {
        const input = await page.$('input[type=file]');
        await (input as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(REAL);
      });
      expect(report).toMatchObject({ state: 'done', entries: 1608, posts: 1608, articles: 1574, versioned: 31, skipped: 0 });
    }, 120_000);

    test.each([
      ['https://nos.nl/l/2307958', false],
      ['https://nos.nl/artikel/2307958-any-slug', true],
    ])(
      'shows what it has of %s (background stopped: %s)',
      async (address, stopped) => {
        const seen = await popupOn(address, { stopped });
        expect(seen).toMatchObject({ state: 'archived', title: "'Baghdadi's relevantie nam af, maar IS'ers zullen toch wraak willen'" });
        expect(seen.stats).toMatch(/635 (?:woorden|words) 357 uni/);
        expect(seen.stats).not.toMatch(/weergaven|views/);
        expect(seen.related.slice(0, 5).filter((title: string) => /baghdadi|IS-leider/i.test(title)).length).toBeGreaterThanOrEqual(4);
      },
      60_000,
    );

    test.each([false, true])(
      'finds the same posts for an unseen article about it (background stopped: %s)',
      async (stopped) => {
        const seen = await popupOn('https://nos.nl/l/9100003', { stopped });
        expect(seen.state).toBe('related');
        expect(seen.related.slice(0, 5).filter((title: string) => /baghdadi|IS-leider/i.test(title)).length).toBeGreaterThanOrEqual(4);
      },
      60_000,
    );
  });

  test('asked no host but the pages’ own', () => {
    expect(
      requested.map((address) => new URL(address)).filter(({ protocol, hostname }) => protocol !== 'data:' && hostname !== 'nos.nl'),
    ).toEqual([]);
    // What Firefox asks for itself goes to its maker; nothing of ours may be among it.
    expect(nos.refused.filter((host) => !/\.(?:mozilla\.(?:com|org|net)|firefox\.com):?/.test(host))).toEqual([]);
  });
});
