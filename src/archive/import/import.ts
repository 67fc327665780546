import { type Bundle, type BundleEntry, type ChosenFile, UnreadableBundle } from '../bundle/bundle.ts';
import { mayBeEarlier } from '../bundle/earlier.ts';
import { openBundle } from '../bundle/open.ts';
import { DamagedSegment } from '../index/blocks.ts';
import { type Connection, connect } from '../store/connection.ts';
import { yieldToQuestions } from '../store/right-of-way.ts';
import { forgetImport, sweep } from '../store/sweep.ts';
import { type ImportChoice, USUAL_CHOICE } from './choice.ts';
import { compact } from './compact.ts';
import { findDestination } from './destination.ts';
import { failureOf } from './failure.ts';
import { beginOrResume, keepJournal, type Running } from './journal.ts';
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
    const report = await take(database, bundle).catch(async (error: unknown) => {
      if (!(error instanceof DamagedSegment)) throw error;
      // What an interrupted import had left may be damaged: once more, without it.
      await forgetImport(database, bundle.identity);
      return take(database, bundle);
    });
    await tidyUp(database);
    tell({ type: 'done', report: { ...report, duration: Date.now() - started } });
  } catch (error) {
    const space = await giveUp(come.bundle);
    const report = ended(come.report ?? reportOf(come.bundle), Date.now() - started);
    if (signal.aborted) tell({ type: 'cancelled', report });
    else tell({ type: 'failed', ...failureOf(error), space, report });
  }
}

/** Fewer segments than this are left unmerged, so that the import can still be taken back; the background merges them in time. */
const BESIDE = 4;

/**
 * Merges small segments and sweeps. What was published stays published: where this fails, the import is done all the same,
 * and the next one tries again.
 */
async function tidyUp(database: Connection): Promise<void> {
  try {
    await compact(database, BESIDE);
    await sweep(database);
  } catch {
    // Nothing of the archive depends on it.
  }
}

async function readPosts(running: Running, signal: AbortSignal, tell: (event: ImportEvent) => void): Promise<void> {
  const { bundle, older } = running;
  const { known } = running.destination;
  let told = Date.now();
  let turned = told;
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
    const at = Date.now();
    if (at - turned < TURN) continue;
    await nextTask();
    await yieldToQuestions();
    turned = Date.now();
    if (at - told < TELL) continue;
    told = at;
    tell({ type: 'read', done: running.entries, at });
  }
}

/** How often messages are let in, and how often progress is told, in milliseconds. */
const TURN = 10;
const TELL = 100;

/** Lets a cancel and questions in, as messages are taken between tasks only. A timer would wait 4 ms each time. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Gives the space back that a failed or cancelled import had taken, and tells what there is. */
async function giveUp(bundle: Bundle | null) {
  const { usage = 0, quota = 0 } = (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};
  const space = { used: usage, available: Math.max(0, quota - usage), bundle: bundle?.bytes ?? 0 };
  try {
    const database = await connect();
    if (bundle) await forgetImport(database, bundle.identity);
    await sweep(database);
  } catch {
    // What can't be swept now (a full disk) is swept when the next import begins.
  }
  return space;
}

/** The report of an import that changed nothing. */
const ended = (report: ImportReport, duration: number): ImportReport => ({
  ...report,
  counts: { ...report.counts, added: 0, changed: 0, removed: 0 },
  duration,
});
