/**
 * The places of the `most` highest keys, highest first, of equal ones the later first. A heap of the best so far: sorting all
 * of a hundred thousand takes ten times as long.
 */
export function top(keys: ArrayLike<number>, most: number): number[] {
  const heap: number[] = [];
  const full = Math.min(most, keys.length);
  for (let place = 0; place < full; place++) heap.push(place);
  for (let at = (full >> 1) - 1; at >= 0; at--) sink(heap, at, keys);
  let lowest = keys[heap[0] as number] as number;
  // A key that is as high as the lowest of the best comes later, so it is the higher one.
  for (let place = full; full > 0 && place < keys.length; place++) {
    if ((keys[place] as number) < lowest) continue;
    heap[0] = place;
    sink(heap, 0, keys);
    lowest = keys[heap[0]] as number;
  }
  return heap.sort((a, b) => (isLower(a, b, keys) ? 1 : -1));
}

function isLower(a: number, b: number, keys: ArrayLike<number>): boolean {
  const difference = (keys[a] as number) - (keys[b] as number);
  return difference < 0 || (difference === 0 && a < b);
}

/** Brings a place down to where none below it is lower. */
function sink(heap: number[], from: number, keys: ArrayLike<number>): void {
  const place = heap[from] as number;
  let at = from;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && isLower(heap[child + 1] as number, heap[child] as number, keys)) child++;
    if (!isLower(heap[child] as number, place, keys)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = place;
}
