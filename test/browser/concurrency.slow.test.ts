import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../scripts/browsers/chromium.mjs';
import { openFirefox } from '../../scripts/browsers/firefox.mjs';
import { playNos } from '../../scripts/browsers/nos.mjs';
import { type Contents, randomFrom, writeBundle } from '../../scripts/faults/bundle.mjs';
import { choose, ended, importSample, openOptions } from '../../scripts/faults/pages.mjs';

const ARTICLES = { '/artikel/9000001-dijk': { title: 'Dijk', paragraphs: ['De dijk.'] } };
/** Long enough for something else to be done meanwhile; each tells something else. */
const LONG = { posts: 3000, words: 100 };

/** What the pages of the extension call. */
declare const chrome: { tabs: { query(which: object): Promise<{ id: number; url?: string }[]> } };

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Awaited<ReturnType<typeof playNos>>;
  let running: Awaited<ReturnType<typeof openChromium>> | Awaited<ReturnType<typeof openFirefox>>;
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-concurrency-'));
  const bundle = (file: string, contents: Contents) => writeBundle(folder, file, contents, randomFrom(1));

  beforeAll(async () => {
    nos = await playNos(ARTICLES);
    running = name === 'Chromium' ? await openChromium(nos) : await openFirefox(nos);
    const page = await openOptions(running);
    await importSample(page);
    await page.close();
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
    rmSync(folder, { recursive: true });
  });

  test('shows the popup while an import runs', async () => {
    const page = await running.browser.newPage();
    await page.goto('https://nos.nl/artikel/9000001-dijk');
    const options = await openOptions(running);
    const tab = await options.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('https://nos.nl/'))?.id);
    await choose(options, bundle('changed', { ...LONG, changed: 2 }));
    await running.stopBackground();
    const popup = await running.open(`popup.html?tab=${tab}`);
    await popup.waitForSelector('main:not([data-state="loading"])');
    expect(await popup.$eval('main', (main) => main.dataset.state)).toBe('archived');
    await popup.close();
    expect((await ended(options)).end).toBe('done');
    await options.close();
    await page.close();
  }, 60_000);
});
