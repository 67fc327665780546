import { beginReading, type Connection } from './connection.ts';
import { isJournal } from './salvage.ts';
import { IMPORTS, type ImportJournal } from './schema.ts';
import { inTransaction } from './writing.ts';

/** The imports that were interrupted and may go on. */
export const interruptedImports = async (database: Connection): Promise<ImportJournal[]> =>
  (await beginReading(database, [IMPORTS]).objectStore(IMPORTS).getAll()).filter(isJournal);

/** Forgets an interrupted import. Its records go with the next sweep. */
export const forgetImport = (database: Connection, identity: string): Promise<void> =>
  inTransaction(database, [IMPORTS], 'relaxed', (transaction) => transaction.objectStore(IMPORTS).delete(identity));

/** Notes how far an import has come. */
export async function keepImport(database: Connection, journal: ImportJournal): Promise<void> {
  await inTransaction(database, [IMPORTS], 'relaxed', (transaction) => transaction.objectStore(IMPORTS).put(journal));
}
