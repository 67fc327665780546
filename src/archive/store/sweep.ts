import { beginReading, type Connection } from './connection.ts';
import { interruptedImports } from './imports.ts';
import { manifestIn, passOver, readManifest } from './manifest.ts';
import { yieldToQuestions } from './right-of-way.ts';
import { BLOCKS, idsOf, MANIFEST } from './schema.ts';
import { inTransaction } from './writing.ts';

/** Records deleted in one transaction, so that no lookup waits long. */
const STEP = 16;

/**
 * Deletes the records that neither the manifest nor the journal of an import names: remains of cancelled and broken
 * imports and merges, removed bundles. Hold the import lock: what another is writing is not named yet.
 */
export async function sweep(database: Connection): Promise<void> {
  await passOverLost(database);
  const [{ bundles, nextId }, journals] = await Promise.all([readManifest(database), interruptedImports(database)]);
  const segments = bundles.flatMap((bundle) => bundle.segments);
  const live = [...segments.flatMap(idsOf), ...journals.flatMap((journal) => [journal.documents, ...journal.indexes])].sort(
    (a, b) => a - b,
  );
  // Ids from the next one on are given to posts saved meanwhile, which takes no lock.
  const bounds = [-1, ...live, nextId];
  for (let i = 1; i < bounds.length; i++) await deleteBetween(database, bounds[i - 1] as number, bounds[i] as number);
}

/** Ids that a lost manifest had given are not given again, so that what stands under them goes. */
async function passOverLost(database: Connection): Promise<void> {
  const transaction = beginReading(database, [MANIFEST, BLOCKS]);
  const { nextId } = await manifestIn(transaction);
  const last = (await transaction.objectStore(BLOCKS).openKeyCursor(null, 'prev'))?.key[0] ?? 0;
  if (last >= nextId) await passOver(database, last);
}

async function deleteBetween(database: Connection, live: number, next: number): Promise<void> {
  if (next - live <= 1) return;
  // From the last one deleted on: a browser still goes past what it has deleted.
  for (let from: IDBValidKey = [live, []]; ; ) {
    const range = IDBKeyRange.bound(from, [next], true, true);
    const keys = await beginReading(database, [BLOCKS]).objectStore(BLOCKS).getAllKeys(range, STEP);
    const last = keys.at(-1);
    if (last === undefined) return;
    const step = IDBKeyRange.bound(keys[0], last);
    from = last;
    await yieldToQuestions();
    await inTransaction(database, [BLOCKS], 'relaxed', (transaction) => transaction.objectStore(BLOCKS).delete(step));
    if (keys.length < STEP) return;
  }
}
