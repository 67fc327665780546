/**
 * Questions have the right of way over an import: the browser works through a database's requests in turn, so that a
 * question's few reads would each wait behind the megabytes that an import has under way.
 */
const CHANNEL = 'terugblik-questions';

/** So long after a question began nothing new is written, in milliseconds: most are answered by then. */
const PAUSE = 40;
/** Longer than this a writer does not wait, however much is asked. */
const LONGEST_PAUSE = 160;

let asked = Number.NEGATIVE_INFINITY;
let isListening = false;

/** Tells writers in every page and worker that a question begins. */
export function announceQuestion(): void {
  asked = performance.now();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Waits, as a writer, until what was asked lately can have been answered. */
export async function yieldToQuestions(): Promise<void> {
  if (!isListening) listen();
  const latest = performance.now() + LONGEST_PAUSE;
  for (;;) {
    const now = performance.now();
    const left = Math.min(asked + PAUSE, latest) - now;
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

function listen(): void {
  isListening = true;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => {
    asked = performance.now();
  };
  // In Node an open channel would keep a script from ending.
  (channel as { unref?: () => void }).unref?.();
}
