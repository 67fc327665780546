import { goesOn } from '../../archive/import/goes-on.ts';
import { type Connection, connect } from '../../archive/store/connection.ts';
import { interruptedImports } from '../../archive/store/imports.ts';
import { IMPORT_LOCK } from '../../archive/store/locks.ts';
import { bundleLines, outdatedIn } from '../../archive/store/manifest.ts';
import { type Reading, readArchive } from '../../archive/store/reading.ts';
import type { BundleRecord, ImportJournal } from '../../archive/store/schema.ts';
import { spaceOnDisk } from '../../archive/store/space.ts';
import { hasVisits } from '../../archive/store/visits.ts';
import type { BundleLine } from '../../article/answers.ts';
import { hadArchive, noteArchive } from '../../settings/archive-mark.ts';

/** A bundle as this page lists it: with what shows what its numbers count, and what the reader says. */
export interface ListedBundle extends BundleLine, Pick<BundleRecord, 'evidence' | 'overrule'> {
  /** Texts that its posts had before an update changed them: with its posts all that is searched. */
  earlier: number;
}

/** An import that was interrupted, and how far it had come. */
export interface InterruptedImport extends Pick<ImportJournal, 'identity' | 'bundle' | 'started' | 'entries' | 'total'> {
  /** With the same file it goes on from there; not where an earlier version began it. */
  goesOn: boolean;
}

/** Space of this extension, in bytes. */
export interface StorageSpace {
  used: number;
  available: number;
  /** The browser has promised not to take it away when the disk fills up. */
  isSafe: boolean;
}

/** What this page shows of the archive. */
export interface ArchiveState {
  bundles: readonly ListedBundle[];
  /** An earlier analyser made words of it, so that less is found than could be. */
  isOutdated: boolean;
  interrupted: readonly InterruptedImport[];
  /** Null where the browser doesn't tell. */
  space: StorageSpace | null;
  /** Visits of the reader were counted. */
  hasVisits: boolean;
  /** There was an archive, and it is gone without having been removed. */
  isLost: boolean;
  /** Why the archive can't be reached; null when it can. */
  failure: string | null;
}

/** @param isHeldHere whether this page holds the import lock itself */
export async function readArchiveState(isHeldHere: boolean): Promise<ArchiveState> {
  const space = await storageSpace();
  try {
    const database = await connect();
    const { bundles, isOutdated } = await readArchive(async (reading) => ({
      bundles: listedBundles(reading),
      isOutdated: reading.manifest.bundles.some((bundle) => outdatedIn(bundle).length > 0),
    }));
    return {
      bundles,
      isOutdated,
      interrupted: await resumable(database, isHeldHere),
      space,
      hasVisits: await hasVisits(database),
      isLost: await isLost(bundles.length),
      failure: null,
    };
  } catch (error) {
    return { bundles: [], isOutdated: false, interrupted: [], space, hasVisits: false, isLost: false, failure: String(error) };
  }
}

/** The bundles by name. */
function listedBundles({ manifest, segments, bundle }: Reading): ListedBundle[] {
  const records = new Map(manifest.bundles.map((record) => [record.name, record]));
  return bundleLines(manifest).flatMap((line) => {
    const record = records.get(line.name);
    if (!record) return [];
    const texts = segments.reduce((sum, segment) => sum + (bundle(segment) === record ? segment.standing : 0), 0);
    return [{ ...line, evidence: record.evidence, overrule: record.overrule, earlier: Math.max(0, texts - line.posts) }];
  });
}

/** The interrupted imports; none while somebody is at work, as a running import has such a note too. */
async function resumable(database: Connection, isHeldHere: boolean): Promise<InterruptedImport[]> {
  const journals = await interruptedImports(database);
  if (journals.length === 0) return [];
  const { held = [] } = await navigator.locks.query();
  if (!isHeldHere && held.some(({ name, mode }) => name === IMPORT_LOCK && mode === 'exclusive')) return [];
  return journals.map((journal) => {
    const { identity, bundle, started, entries, total } = journal;
    return { identity, bundle, started, entries, total, goesOn: goesOn(journal) };
  });
}

/** Waits until nobody is at work, in whatever page. What such work hid can be told then. */
export const othersDone = (): Promise<void> => navigator.locks.request(IMPORT_LOCK, { mode: 'shared' }, () => undefined);

async function isLost(bundles: number): Promise<boolean> {
  const had = await hadArchive();
  if (bundles > 0 && !had) await noteArchive(true);
  return bundles === 0 && had;
}

async function storageSpace(): Promise<StorageSpace | null> {
  const space = await spaceOnDisk();
  return space && { ...space, isSafe: (await navigator.storage.persisted()) || isExempt() };
}

/**
 * Chromium evicts nothing of an extension that has the permission `unlimitedStorage`, and still refuses `persist()` (seen
 * in 156): https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies, read November 2026.
 */
const isExempt = () => globalThis.location?.protocol === 'chrome-extension:';
