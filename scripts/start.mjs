// Shows Terugblik at work: builds it, opens a browser, imports an archive, opens an article and the toolbar popup.
//   npm start -- --archive FILE --url ADDRESS    with an archive and an article of your own
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from './browsers/chromium.mjs';
import { browserOrInstall, findBrowser } from './browsers/find.mjs';
import { openFirefox } from './browsers/firefox.mjs';
import { playNos } from './browsers/nos.mjs';

const { values } = parseArgs({
  options: { archive: { type: 'string' }, url: { type: 'string', default: 'https://nos.nl/artikel/9000001-dijk-bij-oosterveen' } },
});
const READ = `(document) => ({ state: document.querySelector('main').dataset.state, text: document.body.innerText })`;
const REPORT = `document.querySelector('[data-part="report"]').innerText.replace(/\\s*\\n\\s*/g, ' · ')`;
const demo = join(import.meta.dirname, '../demo');
const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || ['darwin', 'win32'].includes(process.platform);

const address = new URL(values.url);
if (!/(^|\.)(nos|jeugdjournaal)\.nl$/.test(address.hostname)) {
  console.error(`${address} is no address of nos.nl; the demo plays that site only.`);
  process.exit(1);
}
if (spawnSync(process.execPath, [join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' }).status !== 0) process.exit(1);
const useFirefox = !findBrowser('chromium') && findBrowser('firefox') !== null;
if (!useFirefox) browserOrInstall('chromium');

const page = { title: 'Dijk bij Oosterveen krijgt nieuwe bekleding', paragraphs: ['Het waterschap versterkt de dijk bij Oosterveen.'] };
const nos = await playNos({ [address.pathname]: page });
const running = await (useFirefox ? openFirefox : openChromium)({ ...nos, headless: !display });

console.log(`Importing ${values.archive ?? 'the sample archive'} …`);
const options = await running.open('options.html');
const input = await options.waitForSelector('input[type=file]');
if (values.archive) await input?.uploadFile(resolve(values.archive));
else await options.click('button[data-action="sample"]');
await options.waitForSelector('[data-part="report"]', { timeout: 0 });
console.log(await options.evaluate(REPORT));
mkdirSync(demo, { recursive: true });
await options.screenshot({ path: join(demo, 'options.png') });

const article = await running.browser.newPage();
await article.goto(address.href);
const seen = await running.readPopup(article, READ);
console.log(`\nThe popup on ${address} (${seen.state}):\n\n${seen.text}\n`);
await article.screenshot({ path: join(demo, 'article.png') });
await shoot('popup.png', 380, 600);
console.log('Screenshots are in demo/.');

if (display) console.log('The browser stays open; close it to end.');
else {
  await running.close();
  nos.close();
}
running.browser.on('disconnected', () => process.exit());

/** The popup as a page of its own, which a screenshot can be taken of. @param {string} name @param {number} width @param {number} height */
async function shoot(name, width, height) {
  const tab = await options.evaluate(async (url) => {
    const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
    return (await api.tabs.query({})).find((/** @type {any} */ one) => one.url === url)?.id;
  }, address.href);
  const popup = await running.open(`popup.html?tab=${tab}`);
  await popup.setViewport({ width, height, deviceScaleFactor: 2 });
  await popup.waitForSelector('main:not([data-state="loading"])');
  for (const scheme of ['light', 'dark']) {
    if (!useFirefox) await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await popup.screenshot({ path: join(demo, name.replace('.', `-${scheme}.`)), fullPage: true });
  }
  await popup.close();
}
