// How much the process grows that shows a page: Linux only, as it asks /proc.
import { readdirSync, readFileSync } from 'node:fs';

const EVERY = 100;

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended meanwhile, or this is no Linux.
    return '';
  }
}

/** A browser's processes that show pages. @param {number} browser its process id */
function pageProcesses(browser) {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /\) \S (\d+)/.exec(textOf(`/proc/${name}/stat`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isBelow = (/** @type {number} */ id) => {
    for (let at = parents.get(id); at; at = parents.get(at)) if (at === browser) return true;
    return false;
  };
  return [...parents.keys()].filter(
    (id) => isBelow(id) && /--type=renderer|-contentproc.*\btab\b/s.test(textOf(`/proc/${id}/cmdline`).replaceAll('\0', ' ')),
  );
}

/** Bytes of memory that a process has to itself, and its part of what it shares. @param {number} id */
const memoryOf = (id) => Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) * 1024;

/**
 * The most that any process of a browser's pages grows while something is done, in bytes; null where that can't be told.
 * @param {import('puppeteer-core').Browser} browser
 * @param {() => Promise<unknown>} act
 */
export async function growthWhile(browser, act) {
  const id = browser.process()?.pid;
  if (process.platform !== 'linux' || id === undefined) {
    await act();
    return null;
  }
  const idle = new Map(pageProcesses(id).map((one) => [one, memoryOf(one)]));
  let most = 0;
  const timer = setInterval(() => {
    for (const [one, before] of idle) most = Math.max(most, memoryOf(one) - before);
  }, EVERY);
  try {
    await act();
  } finally {
    clearInterval(timer);
  }
  return most;
}
