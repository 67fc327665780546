import { readDocuments } from '../index/copy-documents.ts';
import { documentCount } from '../index/segment.ts';
import { blocksOf } from '../store/blocks.ts';
import { type Connection, connect } from '../store/connection.ts';
import { pastDamage } from '../store/damage.ts';
import { bundleNamed, changeBundle, outdatedIn, readManifest } from '../store/manifest.ts';
import type { StoredSegment } from '../store/schema.ts';
import { sweep } from '../store/sweep.ts';
import { closedBundle } from './destination.ts';
import { giveUp, tidyUp } from './ending.ts';
import { failureOf } from './failure.ts';
import { pacer } from './pace.ts';
import type { ImportEvent } from './progress.ts';
import { reportOf } from './report.ts';
import { SegmentBuilder, TOKENS } from './segment-builder.ts';

/** Called before each document with how many are done; what it throws ends the work. */
type Pass = (done: number) => Promise<void> | void;

/**
 * Renews every bundle, and tells what happens as an import does; the posts of its report are those that were read again.
 * Hold the import lock.
 * @param tokens about how many words are held in memory before they are written
 */
export async function renewArchive(signal: AbortSignal, tell: (event: ImportEvent) => void, tokens = TOKENS): Promise<void> {
  const started = Date.now();
  const report = reportOf(null);
  const { counts } = report;
  const ended = () => ({ ...report, duration: Date.now() - started });
  let bytes = 0;
  tell({ type: 'opening' });
  try {
    const database = await connect();
    const { bundles } = await readManifest(database);
    const outdated = bundles.flatMap(outdatedIn);
    bytes = outdated.reduce((sum, segment) => sum + segment.bytes, 0);
    tell({ type: 'opened', bundle: '', done: 0, total: countOf(outdated), at: Date.now() });
    const pace = pacer(tell);
    for (const { name } of bundles) {
      const before = counts.posts;
      const pass = (done: number) => {
        signal.throwIfAborted();
        return pace(before + done);
      };
      counts.posts = before + (await renewBundle(database, name, pass, tokens));
    }
    tell({ type: 'finishing' });
    await tidyUp(database);
    tell({ type: 'done', report: ended() });
  } catch (error) {
    const space = await giveUp(bytes, null);
    if (signal.aborted) tell({ type: 'cancelled', report: ended() });
    else tell({ type: 'failed', ...failureOf(error), space, report: ended() });
  }
}

/** With so few documents to be read again, which takes a second, nobody is asked. */
const FEW = 4096;

/** Renews the bundles that have little to be renewed: no more than so many documents. Hold the import lock. */
export async function renewSmall(database: Connection, few = FEW): Promise<void> {
  for (const bundle of (await readManifest(database)).bundles)
    if (countOf(outdatedIn(bundle)) <= few) await renewBundle(database, bundle.name);
}

const countOf = (segments: readonly StoredSegment[]) => segments.reduce((sum, segment) => sum + documentCount(segment), 0);

/**
 * Makes the segments of a bundle anew whose words an earlier analyser made, out of the posts that they keep. Each is published in one
 * step, in its own place; until then it answers as it was. Hold the import lock.
 * @returns how many documents were read again
 */
export async function renewBundle(database: Connection, name: string, pass: Pass = () => undefined, tokens = TOKENS): Promise<number> {
  let done = 0;
  for (;;) {
    const renewed = await pastDamage(database, () => renewNext(database, name, (count) => pass(done + count), tokens));
    if (renewed === null) return done;
    done += renewed;
  }
}

/** @returns how many documents the next segment has; null where none is left */
async function renewNext(database: Connection, name: string, pass: Pass, tokens: number): Promise<number | null> {
  const bundle = await bundleNamed(database, name);
  if (!bundle || outdatedIn(bundle).length === 0) return null;
  const [segment] = outdatedIn(await closedBundle(database, bundle));
  if (!segment) return null;
  // What the one before was made of takes as much room as this one is to have.
  await sweep(database);
  const renewed = await readAgain(database, segment, pass, tokens);
  // Its documents keep their numbers, so that those which are taken out of it meanwhile stay out.
  const inPlace = (one: StoredSegment) =>
    one.index !== segment.index ? [one] : renewed ? [{ ...renewed, tombstones: one.tombstones }] : [];
  await changeBundle(database, name, (current) => ({ ...current, segments: current.segments.flatMap(inPlace) }));
  return documentCount(segment);
}

/** A segment of the same documents, of which nothing counts yet; null where there are none. */
async function readAgain(database: Connection, { parts }: StoredSegment, pass: Pass, tokens: number): Promise<StoredSegment | null> {
  const builder = await SegmentBuilder.begin(database, tokens);
  for (const part of parts) {
    for await (const document of readDocuments(blocksOf(database), part)) {
      await pass(builder.count);
      await builder.addAgain(document);
      if (builder.isDue) await builder.checkpoint();
    }
  }
  await pass(builder.count);
  return builder.finish();
}
