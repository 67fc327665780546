import 'fake-indexeddb/auto';
import '../archive/older-analyser.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { openBrowser, type Running } from '../../scripts/browsers/open.mjs';
import { disconnect } from '../../src/archive/store/connection.ts';
import { post, run, zip } from '../archive/archives.ts';
import { readDisk } from '../archive/faults/disk.ts';
import { asEarlier } from '../archive/older-analyser.ts';
import { AXE, violations } from './axe.ts';

/** An archive as an earlier version left it, as text: bytes as lists of numbers. */
async function earlierArchive(): Promise<string> {
  const titles = ['Nieuws uit de steden', 'Nieuws van de dijken', 'Schepen op weg'];
  const posts = titles.map((title, i) => [`krant-master/_posts/${i}.md`, post(title, { link: `https://nos.nl/l/${i + 1}` })] as const);
  await asEarlier(() => run(zip(Object.fromEntries(posts))));
  await disconnect();
  return JSON.stringify(await readDisk(), (_, value) => (value instanceof Uint8Array ? { bytes: [...value] } : value));
}

/** Puts it in the place of what the page has. Runs in the page. */
async function putArchive(text: string): Promise<void> {
  type Stores = { name: string; keyPath: string | null; records: [IDBValidKey, unknown][] }[];
  const { stores } = JSON.parse(text, (_, value) => (value?.bytes?.length ? new Uint8Array(value.bytes) : value)) as { stores: Stores };
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('terugblik');
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = database.transaction([...database.objectStoreNames], 'readwrite');
  for (const { name, keyPath, records } of stores)
    for (const [key, value] of records) writing.objectStore(name).put(value, keyPath === null ? key : undefined);
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}

describe.each(['Chromium', 'Firefox'])('an archive whose words an earlier version read, in %s', (name) => {
  let nos: Nos;
  let running: Running;
  let page: Awaited<ReturnType<typeof running.open>>;

  beforeAll(async () => {
    nos = await playNos({});
    running = await openBrowser(name, nos);
    page = await running.open('options.html');
    await page.waitForSelector('[data-part="preferences"]');
    await page.evaluate(putArchive, await earlierArchive());
    await reopen();
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    nos?.close();
  });

  async function reopen() {
    await page.close();
    page = await running.open('options.html');
    await page.bringToFront();
  }

  /** The titles that a search finds. */
  async function found(words: string): Promise<string[]> {
    const archive = await running.open(`archive.html?q=${words}`);
    await archive.bringToFront();
    await archive.waitForSelector('.nothing, [data-part="results"] li a');
    const titles = await archive.$$eval('[data-part="results"] li a', (all) => all.map((one) => one.textContent));
    await archive.close();
    await page.bringToFront();
    return titles;
  }

  test('finds less than it could, which the options page says', async () => {
    expect(await found('stad')).toEqual([]);
    await page.waitForSelector('[data-part="outdated"]');
    expect(await page.evaluate(AXE).then(() => page.evaluate(violations))).toEqual([]);
  }, 60_000);

  test('stays as it was where reading its words again is cancelled', async () => {
    // Another window is at work.
    await page.evaluate(
      () =>
        new Promise<void>((held) => {
          const atWork = new Promise<void>((release) => Object.assign(globalThis, { release }));
          void navigator.locks.request('terugblik-import', () => {
            held();
            return atWork;
          });
        }),
    );
    await page.click('button[data-action="renew"]');
    await page.waitForSelector('.progress button[data-action="cancel"]');
    await page.click('.progress button[data-action="cancel"]');
    await page.evaluate(() => (globalThis as unknown as { release(): void }).release());
    await page.waitForSelector('[data-part="renewed"][data-state="cancelled"]');
    expect(await found('stad')).toEqual([]);
  }, 60_000);

  test('finds all of it once the reader lets its words be read again, and says so no more', async () => {
    await page.click('button[data-action="renew"]');
    await page.waitForSelector('[data-part="renewed"][data-state="done"]');
    await page.waitForSelector('[data-part="outdated"]', { hidden: true });
    expect(await page.$eval('[data-part="renewed"]', (one) => one.textContent)).toMatch(/\b3\b/);
    expect(await page.evaluate(() => document.activeElement?.querySelector('[data-part="renewed"]') !== null)).toBe(true);
    expect(await page.evaluate(violations)).toEqual([]);
    expect(await found('stad')).toEqual(['Nieuws uit de steden']);
    await reopen();
    await page.waitForSelector('[data-part="bundles"] li');
    expect(await page.$('[data-part="outdated"]')).toBeNull();
  }, 60_000);
});
