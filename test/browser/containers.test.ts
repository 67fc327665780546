import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openFirefox } from '../../scripts/browsers/firefox.mjs';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';

declare const chrome: { tabs: { query(which: object): Promise<{ url?: string }[]> } };

let nos: Nos;
let running: Awaited<ReturnType<typeof openFirefox>>;
beforeAll(async () => {
  nos = await playNos({});
  running = await openFirefox(nos);
}, 120_000);
afterAll(async () => {
  await running?.close();
  nos?.close();
});

test('shows the archive where its page was opened in a container of Firefox, in an ordinary tab', async () => {
  const options = await running.open('options.html');
  await running.openInContainer('archive.html?q=dijk');
  const all = async (which: object) =>
    (await options.evaluate((which) => chrome.tabs.query(which), which)).flatMap(({ url }) =>
      url?.includes('/archive.html') ? [url] : [],
    );
  await vi.waitFor(
    async () => expect(await all({ cookieStoreId: 'firefox-default' })).toEqual([`${running.base}/archive.html?q=dijk`]),
    10_000,
  );
  await vi.waitFor(async () => expect(await all({})).toHaveLength(1), 5000);
}, 60_000);
