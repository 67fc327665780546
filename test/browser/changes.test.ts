import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { importSample } from '../../scripts/faults/pages.mjs';
import { paragraphsOf } from '../../src/article/html-text.ts';

const POST = '2019-9-2-dijk_bij_oosterveen_krijgt_na_dertien_jaar_toch_nieuwe_bekleding.md';
const [, , body = ''] = readFileSync(join(import.meta.dirname, '../../public/sample-archive/_posts', POST), 'utf8').split(/^---$/m);
const TITLE = 'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding';

/** The archived article as its page shows it now: with another title and a paragraph more. */
const PAGE = {
  title: TITLE.replace('dertien', 'twaalf'),
  paragraphs: [...paragraphsOf(body), 'De aannemer haalt de klei uit de rivier.'],
};

declare const chrome: { tabs: { query(which: object): Promise<{ id: number; url?: string }[]> } };

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;

  beforeAll(async () => {
    nos = await playNos({ '/artikel/9000001-dijk': PAGE });
    running = await openBrowser(name, nos);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  test('says in the popup what changed on the page, and shows it', async () => {
    const ours = await running.open('options.html');
    await importSample(ours);
    const page = await running.browser.newPage();
    await page.goto('https://nos.nl/artikel/9000001-dijk');
    const tab = await ours.evaluate(
      async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('https://nos.nl/'))?.id ?? -1,
    );
    const popup = await running.open(`popup.html?tab=${tab}`);
    const line = await popup.waitForSelector('[data-part="changes"] a');
    expect(await line?.evaluate((link) => link.textContent)).toMatch(
      /^(?:kop gewijzigd, 1\salinea toegevoegd|headline changed, 1\sparagraph added) /,
    );
    const compared = await running.open((await line?.evaluate((link) => link.getAttribute('href'))) ?? '');
    await compared.waitForSelector('[data-part="diff"] .diff-title');
    const words = (selector: string) => compared.$$eval(selector, (marks) => marks.map((mark) => mark.lastChild?.textContent));
    expect(await words('.diff-title del, .diff-title ins')).toEqual(['dertien', 'twaalf']);
    expect(await words('.diff-row ins')).toEqual(['De aannemer haalt de klei uit de rivier.']);
  }, 60_000);
});
