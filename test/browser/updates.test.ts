import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';

const ARCHIVED = 'https://nos.nl/artikel/9000001-dijk';
const ARTICLES = {
  '/artikel/9000001-dijk': { title: 'Dijk', paragraphs: ['De dijk bij Oosterveen.'] },
  '/l/9100001': { title: 'Werk aan dijk bij Oosterveen begint eerder', paragraphs: ['Het waterschap versterkt de dijk bij Oosterveen.'] },
};
const READ = `(document) => document.querySelector('main').dataset.state + ': ' + document.querySelector('[data-part="title"]')?.textContent`;

const WAIT = { timeout: 15_000, interval: 300 };

/** A page that was open before the update. */
declare const go: (path: string) => Promise<void>;
declare const chrome: {
  tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
  action: { getBadgeText(which: object): Promise<string> };
  runtime: { getManifest(): { version: string } };
};

describe.each(['Chromium', 'Firefox'])('an update in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-update-'));
  const setVersion = (version: string) => {
    const path = join(folder, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version }));
  };
  let nos: Nos;
  let running: Running;
  let article: Awaited<ReturnType<typeof running.open>>;
  const errors: string[] = [];

  beforeAll(async () => {
    cpSync(join(import.meta.dirname, '../../dist', name === 'Chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
    setVersion('0.0.1');
    nos = await playNos(ARTICLES);
    running = await openBrowser(name, { ...nos, extension: folder });
    const options = await running.open('options.html');
    await importSample(options);
    await options.close();
    article = await running.browser.newPage();
    article.on('pageerror', (error) => errors.push(String(error)));
    article.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await article.goto(ARCHIVED);
    await vi.waitFor(async () => expect(await badge(ARCHIVED)).toBe('0.0.1: 2'), WAIT);
    setVersion('0.0.2');
    await running.browser.installExtension(folder);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
    rmSync(folder, { recursive: true });
  });

  /** The number on the button for the tab that shows an address. */
  async function badge(address: string): Promise<string> {
    const ours = await running.open('options.html');
    const text = await ours.evaluate(async (address) => {
      const id = (await chrome.tabs.query({})).find(({ url }) => url === address)?.id;
      return `${chrome.runtime.getManifest().version}: ${await chrome.action.getBadgeText({ tabId: id })}`;
    }, address);
    await ours.close();
    return text;
  }

  test('keeps the archive, and a tab that was open has its number again', async () => {
    await vi.waitFor(async () => expect(await badge(ARCHIVED)).toBe('0.0.2: 2'), WAIT);
    expect(await running.readPopup(article, READ)).toBe('archived: Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding');
  }, 60_000);

  test('goes on following that tab, of which the old script says no more', async () => {
    await article.evaluate(() => go('/l/9100001'));
    await vi.waitFor(async () => expect(await badge('https://nos.nl/l/9100001')).toBe('0.0.2: '), WAIT);
    expect(await running.readPopup(article, READ)).toMatch(/^related/);
    await article.evaluate(() => go('/artikel/9000001-dijk'));
    await vi.waitFor(async () => expect(await badge(ARCHIVED)).toBe('0.0.2: 2'), WAIT);
    if ('errors' in running) errors.push(...(await running.errors('content.js')));
    expect(errors).toEqual([]);
  }, 60_000);
});
