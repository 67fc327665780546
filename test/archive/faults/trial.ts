import { expect } from 'vitest';
import { readNames } from '../../../scripts/faults/disk.mjs';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { searchArchive } from '../../../src/archive/lookup/search.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { interruptedImports } from '../../../src/archive/store/imports.ts';
import { sweep } from '../../../src/archive/store/sweep.ts';
import { listBundles, page } from '../archives.ts';
import { type Disk, readDisk, writeDisk } from './disk.ts';
import { type Fault, inject } from './inject.ts';

/** How some work on the archive ended, as it tells. */
export type End = 'done' | 'failed' | 'cancelled';

/** Some work on the archive that faults strike. */
export interface Work {
  /** Articles whose answers are compared, and a word that is searched for. */
  asks: { keys: readonly string[]; word: string };
  /** Makes the archive as it is before. */
  before(): Promise<void>;
  act(signal: AbortSignal): Promise<End>;
  /** Whether doing it once more when it is done changes nothing. */
  again: boolean;
  /** Whether the reader can cancel it. */
  cancels?: boolean;
  /** The archive may be as after though a later step fails. */
  isInSteps?: boolean;
}

/** The work, with the disk before it and the answers before and after it. */
export interface Prepared extends Work {
  disk: Disk;
  old: string;
  new: string;
  /** At how many storage operations each fault can strike. */
  operations: Readonly<Record<Fault, number>>;
}

const never = new AbortController().signal;

/** All that the archive answers, as text. */
async function answers({ keys, word }: Work['asks']): Promise<string> {
  const found = await Promise.all([
    listBundles(),
    searchArchive({ text: word, publisher: null, category: null, from: null, to: null, sort: 'relevance', offset: 0, limit: 20 }),
    ...keys.map((key) => answerFor(page(key, 'Dijk bij Oosterveen', 'De dijk bij Oosterveen krijgt nieuwe bekleding.'))),
  ]);
  // An archive that answers the same may have been written more often.
  return JSON.stringify(found, (name, value) => (name === 'generation' || name === 'bytes' ? undefined : value), 1);
}

/** Answers without what only a merge brings up to date: how many posts more or less than a count, of those taken out too. */
const unmerged = (text: string) => JSON.stringify(JSON.parse(text, (name, value) => (name === 'standing' ? undefined : value)));

export async function prepare(work: Work): Promise<Prepared> {
  await work.before();
  const old = await answers(work.asks);
  await disconnect();
  const disk = await readDisk();
  const kinds = (['kill', 'delay', 'abort'] as const).map((fault) => inject(fault, Number.POSITIVE_INFINITY));
  expect(await work.act(never)).toBe('done');
  for (const counting of kinds.toReversed()) counting.remove();
  const [all = 0, delay = 0, abort = 0] = kinds.map((counting) => counting.operations());
  return { ...work, disk, old, new: await answers(work.asks), operations: { kill: all, fail: all, cancel: all, delay, abort } };
}

/**
 * Lets one fault strike at one operation of some work, and sees to it that the archive answers exactly as before or exactly
 * as after, in agreement with what was told; that the next start leaves nothing on the disk that nothing names; and that
 * the work can be done again.
 * @returns whether an interrupted import was there to go on with
 */
export async function tryFault(work: Prepared, fault: Fault, at: number): Promise<boolean> {
  const where = `${fault} at operation ${at}`;
  const cancelling = new AbortController();
  await disconnect();
  await writeDisk(work.disk);
  const injected = inject(fault, at, () => cancelling.abort());
  const end = await work.act(cancelling.signal).catch((): End => 'failed');
  injected.remove();
  expect(injected.struck(), where).toBe(true);
  if (fault === 'delay') expect(end, where).toBe('done');
  if (fault === 'kill') await disconnect();
  const told = await answers(work.asks);
  // Who is killed tells nothing; else the archive is as the work says.
  if (fault === 'kill' || work.isInSteps) expect([work.old, work.new].map(unmerged), where).toContain(unmerged(told));
  else expect(unmerged(told), where).toBe(unmerged(end === 'done' ? work.new : work.old));
  await disconnect();
  const database = await connect();
  const records = await database.count('blocks');
  await sweep(database);
  expect(await readNames(), where).toMatchObject({ unnamed: [], missing: [] });
  const waiting = await interruptedImports(database);
  if (fault !== 'kill') expect(waiting, where).toEqual([]);
  // Where nothing was swept, nothing can have been that is asked for.
  if ((await database.count('blocks')) < records) expect(await answers(work.asks), where).toBe(told);
  if (told === work.old || (fault === 'kill' && work.again)) {
    expect(await work.act(never), where).toBe('done');
    expect(await answers(work.asks), where).toBe(work.new);
    expect(await readNames(), where).toMatchObject({ unnamed: [], missing: [] });
    expect(await interruptedImports(database), where).toEqual([]);
  }
  return waiting.length > 0;
}
