const PIECE_BITS = 14;
const PIECE = 1 << PIECE_BITS;

/** A list of numbers that grows without being copied, in pieces that are used again once it was cleared. */
export class TokenList {
  readonly #pieces: Uint32Array[] = [];
  count = 0;

  /** Appends the first `count` numbers of a list. */
  append(numbers: Uint32Array, count: number): void {
    for (let from = 0; from < count; ) {
      const at = this.count & (PIECE - 1);
      if (at === 0 && this.#pieces.length <= this.count >> PIECE_BITS) this.#pieces.push(new Uint32Array(PIECE));
      const part = Math.min(count - from, PIECE - at);
      (this.#pieces[this.count >> PIECE_BITS] as Uint32Array).set(numbers.subarray(from, from + part), at);
      from += part;
      this.count += part;
    }
  }

  at(i: number): number {
    return (this.#pieces[i >> PIECE_BITS] as Uint32Array)[i & (PIECE - 1)] as number;
  }

  /** How often each number below `size` stands in the list. */
  countsOf(size: number): Uint32Array {
    const counts = new Uint32Array(size);
    for (let i = 0; i < this.count; i++) {
      const number = this.at(i);
      counts[number] = (counts[number] as number) + 1;
    }
    return counts;
  }

  clear(): void {
    this.count = 0;
  }
}
