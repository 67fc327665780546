// One blow: some work is struck, and whatever is left has to be whole.
import { copyDatabase, readNames } from './disk.mjs';
import { answersOf, choose, ended, importSample, importWhole, openOptions, remove, shown, swept } from './pages.mjs';
import { asksOf } from './works.mjs';

/** @typedef {import('../browsers/open.mjs').Running} Running */
/** @typedef {import('./ways.mjs').Way} Way */
/** @typedef {import('./works.mjs').Work} Work */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ old: string, new: string, whole: number, path: string | null }} Prepared answers before and after, how long it takes, what is chosen */
/** @typedef {'old' | 'new'} Told */

const ARCHIVE = 'terugblik';
const BEFORE = 'terugblik-before';

/** @param {{ extension: string, launch(): Promise<Running> }} browser @param {Work} work */
export function casesOf({ extension, launch }, work) {
  const answers = answersOf(extension);
  const asks = asksOf(work);

  /** Begins the work. @param {Running} running @param {Page} page @param {Prepared} prepared */
  async function begin(running, page, { path }) {
    if (path) {
      await choose(page, path);
      await shown(page, '[role=progressbar], [data-part="report"]:not([data-old])');
      return page;
    }
    await remove(page, 'krant');
    // A page that is left lets go of what it could have put back; the next one sweeps.
    await page.close();
    return openOptions(running);
  }
  /** Waits until the work is done. @param {Page} page @param {Prepared} prepared */
  async function finish(page, { path }) {
    if (!path) return void (await swept(page));
    const { end, text } = await ended(page);
    if (end !== 'done') throw new Error(`the import ended as ${end}: ${text}`);
  }
  /** @param {Page} page @param {Prepared} prepared @returns {Promise<Told>} */
  async function told(page, prepared) {
    const text = await answers(page, asks);
    if (text === prepared.new) return 'new';
    if (text === prepared.old) return 'old';
    const lines = text.split('\n');
    const after = prepared.new.split('\n');
    const at = lines.findIndex((line, i) => line !== after[i]);
    throw new Error(`the archive answers neither as before nor as after: ${lines[at]} for ${after[at]}`);
  }
  /** @param {Page} page */
  async function whole(page) {
    const { unnamed, missing, waiting } = await swept(page);
    if (unnamed.length + missing.length > 0) throw new Error(`records ${unnamed} have no name, ${missing} are missing`);
    return waiting;
  }

  /** Makes the archive what it was before. @param {Page} page */
  async function putBack(page) {
    await page.evaluate(copyDatabase, BEFORE, ARCHIVE);
    await page.close();
  }

  return {
    /** After a case that failed. @param {Running} running */
    restore: async (running) => putBack(await openOptions(running)),

    /**
     * Makes the archive that the work begins with, does the work once undisturbed, and puts that archive back.
     * @param {Running} running @param {string[]} before paths of what is imported first @param {string | null} path of what is chosen
     * @returns {Promise<Prepared>}
     */
    async prepare(running, before, path) {
      let page = await openOptions(running);
      await importSample(page);
      for (const one of before) await importWhole(page, one);
      await whole(page);
      await page.evaluate(copyDatabase, ARCHIVE, BEFORE);
      const prepared = { old: await answers(page, asks), new: '', whole: 0, path };
      const { segments } = await page.evaluate(readNames);
      const started = performance.now();
      page = await begin(running, page, prepared);
      await finish(page, prepared);
      prepared.whole = performance.now() - started;
      prepared.new = await answers(page, asks);
      if (prepared.new === prepared.old) throw new Error('the work changes nothing');
      const after = await page.evaluate(readNames);
      if (before.length > 1 && after.segments >= segments) throw new Error('nothing was merged');
      await putBack(page);
      return prepared;
    },

    /**
     * Strikes the work once, and brings it to its end.
     * @param {Running} before @param {Prepared} prepared @param {Way} way @param {number} moment milliseconds after its beginning
     * @returns {Promise<{ running: Running, told: Told, resumable: boolean }>} how the archive answered after the blow
     */
    async strike(before, prepared, way, moment) {
      let running = before;
      let page = await openOptions(running);
      const pause = new Promise((resolve) => setTimeout(resolve, moment));
      page = await begin(running, page, prepared);
      await pause;
      await way.strike(running, page);
      if (way.restarts) running = await launch();
      if (way.kept) await finish(page, prepared);
      else page = await openOptions(running);
      const after = await told(page, prepared);
      if (way.kept && after === 'old') throw new Error('the work is not done');
      const resumable = (await whole(page)) > 0;
      if (resumable) await shown(page, '[data-part="interrupted"]', 10_000);
      if (!way.kept && (prepared.path || after === 'old')) {
        page = await begin(running, page, prepared);
        await finish(page, prepared);
        if ((await told(page, prepared)) !== 'new') throw new Error('the work can not be done again');
        if ((await whole(page)) > 0) throw new Error('an import still waits to go on');
      }
      await putBack(page);
      return { running, told: after, resumable };
    },
  };
}
