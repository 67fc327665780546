/**
 * The places of the `most` highest of `count` keys, highest first, of equal ones the later first. A heap of the best so
 * far: sorting all of a hundred thousand takes ten times as long.
 */
export function top(count: number, most: number, key: (place: number) => number): number[] {
  const heap: number[] = [];
  const isLower = (a: number, b: number) => {
    const difference = key(a) - key(b);
    return difference < 0 || (difference === 0 && a < b);
  };
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
  for (let place = 0; place < count; place++) {
    if (heap.length < most) {
      heap.push(place);
      if (heap.length === most) for (let at = most >> 1; at >= 0; at--) sink(at);
    } else if (most > 0 && isLower(heap[0] as number, place)) {
      heap[0] = place;
      sink(0);
    }
  }
  return heap.sort((a, b) => (isLower(a, b) ? 1 : -1));
}
