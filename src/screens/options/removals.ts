import { type Connection, connect } from '../../archive/store/connection.ts';
import { IMPORT_LOCK } from '../../archive/store/locks.ts';
import { changeBundles, readManifest, removeBundle } from '../../archive/store/manifest.ts';
import { type BundleRecord, closed } from '../../archive/store/schema.ts';
import { sweep } from '../../archive/store/sweep.ts';
import { evidenceOf } from '../../article/counts.ts';
import { widened } from '../../article/date-range.ts';
import { forgetOthers } from '../../settings/sources.ts';

/**
 * Bundles that were removed and can still be put back. A removed bundle is out of the archive at once and for good,
 * whatever becomes of this page. Its records stay as long as the page holds the import lock, as only its holder sweeps:
 * so until then the bundle can be named again, whole.
 */
export class Removals {
  readonly #records: BundleRecord[] = [];
  #release: (() => void) | null = null;
  #holding: Promise<void> = Promise.resolve();

  get isHolding(): boolean {
    return this.#release !== null;
  }

  /** Takes a bundle out. @returns whether it can be put back: not while an import runs, which ends by sweeping */
  async remove(name: string): Promise<boolean> {
    const isHeld = this.isHolding || (await this.#hold());
    const record = await removeBundle(await connect(), name);
    if (isHeld && record) this.#records.push(record);
    if (this.#records.length === 0) await this.settle();
    return isHeld && record !== null;
  }

  /** Puts a removed bundle back, with any of its name that came in and was removed meanwhile. @returns false when it was too late */
  async undo(name: string): Promise<boolean> {
    if (!this.isHolding) return false;
    const records = this.#records.filter((record) => record.name === name);
    // The oldest last, as its texts stand before those of the others.
    for (const record of records.toReversed()) {
      await putBack(await connect(), record);
      this.#records.splice(this.#records.indexOf(record), 1);
    }
    if (this.#records.length === 0) await this.settle();
    return records.length > 0;
  }

  /** Lets all of them go. Resolves when their space is free. */
  async settle(): Promise<void> {
    this.#records.length = 0;
    this.#release?.();
    this.#release = null;
    await this.#holding;
  }

  /** Takes the lock, unless another has it. */
  #hold(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#holding = navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
        if (!lock) return resolve(false);
        await new Promise<void>((release) => {
          this.#release = release;
          resolve(true);
        });
        await clear();
      });
    });
  }
}

/** Sweeps, and forgets where bundles that are gone came from: another of the same name may come from elsewhere. */
async function clear(): Promise<void> {
  const database = await connect();
  await sweep(database);
  const { bundles } = await readManifest(database);
  await forgetOthers(bundles.map(({ name }) => name));
}

/** Names a bundle again. What was saved under its name meanwhile joins it. */
const putBack = (database: Connection, record: BundleRecord): Promise<void> =>
  changeBundles(database, (bundles) => {
    const newer = bundles.find((one) => one.name === record.name);
    const bundle = newer
      ? {
          ...record,
          segments: [...record.segments.map(closed), ...newer.segments],
          posts: record.posts + newer.posts,
          articles: record.articles + newer.articles,
          range: widened(record.range, newer.range),
          evidence: evidenceOf(record.evidence, newer.evidence),
          imported: newer.imported,
        }
      : record;
    return [...bundles.filter((one) => one !== newer), bundle];
  });

/**
 * Sweeps what earlier removals and interrupted work left. While another page is at work it waits, and then sweeps all the same, as that
 * page may be closed without having swept.
 * @param more to be done where nobody else was at work
 */
export async function sweepRemains(more: () => Promise<void> = async () => undefined): Promise<void> {
  const isDone = await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await clear();
    await more();
    return true;
  });
  if (!isDone) await navigator.locks.request(IMPORT_LOCK, clear);
}
