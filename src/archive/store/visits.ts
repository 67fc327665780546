import type { Visits } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { beginReading, type Connection } from './connection.ts';
import { isVisits } from './salvage.ts';
import { VISITS } from './schema.ts';
import { inTransaction } from './writing.ts';

/** The reader's own visits to an article, or null where none was counted. */
export const visitsOf = async (database: Connection, key: ArticleKey): Promise<Visits | null> =>
  visitsIn(await beginReading(database, [VISITS]).objectStore(VISITS).get(key));

/** Whether any visit was counted. */
export const hasVisits = async (database: Connection): Promise<boolean> =>
  (await beginReading(database, [VISITS]).objectStore(VISITS).count()) > 0;

/** Counts a visit. */
export const addVisit = (database: Connection, key: ArticleKey, at: number): Promise<void> =>
  inTransaction(database, [VISITS], 'relaxed', async (transaction) => {
    const store = transaction.objectStore(VISITS);
    await store.put(withVisit(visitsIn(await store.get(key)), at), key);
  });

/** Forgets every visit. */
export const eraseVisits = (database: Connection): Promise<void> =>
  inTransaction(database, [VISITS], 'strict', (transaction) => transaction.objectStore(VISITS).clear());

const visitsIn = (stored: unknown): Visits | null => (isVisits(stored) ? stored : null);

function withVisit(before: Visits | null, at: number): Visits {
  if (!before) return { times: 1, days: 1, first: at, last: at };
  const isNewDay = dayOf(at) !== dayOf(before.last);
  return { times: before.times + 1, days: before.days + (isNewDay ? 1 : 0), first: before.first, last: at };
}

/** A day as the reader lives it. */
const dayOf = (at: number): string => new Date(at).toDateString();
