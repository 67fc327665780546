// A real Chromium with the extension, a fresh profile, and nos.nl played on this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from './find.mjs';

const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/**
 * @param {{ port: number, hosts: readonly string[], headless?: boolean, profile?: string, extension?: string }} options port of the server that plays
 *   the sites; a profile that is kept; the folder of another build
 */
export async function openChromium({ port, hosts, headless = true, profile, extension = join(import.meta.dirname, '../../dist/chrome') }) {
  const userDataDir = profile ?? (await mkdtemp(join(tmpdir(), 'terugblik-chromium-')));
  const played = hosts.flatMap((host) => [`MAP ${host}:443 127.0.0.1:${port}`, `MAP *.${host}:443 127.0.0.1:${port}`]);
  const map = [...played, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join();
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: browserOrInstall('chromium'),
    headless,
    pipe: true,
    userDataDir,
    enableExtensions: [extension],
    args: [...FLAGS, `--host-resolver-rules=${map}`, '--ignore-certificate-errors'],
    defaultViewport: null,
  });
  const isWorker = (/** @type {import('puppeteer-core').Target} */ target) => target.type() === 'service_worker';
  const base = `chrome-extension://${new URL((await browser.waitForTarget(isWorker)).url()).host}`;
  const popup = async (/** @type {import('puppeteer-core').Page} */ page) => {
    const extension = /** @type {import('puppeteer-core').Extension} */ ([...(await browser.extensions()).values()][0]);
    await page.bringToFront();
    await page.triggerExtensionAction(extension);
    return (await browser.waitForTarget((target) => target.url() === `${base}/popup.html`)).asPage();
  };
  return {
    browser,
    base,
    async open(/** @type {string} */ path) {
      const page = await browser.newPage();
      await page.goto(`${base}/${path}`);
      return page;
    },
    /** Clicks the toolbar button on a page and gives the popup that opens. */
    popup,
    /**
     * Clicks the toolbar button on a page, and reads the popup by a function of its document, given as text.
     * @param {import('puppeteer-core').Page} page
     * @param {string} read
     */
    async readPopup(page, read) {
      const opened = await popup(page);
      await opened.waitForSelector('main:not([data-state="loading"])');
      const seen = await opened.evaluate(`(${read})(document)`);
      await opened.close().catch(() => undefined);
      return /** @type {any} */ (seen);
    },
    /** Shows a page in light or dark colours. @param {import('puppeteer-core').Page} page @param {'light' | 'dark'} scheme */
    colours: (page, scheme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
    /** Lets the extension into private windows, as a reader does on the browser's page of extensions. */
    async allowPrivate() {
      const session = await browser.target().createCDPSession();
      await session.send('Extensions.loadUnpacked', { path: extension, enableInIncognito: true });
      await session.detach();
      // It is loaded anew for that, and its pages are not there until then.
      await browser.waitForTarget(isWorker);
    },
    async stopBackground() {
      const target = browser.targets().find(isWorker);
      if (!target) return;
      // One that is just stopping of itself may never be heard of again.
      const gone = new Promise((resolve) => browser.on('targetdestroyed', (one) => one === target && resolve(undefined)));
      await Promise.race([gone, closeWorker(target)]);
    },
    async close() {
      await browser.close();
      if (!profile) await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** @param {import('puppeteer-core').Target} target */
async function closeWorker(target) {
  // Closed by the time that its session is to be ended, it has none any more: stopped all the same.
  await (await target.worker())?.close().catch((error) => {
    if (!/No session with given id/.test(String(error))) throw error;
  });
}
