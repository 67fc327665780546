// What runs in the pages that are measured: handed over as text, so that each function stands alone.

/** Follows a page from its start; `settled()` gives when it was last drawn anew, and how far it jumped after its first content. */
export function watchPage() {
  const QUIET = 400;
  let last = 0;
  let first = 0;
  let shift = 0;
  let undrawn = 0;
  const state = () => document.querySelector('main')?.dataset.state ?? 'loading';
  new MutationObserver(() => {
    undrawn++;
    // Drawn in the frame after.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        undrawn--;
        last = performance.now();
        if (state() !== 'loading') first ||= last;
      };
      channel.port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (first > 0 && entry.startTime > first) shift += /** @type {any} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });
  /** @type {any} */ (globalThis).settled = async () => {
    while (state() === 'loading' || undrawn > 0 || performance.now() - last < QUIET)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return { settled: last, shift, state: state() };
  };
}

/** Follows a search; `found()` gives how long after the last key its own results were drawn. */
export function followSearch() {
  let key = 0;
  let drawn = 0;
  const isBusy = () => document.querySelector('[data-part="results"]')?.getAttribute('aria-busy') !== 'false';
  const pressed = (/** @type {Event} */ { timeStamp }) => {
    key = timeStamp;
    drawn = 0;
  };
  document.addEventListener('keydown', pressed, true);
  const observer = new MutationObserver(() => {
    if (isBusy()) return;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        if (!isBusy()) drawn ||= performance.now();
      };
      channel.port2.postMessage(null);
    });
  });
  observer.observe(document.body, { subtree: true, attributeFilter: ['aria-busy'] });
  /** @type {any} */ (globalThis).found = async () => {
    while (drawn === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    observer.disconnect();
    document.removeEventListener('keydown', pressed, true);
    return drawn - key;
  };
}

/** Notes every task that keeps the page from answering for more than 50 ms. */
export function countLongTasks() {
  /** @type {number[]} */
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  /** @type {any} */ (globalThis).longTasks = tasks;
}
