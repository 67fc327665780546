/**
 * Numbers that look random and are the same at every run (mulberry32).
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  return {
    /** From 0 up to 1. */
    next,
    /** A whole number from 0 up to a bound. @param {number} bound */
    below: (bound) => Math.floor(next() * bound),
    /** One of a list. @template T @param {readonly T[]} list @returns {T} */
    of: (list) => /** @type {any} */ (list[Math.floor(next() * list.length)]),
    /** From a normal distribution, mean 0 and deviation 1. */
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** @typedef {ReturnType<typeof randomFrom>} Random */
