import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { BODIES, bundleOfBodies, keyOfBody } from '../archive/hostile/bodies.ts';

/** What an archived text may be drawn with. */
const TAGS =
  'p div figure figcaption h1 h2 h3 h4 h5 h6 a em i strong b u s small sub sup ul ol li dl dt dd br hr blockquote q cite pre code table thead tbody tr th td span';
const ATTRIBUTES = 'href alt width height lang dir colspan rowspan target rel class';

/** Tries to reach the extension from a web page, by all that a page has, and gives what succeeded. Runs in the page. */
async function reach(base: string): Promise<string[]> {
  const reached: string[] = [];
  const files = ['popup.html', 'archive.html', 'manifest.json', 'icons/16.png', 'content.js', 'popup.js'];
  const loads = (tag: 'img' | 'script' | 'link', file: string) =>
    new Promise<boolean>((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      if (tag === 'link') (element as HTMLLinkElement).rel = 'stylesheet';
      element.setAttribute(tag === 'link' ? 'href' : 'src', `${base}/${file}`);
      document.body.append(element);
    });
  for (const file of files) {
    const isFetched = await fetch(`${base}/${file}`, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    if (isFetched) reached.push(`fetched ${file}`);
  }
  if (await loads('img', 'icons/16.png')) reached.push('an image');
  if (await loads('script', 'content.js')) reached.push('a script');
  for (const file of ['popup.html', 'options.html', 'archive.html?article=nos:1']) {
    const frame = document.createElement('iframe');
    frame.src = `${base}/${file}`;
    document.body.append(frame);
  }
  const answers: unknown[] = [];
  addEventListener('message', ({ data }) => answers.push(data));
  const message = { name: 'archived-counts', request: { keys: ['nos:9000001'] } };
  for (const one of [message, 'read-article', { type: 'terugblik' }]) dispatchEvent(new MessageEvent('message', { data: one }));
  document.dispatchEvent(new CustomEvent('terugblik', { detail: message }));
  for (const api of ['chrome', 'browser']) {
    const { runtime } = ((globalThis as Record<string, unknown>)[api] ?? {}) as { runtime?: { sendMessage?: unknown } };
    if (runtime?.sendMessage) reached.push(`${api}.runtime.sendMessage`);
  }
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (answers.length > 3) reached.push(`was answered: ${JSON.stringify(answers)}`);
  if ('terugblik' in globalThis || document.querySelector('[class*=terugblik], [id*=terugblik], terugblik-marks')) reached.push('a trace');
  return reached;
}

/** Provokes whatever listens in an archived text, and gives what is amiss with it. Runs in the page. */
function provoke(tags: string, attributes: string): string[] {
  const body = document.querySelector('.body');
  if (!body?.textContent?.includes('Eerst.')) return [`it is not shown: ${body?.innerHTML}`];
  const amiss: string[] = [];
  for (const element of body.querySelectorAll('*')) {
    for (const type of ['mouseover', 'focus', 'input', 'toggle', 'animationstart', 'load', 'error']) element.dispatchEvent(new Event(type));
    // The sign that Terugblik itself draws in place of a picture.
    const isSign = element.closest('.picture > svg.icon:first-child') !== null;
    if (!isSign && !tags.split(' ').includes(element.localName)) amiss.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (isSign && ['class', 'width', 'height', 'viewBox', 'aria-hidden', 'focusable', 'd'].includes(name)) continue;
      if (name === 'href' && element.getAttribute('rel') !== 'noopener noreferrer') amiss.push(element.outerHTML);
      if (!attributes.split(' ').includes(name) || (name === 'href' && !/^https?:/.test(value))) amiss.push(element.outerHTML);
    }
  }
  if ('hacked' in globalThis) amiss.push('a script ran');
  if (!location.pathname.endsWith('/archive.html')) amiss.push(`it led to ${location.href}`);
  return amiss;
}

describe.each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  let running: Running;
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-hostile-'));
  const asked: string[] = [];

  beforeAll(async () => {
    nos = await playNos({});
    running = await openBrowser(name, nos);
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('lets a web page show, load or ask nothing of ours', async () => {
    const page = await running.browser.newPage();
    await page.goto('https://nos.nl/nieuws');
    expect(await page.evaluate(reach, running.base)).toEqual([]);
    expect(page.frames().map((frame) => frame.url().startsWith(running.base))).toEqual(expect.not.arrayContaining([true]));
    const drawn = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.querySelector('main[data-state]') !== null).catch(() => false)),
    );
    expect(drawn).not.toContain(true);
    await page.close();
  }, 30_000);

  test('imports a bundle of hostile bodies, each of them', async () => {
    const path = join(folder, 'krant.zip');
    writeFileSync(path, bundleOfBodies());
    const options = await running.open('options.html');
    options.on('request', (request) => asked.push(request.url()));
    const input = await options.waitForSelector('input[type=file]:not([data-input])');
    await (input as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(path);
    await options.waitForSelector('[data-part="report"][data-state="done"]', { timeout: 30_000 });
    expect(await options.$eval('[data-count="posts"]', (one) => Number(one.textContent))).toBe(BODIES.length);
    await options.close();
  }, 60_000);

  test('shows each without running a script or asking any host', async () => {
    const page = await running.open('archive.html');
    await page.bringToFront();
    await page.waitForSelector('main[data-state="ready"] [data-part="results"] li a');
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      asked.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const amiss: string[] = [];
    for (const [i, body] of BODIES.entries()) {
      // As a click on a result does: another page load for each would take most of a minute.
      await page.evaluate((key) => {
        history.pushState(null, '', `archive.html?article=${key}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, keyOfBody(i));
      await page.waitForFunction(
        (title) => document.querySelector('[data-part="title"]')?.textContent === title,
        { timeout: 5000 },
        `Kwaad ${i}`,
      );
      for (const one of await page.evaluate(provoke, TAGS, ATTRIBUTES)) amiss.push(`${body}: ${one}`);
    }
    expect(amiss).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.close();
    expect(asked.filter((address) => !/^(?:(?:chrome|moz)-extension:|data:,)/.test(address))).toEqual([]);
    // What Firefox asks for itself goes to its maker; nothing of ours may be among it.
    expect(nos.refused.filter((host) => !/\.(?:mozilla\.(?:com|org|net)|firefox\.com):?/.test(host))).toEqual([]);
  }, 90_000);
});
