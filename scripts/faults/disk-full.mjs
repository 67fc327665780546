// A disk that fills up while an archive is imported: by a quota, and on a small file system of its own where root may mount one.
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../browsers/open.mjs';
import { randomFrom, writeBundle } from './bundle.mjs';
import { answersOf, choose, ended, importSample, importWhole, openOptions, shown, swept } from './pages.mjs';
import { asksOf } from './works.mjs';

/** @typedef {import('../browsers/open.mjs').Running} Running */
/** @typedef {import('../browsers/nos.mjs').Nos} Nos */

const MB = 1024 * 1024;
/** Firefox gives a site ten at least. */
const QUOTA = { chromium: 5 * MB, firefox: 12 * MB };
/** Firefox gives a site a tenth of it. */
const FILE_SYSTEM = 1000 * MB;
/** Room that is left for an import that needs more. */
const LEFT = 5 * MB;
const SMALL = { posts: 1000, words: 100 };
const LARGE = { posts: 12_000, words: 250 };

/**
 * @typedef {object} Full
 * @property {string} name
 * @property {boolean} isLimited whether the extension is built without the right to unlimited storage
 * @property {Record<string, unknown>} preferences of Firefox
 * @property {(folder: string) => void} mount prepares the folder of the profile
 * @property {(running: Running, page: import('puppeteer-core').Page) => Promise<void>} begin before there is an archive
 * @property {(running: Running, page: import('puppeteer-core').Page, folder: string) => Promise<void>} fill
 * @property {(running: Running, page: import('puppeteer-core').Page, folder: string) => Promise<void>} free
 * @property {(folder: string) => void} unmount
 */

/** @param {string} base @param {import('puppeteer-core').Page} page @param {number} [quotaSize] */
async function limit(base, page, quotaSize) {
  if (base.startsWith('moz-')) return;
  const session = await page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin: base, ...(quotaSize && { quotaSize }) });
}
/** @param {string} folder */
function roomIn(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize - LEFT;
}
const filler = (/** @type {string} */ folder) => join(folder, 'filler');

/** @type {Full[]} */
export const FULL = [
  {
    name: 'a quota that is used up',
    isLimited: true,
    preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': QUOTA.firefox / 1024 },
    mount: (folder) => void mkdirSync(folder),
    // From the start: what was left once is believed by Chromium for half a minute.
    begin: ({ base }, page) => limit(base, page, QUOTA.chromium),
    fill: async () => undefined,
    free: ({ base }, page) => limit(base, page),
    unmount: () => undefined,
  },
  {
    name: 'a file system that is full',
    isLimited: false,
    preferences: {},
    mount(folder) {
      mkdirSync(folder);
      const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${FILE_SYSTEM}`, 'tmpfs', folder]);
      if (status !== 0) throw new Error(`no small file system: ${stderr}`);
    },
    begin: async () => undefined,
    async fill(_running, _page, folder) {
      // Piece by piece, as the browser goes on writing.
      const file = openSync(filler(folder), 'w');
      const piece = new Uint8Array(MB);
      for (let room = roomIn(folder); room > 0; room = roomIn(folder)) writeSync(file, piece, 0, Math.min(room, piece.length));
      closeSync(file);
    },
    free: async (_running, _page, folder) => rmSync(filler(folder)),
    unmount: (folder) => void spawnSync('umount', ['-l', folder]),
  },
];

/**
 * Fills the disk under an import: it has to say so with sizes, leave the archive as it was and give the space back; with room
 * again it has to succeed, where room can be made.
 * @param {string} name of the browser @param {Full} full @param {string} folder @param {string} dist @param {Nos} nos
 * @returns {Promise<string>} what was seen
 */
export async function fillDisk(name, full, folder, dist, nos) {
  const isFirefox = name === 'firefox';
  const extension = join(folder, `${name}-${full.isLimited}`);
  cpSync(join(dist, isFirefox ? 'firefox' : 'chrome'), extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const permissions = manifest.permissions.filter((/** @type {string} */ one) => !full.isLimited || one !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  const small = writeBundle(folder, `${name}-small`, SMALL, randomFrom(1));
  const large = writeBundle(folder, `${name}-large`, LARGE, randomFrom(1));
  const profile = join(folder, `${name}-profile-${full.isLimited}`);
  full.mount(profile);
  /** @type {Running | null} */
  let running = null;
  try {
    running = await openBrowser(name, { ...nos, profile, extension, preferences: full.preferences });
    const page = await openOptions(running);
    const used = () => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await full.begin(running, page);
    await importSample(page);
    await importWhole(page, small);
    const answers = answersOf(extension);
    const asks = asksOf({ before: [], chosen: null, posts: [0, 999, 1000] });
    const before = { answers: await answers(page, asks), used: await used() };
    await full.fill(running, page, profile);
    await choose(page, large);
    await shown(page, '[role=progressbar]');
    const { end, text } = await ended(page);
    const told = text.slice(0, 300).replace(/\s+/g, ' ');
    if (end !== 'failed') throw new Error(`the import ended as ${end}: ${told}`);
    if (!/[\d.,]+\s?[kMG]B/.test(text) || !/schijf|disk|ruimte|space/i.test(text)) throw new Error(`it does not tell of space: ${told}`);
    // Chromium opens no database on a full disk, not even to read it.
    const now = await answers(page, asks).catch((error) => {
      if (/full disk/.test(String(error))) return 'closed';
      throw error;
    });
    if (now !== 'closed' && now !== before.answers) throw new Error('the archive does not answer as before');
    await full.free(running, page, profile);
    await page.close();
    const next = await openOptions(running);
    const { unnamed, missing, waiting } = await swept(next);
    if (unnamed.length + missing.length + waiting > 0) throw new Error(`${unnamed} without a name, ${missing} missing, ${waiting} waiting`);
    const after = await next.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    if ((await answers(next, asks)) !== before.answers) throw new Error('the archive does not answer as before once there is room');
    const again = isFirefox && full.isLimited ? 'not tried again' : await importWhole(next, large).then(() => 'done again with room');
    const mb = (/** @type {number} */ bytes) => `${(bytes / MB).toFixed(1)} MB`;
    return `told: “${told}”; the archive ${now === 'closed' ? 'could be asked once there was room' : 'answered meanwhile'}; used ${mb(before.used)} before, ${mb(after)} after; ${again}`;
  } finally {
    await running?.close().catch(() => undefined);
    full.unmount(profile);
  }
}
