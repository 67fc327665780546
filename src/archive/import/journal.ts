import type { Bundle } from '../bundle/bundle.ts';
import { blocksOf } from '../store/blocks.ts';
import { beginReading, type Connection } from '../store/connection.ts';
import { IMPORTS, type ImportJournal } from '../store/schema.ts';
import { keepImport } from '../store/sweep.ts';
import type { Destination } from './destination.ts';
import { KnownPosts } from './known.ts';
import { type ImportReport, reportOf } from './report.ts';
import { type BuiltState, SegmentBuilder } from './segment-builder.ts';

/** An import under way. */
export interface Running {
  builder: SegmentBuilder;
  report: ImportReport;
  /** Entries of the bundle that were taken, in reading order. */
  entries: number;
}

interface KeptState {
  built: BuiltState;
  report: ImportReport;
}

/** Begins an import, or goes on with one of the same file into the same bundle that was interrupted. */
export async function beginOrResume(database: Connection, bundle: Bundle, destination: Destination, tokens: number): Promise<Running> {
  const journal = await beginReading(database, [IMPORTS]).objectStore(IMPORTS).get(bundle.identity);
  const { name, kind } = destination;
  if (journal && journal.bundle === name && (journal.state as KeptState).report.kind === kind) {
    const { built, report } = journal.state as KeptState;
    // The documents that it holds count as versions of their articles like those read from now on.
    const held = { index: 0, parts: [{ id: built.documents, count: built.count }], tombstones: null, bytes: 0 };
    await KnownPosts.read(blocksOf(database), [held], destination.versions);
    if (destination.record) await seeFirst(bundle, journal.entries, destination);
    return { builder: await SegmentBuilder.resume(database, built, tokens), report, entries: journal.entries };
  }
  const report = { ...reportOf(bundle), bundle: name, kind };
  return { builder: await SegmentBuilder.begin(database, tokens), report, entries: 0 };
}

/** Writes what an import holds, and notes how far it has come. */
export async function keepJournal(database: Connection, bundle: Bundle, destination: Destination, running: Running): Promise<void> {
  const built = await running.builder.checkpoint();
  const journal: ImportJournal = {
    identity: bundle.identity,
    bundle: destination.name,
    started: Date.now(),
    documents: built.documents,
    indexes: built.indexes.map((index) => index.id),
    count: built.count,
    entries: running.entries,
    total: bundle.posts,
    state: { built, report: running.report } satisfies KeptState,
  };
  await keepImport(database, journal);
}

/** Notes the paths that an interrupted update had passed, so that they do not count as missing from the bundle. */
async function seeFirst(bundle: Bundle, count: number, { known }: Destination): Promise<void> {
  let left = count;
  for await (const { path } of bundle.list()) {
    if (left-- === 0) break;
    known.see(path);
  }
}
