import { textHash } from '../../article/hash.ts';
import { type Bundle, READING_ORDER } from '../bundle/bundle.ts';
import { standing } from '../index/catalog.ts';
import { HashTable } from '../index/hash-table.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { interruptedImports, keepImport } from '../store/imports.ts';
import type { ImportJournal } from '../store/schema.ts';
import type { Destination } from './destination.ts';
import { goesOn, type KeptState } from './goes-on.ts';
import { OlderTexts } from './older-texts.ts';
import { type ImportReport, reportOf } from './report.ts';
import { type BuiltState, SegmentBuilder } from './segment-builder.ts';

/** An import under way: what is imported, where to, and how far it has come. */
export interface Running {
  database: Connection;
  bundle: Bundle;
  destination: Destination;
  builder: SegmentBuilder;
  report: ImportReport;
  older: OlderTexts;
  /** Entries of the bundle that were taken, in reading order. */
  entries: number;
}

/** Begins an import, or goes on with one of the same file into the same bundle that was interrupted, where this version began it. */
export async function beginOrResume(database: Connection, bundle: Bundle, destination: Destination, tokens: number): Promise<Running> {
  const journal = (await interruptedImports(database)).find(({ identity }) => identity === bundle.identity);
  const { name, kind } = destination;
  const { built, report: begun } = (journal?.state ?? {}) as Partial<KeptState>;
  if (journal && goesOn(journal) && journal.bundle === name && built && begun?.kind === kind) {
    const older = await notePassed(database, bundle, built, journal.entries, destination);
    const builder = await SegmentBuilder.resume(database, built, tokens);
    return { database, bundle, destination, builder, report: begun, older, entries: journal.entries };
  }
  const report = { ...reportOf(bundle), bundle: name, kind };
  const builder = await SegmentBuilder.begin(database, tokens);
  return { database, bundle, destination, builder, report, older: new OlderTexts(), entries: 0 };
}

/** Writes what an import holds, and notes how far it has come. */
export async function keepJournal({ database, bundle, destination, builder, report, entries }: Running): Promise<void> {
  const built = await builder.checkpoint();
  const journal: ImportJournal = {
    identity: bundle.identity,
    bundle: destination.name,
    started: Date.now(),
    documents: built.documents,
    indexes: built.indexes.map((index) => index.id),
    count: built.count,
    order: READING_ORDER,
    entries,
    total: bundle.posts,
    state: { built, report } satisfies KeptState,
  };
  await keepImport(database, journal);
}

/**
 * Notes again what an interrupted import had passed: the documents that it holds count as versions of their articles, and the paths
 * that it went by do not count as missing from the bundle.
 */
async function notePassed(
  database: Connection,
  bundle: Bundle,
  built: BuiltState,
  entries: number,
  { known, versions }: Destination,
): Promise<OlderTexts> {
  const older = new OlderTexts();
  const held = new HashTable(built.count);
  const segment = { index: 0, parts: [{ id: built.documents, count: built.count }], tombstones: null };
  for await (const { path, article, fingerprint } of standing(blocksOf(database), [segment])) {
    versions.add(article, fingerprint);
    versions.see(article);
    held.set(path, 1);
  }
  let left = entries;
  for await (const { path, crc } of bundle.list()) {
    if (left-- === 0) break;
    const place = known.at(path);
    known.see(place);
    const isHeld = held.get(textHash(place.path)) !== undefined;
    if (isHeld && place.earlier > 0) older.take(place);
    // Without a CRC what was not taken counts as unchanged: it may have been skipped, which only the report would tell.
    const same = crc !== null ? known.same(place, crc) : isHeld ? undefined : place.newest;
    if (same !== undefined) versions.see(known.article(same));
  }
  older.again = built.count - held.size;
  return older;
}
