import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';

const link = (id: number, text: string) => `<li><a href="/artikel/${id}-kop">${text}</a></li>`;
/** An overview whose styles would reach all that stands in it; below it three hundred links that are not archived. */
const OVERVIEW = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Nieuws</title><link rel="icon" href="data:,">
<style>* { letter-spacing: 3px !important; } li { margin: 12px; border: 9px solid red; } :last-child { padding: 4px; }</style></head>
<body><main><h1>Nieuws</h1><ul>${link(9000001, 'Dijk')}${link(8, 'Niet bewaard')}</ul><ul id="more"></ul>
<ul>${Array.from({ length: 300 }, (_, i) => link(100 + i, `Bericht ${i}`)).join('')}</ul></main></body></html>`;

/** What the pages of the extension call. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let ours: Awaited<ReturnType<typeof running.open>>;
  let page: Awaited<ReturnType<typeof running.open>>;
  let plain: Record<'archived' | 'other', string>;

  beforeAll(async () => {
    nos = await playNos({ '/nieuws': { html: OVERVIEW } });
    running = await openBrowser(name, nos);
    ours = await running.open('options.html');
    await importSample(ours);
    page = await running.browser.newPage();
    await page.goto('https://nos.nl/nieuws');
    await page.bringToFront();
    plain = { archived: await beside('9000001'), other: await beside('8') };
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  const choose = (marks: boolean) => ours.evaluate((on) => chrome.storage.local.set({ settings: { marks: on } }), marks);
  /** A picture of what stands behind the text of a link. */
  async function beside(id: string): Promise<string> {
    const end = await page.$eval(`a[href^="/artikel/${id}-"]`, (one) => {
      const { right, top } = one.getBoundingClientRect();
      return { x: right + 1, y: top };
    });
    return page.screenshot({ clip: { ...end, width: 40, height: 18 }, encoding: 'base64' });
  }
  const layout = () =>
    page.evaluate(() => {
      const places = [...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect());
      const { scrollWidth, scrollHeight } = document.documentElement;
      return JSON.stringify([scrollWidth, scrollHeight, places.map(({ x, y, width, height }) => [x, y, width, height])]);
    });
  const isMarked = async () => (await page.$('terugblik-marks')) !== null;

  test('marks an archived article on an open page once the setting is on, and moves nothing', async () => {
    const before = await layout();
    expect(await isMarked()).toBe(false);
    await choose(true);
    await vi.waitFor(async () => expect(await isMarked()).toBe(true), 5000);
    await vi.waitFor(async () => expect(await beside('9000001')).not.toBe(plain.archived), 5000);
    expect(await beside('8')).toBe(plain.other);
    expect((await layout()) === before).toBe(true);
  }, 30_000);

  test('shows the page nothing of what is marked', async () => {
    expect(await page.$eval('terugblik-marks', (host) => [host.shadowRoot, host.textContent, host.attributes.length])).toEqual([
      null,
      '',
      0,
    ]);
  });

  test('marks a link that is added', async () => {
    await page.$eval('#more', (list) => list.insertAdjacentHTML('beforeend', '<li><a href="https://nos.nl/l/9000002">Erbij</a></li>'));
    const picture = () =>
      page.evaluate(() => {
        const { right, top } = (document.querySelector('#more a') as Element).getBoundingClientRect();
        return { x: right + 1, y: top, width: 40, height: 18 };
      });
    const clip = await picture();
    const before = await page.screenshot({ clip, encoding: 'base64' });
    await vi.waitFor(async () => expect(await page.screenshot({ clip, encoding: 'base64' })).not.toBe(before), 5000);
  }, 30_000);

  test('takes the marks away when the setting is off, also for pages that are opened then', async () => {
    await choose(false);
    await vi.waitFor(async () => expect(await isMarked()).toBe(false), 5000);
    await page.reload();
    expect(await beside('9000001')).toBe(plain.archived);
  }, 30_000);

  test('marks pages that are opened while the setting is on', async () => {
    await choose(true);
    await page.reload();
    await vi.waitFor(async () => expect(await isMarked()).toBe(true), 5000);
  }, 30_000);
});
