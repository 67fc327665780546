import { yieldToQuestions } from '../store/right-of-way.ts';
import type { ImportEvent } from './progress.ts';

/** How often messages are let in, and how often progress is told, in milliseconds. */
const TURN = 10;
const TELL = 100;

/**
 * Keeps long work from holding up all else: lets a cancel and questions in, and tells how far it has come, both now and then.
 * @returns to be awaited after each step, with how many steps are done
 */
export function pacer(tell: (event: ImportEvent) => void): (done: number) => Promise<void> {
  let told = Date.now();
  let turned = told;
  return async (done) => {
    const at = Date.now();
    if (at - turned < TURN) return;
    await nextTask();
    await yieldToQuestions();
    turned = Date.now();
    if (at - told < TELL) return;
    told = at;
    tell({ type: 'read', done, at });
  };
}

/** Lets messages in, as these are taken between tasks only. A timer would wait 4 ms each time. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
