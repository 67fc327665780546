/**
 * The places of the `most` highest keys, highest first, of equal ones the later first. A heap of the best so far: sorting all
 * of a hundred thousand takes ten times as long.
 */
export function top(keys: ArrayLike<number>, most: number): number[] {
  const heap: number[] = [];
  const keyAt = (place: number) => keys[place] as number;
  const isLower = (a: number, b: number) => keyAt(a) < keyAt(b) || (keyAt(a) === keyAt(b) && a < b);
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isLower(heap[child] as number, heap[least] as number)) least = child;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] as number, heap[at] as number];
      at = least;
    }
  };
  const full = Math.min(most, keys.length);
  for (let place = 0; place < full; place++) heap.push(place);
  for (let at = full >> 1; at >= 0; at--) sink(at);
  // A key that is as high as the lowest of the best comes later, so it is the higher one.
  for (let place = full; full > 0 && place < keys.length; place++) {
    if (keyAt(place) < keyAt(heap[0] as number)) continue;
    heap[0] = place;
    sink(0);
  }
  return heap.sort((a, b) => (isLower(a, b) ? 1 : -1));
}
