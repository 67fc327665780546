// Passes on what the driver of the browser asks, to a worker of one contestant.
import type { WorkerAnswer, WorkerRequest } from './worker.ts';

const asked = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
let worker: Worker | null = null;
let next = 0;

function call(request: WorkerRequest): Promise<unknown> {
  if (!worker) throw new Error('no contestant');
  const id = next++;
  worker.postMessage({ id, request });
  return new Promise((resolve, reject) => asked.set(id, { resolve, reject }));
}

/** Where the page is one of an extension. */
const { chrome: extension } = globalThis as unknown as {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
};

const bench = {
  /** Starts a contestant's worker and waits until its code is there. */
  start(contestant: string): Promise<unknown> {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const waiting = asked.get(data.id);
      asked.delete(data.id);
      if (data.error === undefined) waiting?.resolve(data.result);
      else waiting?.reject(new Error(data.error));
    });
    return call({ name: 'start', contestant });
  },
  call,
  /** Imports the chosen file; the baselines fetch its posts from `posts`. */
  take(posts: string): Promise<unknown> {
    const file = document.querySelector('input')?.files?.[0];
    if (!file) throw new Error('no file chosen');
    return call({ name: 'take', file, posts });
  },
  /** What the extension's background answers to a message. */
  answer: (message: unknown): Promise<unknown> => extension.runtime.sendMessage(message),
  /** Milliseconds that a message to the extension's background takes; its answer must be `state` where one is given. */
  async message(message: unknown, state?: string): Promise<number> {
    const start = performance.now();
    const answer = await extension.runtime.sendMessage(message);
    const milliseconds = performance.now() - start;
    if (state !== undefined && answer !== state) throw new Error(`answered ${JSON.stringify(answer)}, not ${state}`);
    return milliseconds;
  },
};
export type Bench = typeof bench;

Object.assign(globalThis, { bench });
