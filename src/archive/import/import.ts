import { buf as crc32 } from 'crc-32';
import type { Bundle, ReadEntry } from '../bundle/bundle.ts';
import { UnreadableBundle } from '../bundle/bundle.ts';
import { openBundle } from '../bundle/open.ts';
import { readPost } from '../bundle/post.ts';
import { UnreadablePost } from '../bundle/unreadable-post.ts';
import { type Connection, connect } from '../store/connection.ts';
import { publishBundle, reserveSegment, sweep } from '../store/manifest.ts';
import { type Destination, findDestination } from './known.ts';
import type { FailReason, ImportEvent } from './progress.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { fingerprintOf, SegmentWriter } from './segment-writer.ts';

const REMARKS_KEPT = 1000;

/**
 * Imports one bundle and tells what happens. The posts are written into a segment that nothing names; the archive
 * changes in the one step that publishes it. Until then a failure, a cancel or a killed worker leaves the archive as
 * it was, and what had been written is swept away now or when the next import begins. Hold the import lock.
 */
export async function importBundle(files: readonly File[], signal: AbortSignal, tell: (event: ImportEvent) => void): Promise<void> {
  const started = Date.now();
  const report = emptyReport();
  tell({ type: 'opening' });
  try {
    const database = await connect();
    await sweep(database);
    const bundle = await openBundle(files);
    report.counts.entries = bundle.entries;
    const destination = await findDestination(database, bundle.name, bundle.posts);
    report.bundle = destination.name;
    report.kind = destination.kind;
    tell({ type: 'opened', bundle: destination.name, total: bundle.posts.length, at: Date.now() });
    const writer = new SegmentWriter(database, await reserveSegment(database));
    await readPosts(bundle, destination, writer, report, signal, tell);
    signal.throwIfAborted();
    tell({ type: 'finishing' });
    countVersions(destination, writer, report);
    if (report.counts.posts === 0) throw new UnreadableBundle('no-posts');
    if (report.counts.added + report.counts.changed > 0) await publish(database, bundle, destination, writer, report.counts.articles);
    tell({ type: 'done', report: { ...report, duration: Date.now() - started } });
  } catch (error) {
    // What could not be swept now (a full disk) is swept when the next import begins.
    await connect()
      .then(sweep)
      .catch(() => undefined);
    const ended = { ...report, counts: { ...report.counts, added: 0, changed: 0 }, duration: Date.now() - started };
    if (signal.aborted) tell({ type: 'cancelled', report: ended });
    else tell({ type: 'failed', ...failureOf(error), report: ended });
  }
}

async function readPosts(
  bundle: Bundle,
  destination: Destination,
  writer: SegmentWriter,
  report: ImportReport,
  signal: AbortSignal,
  tell: (event: ImportEvent) => void,
): Promise<void> {
  const { known } = destination;
  let done = 0;
  let told = 0;
  for await (const read of bundle.read((entry) => entry.crc === null || known.get(entry.path)?.crc !== entry.crc)) {
    signal.throwIfAborted();
    try {
      await takePost(read, destination, writer, report);
    } catch (error) {
      if (!(error instanceof UnreadablePost)) throw error;
      report.skipped.push({ path: read.entry.path, reason: error.reason, detail: error.detail });
      report.counts.skipped++;
    }
    done++;
    const at = Date.now();
    if (at - told > 50) {
      told = at;
      tell({ type: 'read', done, at });
      // Lets a cancel in: messages are taken between tasks only.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

async function takePost({ entry, bytes }: ReadEntry, destination: Destination, writer: SegmentWriter, report: ImportReport): Promise<void> {
  const { counts } = report;
  if (bytes instanceof Error) throw bytes;
  const known = destination.known.get(entry.path);
  if (bytes === 'unwanted') {
    counts.unchanged++;
    counts.posts++;
    return;
  }
  if (bytes.length === 0) throw new UnreadablePost('empty');
  const crc = entry.crc ?? crc32(bytes) >>> 0;
  if (known?.crc === crc) {
    counts.unchanged++;
    counts.posts++;
    return;
  }
  const post = readPost(destination.name, entry.path, bytes);
  await writer.add(entry.path, crc, bytes as Uint8Array<ArrayBuffer>, post, fingerprintOf(post));
  counts.posts++;
  if (known) counts.changed++;
  else counts.added++;
  for (const remark of post.remarks) {
    if (report.remarks.length < REMARKS_KEPT) report.remarks.push({ path: entry.path, remark });
  }
}

/** Counts the articles of the bundle and those with several versions, those of earlier copies of the bundle included. */
function countVersions(destination: Destination, writer: SegmentWriter, { counts }: ImportReport): void {
  const versions = new Map<string, Set<number>>();
  for (const { articles, fingerprints } of [...destination.catalogs, writer]) {
    articles.forEach((article, i) => {
      const set = versions.get(article) ?? new Set();
      versions.set(article, set.add(fingerprints[i] as number));
    });
  }
  counts.articles = versions.size;
  for (const set of versions.values()) if (set.size > 1) counts.versioned++;
}

async function publish(
  database: Connection,
  bundle: Bundle,
  { name, record, known }: Destination,
  writer: SegmentWriter,
  articles: number,
): Promise<void> {
  await writer.finish();
  const before = record ?? { segments: [], from: null, to: null, counts: { posts: 0, words: 0 } };
  const from = [before.from, writer.from].filter((date) => date !== null);
  const to = [before.to, writer.to].filter((date) => date !== null);
  await publishBundle(database, {
    name,
    segments: [...before.segments, writer.segment],
    imported: Date.now(),
    posts: new Set([...known.keys(), ...writer.paths]).size,
    articles,
    bytes: bundle.bytes,
    from: from.length > 0 ? Math.min(...from) : null,
    to: to.length > 0 ? Math.max(...to) : null,
    counts: { posts: before.counts.posts + writer.counts.posts, words: before.counts.words + writer.counts.words },
  });
}

function failureOf(error: unknown): { reason: FailReason; detail: string } {
  if (error instanceof UnreadableBundle) return { reason: error.reason, detail: error.detail };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // Firefox aborts a transaction with no error at all when its quota is used up.
  const full =
    error === null || error === undefined || (error instanceof DOMException && ['QuotaExceededError', 'AbortError'].includes(error.name));
  return { reason: full ? 'disk-full' : 'storage', detail };
}
