/**
 * What happens at one storage operation:
 * - `fail`: it ends with an error, which aborts its transaction, as when the disk can't be read;
 * - `abort`: its transaction is aborted without an error, as Firefox does when its quota is used up;
 * - `delay`: it waits behind many others;
 * - `kill`: the process is gone, with whatever its transactions had not committed;
 * - `cancel`: the reader cancels just then.
 *
 * A power cut needs no fault of its own: it loses the last transactions that were not yet durable, so that it leaves what a
 * kill some operations earlier leaves.
 */
export type Fault = 'fail' | 'abort' | 'delay' | 'kill' | 'cancel';

/** Those that take room. */
const FILLING: readonly string[] = ['put', 'add'];
const REQUESTS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'put', 'add', 'delete', 'clear'] as const;
/** So many reads stand before a delayed one: each takes a turn of the event loop. */
const DELAY = 40;

type Method = (this: unknown, ...parameters: unknown[]) => unknown;
/** Of fake-indexeddb: how it queues a request, which is the only way to let one fail. */
type Queue = { _execRequestAsync(request: { source: unknown; operation: () => void }): IDBRequest };

export interface Injected {
  /** Operations so far at which the fault could have struck. */
  operations(): number;
  /** Whether the fault has come about. */
  struck(): boolean;
  /** Storage works again; after a kill, as in a new process. */
  remove(): void;
}

/**
 * Lets a fault strike at the `at`th storage operation from now, counted from 0: requests of every kind, beginning a
 * transaction, opening the database, making or deleting a store. Delays count requests only, aborts what takes room.
 * @param cancel called for the fault of that name
 */
export function inject(fault: Fault, at: number, cancel: () => void = () => undefined): Injected {
  let operations = 0;
  let struck = false;
  let dead = false;
  const live = new Set<IDBTransaction>();
  const { getKey } = IDBObjectStore.prototype;
  const restore: (() => void)[] = [];
  const wrap = (prototype: object, name: string, wrapped: (original: Method) => Method) => {
    const methods = prototype as Record<string, Method>;
    const original = methods[name] as Method;
    methods[name] = wrapped(original);
    restore.push(() => {
      methods[name] = original;
    });
  };
  const strikes = () => {
    if (dead) throw gone();
    const now = operations++ === at;
    if (now) struck = true;
    if (now && fault === 'cancel') cancel();
    if (!now || fault !== 'kill') return now;
    dead = true;
    for (const transaction of live) abort(transaction);
    throw gone();
  };

  for (const name of REQUESTS) {
    wrap(
      IDBObjectStore.prototype,
      name,
      (original) =>
        function (...parameters) {
          const store = this as IDBObjectStore;
          const now = fault === 'abort' && !FILLING.includes(name) ? false : strikes();
          if (now && fault === 'fail') return failing(store);
          if (now && fault === 'delay') for (let i = 0; i < DELAY; i++) getKey.call(store, ['delay', i]);
          const request = original.apply(store, parameters);
          if (now && fault === 'abort') abort(store.transaction);
          return request;
        },
    );
  }
  const others = [
    [IDBDatabase.prototype, 'transaction'],
    [IDBDatabase.prototype, 'createObjectStore'],
    [IDBDatabase.prototype, 'deleteObjectStore'],
    [IDBFactory.prototype, 'open'],
  ] as const;
  for (const [prototype, name] of others) {
    wrap(
      prototype,
      name,
      (original) =>
        function (...parameters) {
          if (fault === 'delay' || fault === 'abort') return original.apply(this, parameters);
          // What fails at once, without a request to tell it by: a connection that the browser has closed.
          if (strikes() && fault === 'fail') throw new DOMException('closed', 'InvalidStateError');
          const result = original.apply(this, parameters);
          if (name === 'transaction') live.add(result as IDBTransaction);
          return result;
        },
    );
  }
  return {
    operations: () => operations,
    struck: () => struck,
    remove: () => restore.forEach((undo) => void undo()),
  };
}

const gone = () => new DOMException('killed', 'UnknownError');

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

const failing = (store: IDBObjectStore): IDBRequest =>
  (store.transaction as unknown as Queue)._execRequestAsync({
    source: store,
    operation: () => {
      throw new DOMException('failed', 'UnknownError');
    },
  });
