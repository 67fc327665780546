import type { AnswerOf, Arguments, LookupAnswer, LookupName, LookupRequest } from './lookup-worker.ts';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
const waiting = new Map<number, Waiting>();
let asked = 0;

/**
 * Asks the archive in its own thread, which is started at the first question. When it ends unexpectedly, what was
 * asked fails, and the next question starts another.
 */
export function lookUp<Name extends LookupName>(name: Name, ...given: Arguments<Name>): Promise<AnswerOf<Name>> {
  worker ??= started();
  const id = ++asked;
  return new Promise<AnswerOf<Name>>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
    worker?.postMessage({ id, name, given } satisfies LookupRequest);
  });
}

function started(): Worker {
  const one = new Worker(new URL('./lookup-worker.ts', import.meta.url), { type: 'module' });
  one.addEventListener('message', ({ data }: MessageEvent<LookupAnswer>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) asker?.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    else asker?.resolve(data.answer);
  });
  one.addEventListener('error', ({ message }) => {
    one.terminate();
    if (worker === one) worker = null;
    for (const { reject } of waiting.values()) reject(new Error(message || 'the archive’s thread ended unexpectedly'));
    waiting.clear();
  });
  return one;
}

/** Starts the thread, so that it is there when something is asked. */
export function beReady(): void {
  worker ??= started();
}
