import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { answerFor } from '../../../src/archive/lookup/lookup.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { readManifest } from '../../../src/archive/store/manifest.ts';
import { interruptedImports, sweep } from '../../../src/archive/store/sweep.ts';
import { emptyArchive, page, post, run, zip } from '../archives.ts';

/** Storage operations that write; each may be the last one before the browser is gone. */
const WRITES = ['put', 'delete', 'clear'] as const;

/** Lets the next `allowed` writes through and fails every operation after that, as if the process had ended there. */
function killAfter(allowed: number): { writes: () => number; revive: () => void } {
  const store = IDBObjectStore.prototype;
  const database = IDBDatabase.prototype;
  const before = { put: store.put, delete: store.delete, clear: store.clear, transaction: database.transaction };
  let writes = 0;
  let dead = false;
  for (const name of WRITES) {
    store[name] = function (this: IDBObjectStore, ...parameters: unknown[]) {
      if (dead || writes >= allowed) {
        dead = true;
        // What the dying transaction wrote is gone with it.
        this.transaction.abort();
        throw new DOMException('killed', 'UnknownError');
      }
      writes++;
      return (before[name] as (...all: unknown[]) => IDBRequest).apply(this, parameters);
    } as never;
  }
  database.transaction = function (this: IDBDatabase, ...parameters: unknown[]) {
    if (dead) throw new DOMException('killed', 'UnknownError');
    return (before.transaction as (...all: unknown[]) => IDBTransaction).apply(this, parameters);
  } as never;
  const revive = () => {
    Object.assign(store, { put: before.put, delete: before.delete, clear: before.clear });
    database.transaction = before.transaction;
  };
  return { writes: () => writes, revive };
}

const old = zip({ 'krant-master/_posts/a.md': post('Oude dijk', { link: 'https://nos.nl/l/1' }) });
const files = Object.fromEntries(
  Array.from({ length: 300 }, (_, i) => [
    `krant-master/_posts/b${i}.md`,
    post(`Bericht ${i}`, { link: `https://nos.nl/l/${100 + i}`, body: `<p>Woord${i} dijk water ${'x'.repeat(i)}</p>` }),
  ]),
);
const fresh = zip({ ...files, 'krant-master/_posts/a.md': post('Nieuwe dijk', { link: 'https://nos.nl/l/1' }) });
const options = { tokens: 100 };

/** Ids of the records on the disk, and those that the manifest or a journal names. */
async function idsOnDisk() {
  const database = await connect();
  const [manifest, journals, keys] = await Promise.all([
    readManifest(database),
    interruptedImports(database),
    database.getAllKeys('blocks'),
  ]);
  const named = manifest.bundles.flatMap(({ segments }) =>
    segments.flatMap((one) => [one.index, ...one.parts.map(({ id }) => id), ...(one.tombstones === null ? [] : [one.tombstones])]),
  );
  for (const journal of journals) named.push(journal.documents, ...journal.indexes);
  return { stored: new Set(keys.map(([id]) => id)), named: new Set(named) };
}

beforeEach(emptyArchive);

test('leaves the old archive or the new one, and nothing else, wherever an update is killed', async () => {
  let interrupted = 0;
  let resumed = 0;
  for (let allowed = 0; ; allowed++) {
    await emptyArchive();
    await run(old, options);
    const killed = killAfter(allowed);
    const end = await run(fresh, options).catch(() => null);
    const finished = killed.writes() < allowed;
    killed.revive();
    await disconnect();
    const answer = await answerFor(page('nos:1'));
    if (answer.state !== 'archived') throw new Error(`after ${allowed} writes: ${answer.state}`);
    const isNew = answer.versions.length === 2;
    expect((await answerFor(page('nos:399'))).state).toBe(isNew ? 'archived' : 'none');
    if (end?.type === 'done') expect(isNew).toBe(true);
    await sweep(await connect());
    const { stored, named } = await idsOnDisk();
    expect([...stored].filter((id) => !named.has(id))).toEqual([]);
    const waiting = await interruptedImports(await connect());
    interrupted += waiting.length;
    const again = await run(fresh, options);
    if (waiting.length > 0 && again.report.counts.added === 300) resumed++;
    expect(again).toMatchObject({ type: 'done', report: { counts: { posts: 301, articles: 301, versioned: 1 } } });
    expect((await answerFor(page('nos:1'))).state === 'archived').toBe(true);
    expect(await answerFor(page('nos:399'))).toMatchObject({ state: 'archived', version: { title: 'Bericht 299' } });
    const after = await idsOnDisk();
    expect(after.stored).toEqual(after.named);
    if (finished) break;
  }
  expect(interrupted).toBeGreaterThan(5);
  expect(resumed).toBeGreaterThan(5);
}, 120_000);
