import { type Bundle, type BundleEntry, type ChosenFile, UnreadableBundle } from '../bundle/bundle.ts';
import { mayBeEarlier } from '../bundle/earlier.ts';
import { openBundle } from '../bundle/open.ts';
import { DamagedSegment } from '../index/blocks.ts';
import { type Connection, connect } from '../store/connection.ts';
import { pastDamage } from '../store/damage.ts';
import { forgetImport } from '../store/imports.ts';
import { sweep } from '../store/sweep.ts';
import { type ImportChoice, USUAL_CHOICE } from './choice.ts';
import { findDestination } from './destination.ts';
import { giveUp, tidyUp } from './ending.ts';
import { failureOf } from './failure.ts';
import { beginOrResume, keepJournal, type Running } from './journal.ts';
import { pacer } from './pace.ts';
import type { ImportEvent } from './progress.ts';
import { publish } from './publish.ts';
import { type ImportReport, reportOf } from './report.ts';
import { TOKENS } from './segment-builder.ts';
import { takePost } from './take-post.ts';

/**
 * Imports one bundle and tells what happens. The posts are written into a segment that nothing names; the archive
 * changes in the one step that publishes it. Until then a failure or a cancel leaves the archive as it was, and what had
 * been written is swept away. A worker killed on the way leaves a journal: importing the same file again goes on from
 * there. Hold the import lock.
 * @param tokens about how many words are held in memory before they are written
 */
export async function importBundle(
  files: readonly ChosenFile[],
  signal: AbortSignal,
  tell: (event: ImportEvent) => void,
  choice: ImportChoice = USUAL_CHOICE,
  tokens = TOKENS,
): Promise<void> {
  const started = Date.now();
  /** What is known of it when it fails. */
  const come: { bundle: Bundle | null; report: ImportReport | null } = { bundle: null, report: null };
  const take = async (database: Connection, bundle: Bundle): Promise<ImportReport> => {
    const destination = await findDestination(database, bundle, choice.destination);
    const running = await beginOrResume(database, bundle, destination, tokens);
    come.report = running.report;
    tell({ type: 'opened', bundle: destination.name, done: running.entries, total: bundle.posts, at: Date.now() });
    await readPosts(running, signal, tell);
    signal.throwIfAborted();
    tell({ type: 'finishing' });
    if (running.report.counts.posts === 0) throw new UnreadableBundle('no-posts');
    await publish(running, choice.mirror);
    return running.report;
  };
  tell({ type: 'opening' });
  try {
    const database = await connect();
    await sweep(database);
    const bundle = await openBundle(files);
    come.bundle = bundle;
    const report = await pastDamage(database, () =>
      take(database, bundle).catch(async (error: unknown) => {
        // What an interrupted import had left may be what is damaged.
        if (error instanceof DamagedSegment) await forgetImport(database, bundle.identity);
        throw error;
      }),
    );
    await tidyUp(database);
    const remarks = bundle.hasMoreBehind ? [{ path: files[0]?.file.name ?? '', remark: 'more-behind' as const }] : [];
    const all = { remarks: [...remarks, ...report.remarks], remarked: remarks.length + report.remarked };
    tell({ type: 'done', report: { ...report, ...all, duration: Date.now() - started } });
  } catch (error) {
    const space = await giveUp(come.bundle?.bytes ?? 0, come.bundle?.identity ?? null);
    const report = ended(come.report ?? reportOf(come.bundle), Date.now() - started);
    if (signal.aborted) tell({ type: 'cancelled', report });
    else tell({ type: 'failed', ...failureOf(error), space, report });
  }
}

async function readPosts(running: Running, signal: AbortSignal, tell: (event: ImportEvent) => void): Promise<void> {
  const { bundle, older } = running;
  const { known } = running.destination;
  const pace = pacer(tell);
  const isNew = ({ path, crc }: BundleEntry) => {
    if (crc === null || (known.size === 0 && !mayBeEarlier(path))) return true;
    const place = known.at(path);
    return older.wants(place, known.same(place, crc) !== undefined);
  };
  for await (const read of bundle.read(running.entries, isNew)) {
    signal.throwIfAborted();
    await takePost(read, running);
    running.entries++;
    if (running.builder.isDue) await keepJournal(running);
    await pace(running.entries);
  }
}

/** The report of an import that changed nothing. */
const ended = (report: ImportReport, duration: number): ImportReport => ({
  ...report,
  counts: { ...report.counts, added: 0, changed: 0, removed: 0 },
  duration,
});
