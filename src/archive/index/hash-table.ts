/** Numbers by hashes of 53 bits (`textHash`), in typed arrays: a million take 25 MB, where a Map would take a hundred. */
export class HashTable {
  #keys: Float64Array;
  #values: Uint32Array;
  size = 0;

  /** @param expected how many hashes will come; more make it grow */
  constructor(expected = 0) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(expected * 1.6, 1024)));
    this.#keys = new Float64Array(capacity).fill(EMPTY);
    this.#values = new Uint32Array(capacity);
  }

  get(hash: number): number | undefined {
    const slot = this.#slot(hash);
    return this.#keys[slot] === hash ? this.#values[slot] : undefined;
  }

  set(hash: number, value: number): void {
    let slot = this.#slot(hash);
    if (this.#keys[slot] !== hash) {
      if (this.size * 3 > this.#keys.length * 2) {
        this.#grow();
        slot = this.#slot(hash);
      }
      this.#keys[slot] = hash;
      this.size++;
    }
    this.#values[slot] = value;
  }

  #slot(hash: number): number {
    const mask = this.#keys.length - 1;
    let slot = (hash ^ (hash / 0x100000000)) & mask;
    while (this.#keys[slot] !== EMPTY && this.#keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2).fill(EMPTY);
    this.#values = new Uint32Array(this.#keys.length);
    keys.forEach((hash, i) => {
      if (hash === EMPTY) return;
      const slot = this.#slot(hash);
      this.#keys[slot] = hash;
      this.#values[slot] = values[i] as number;
    });
  }
}

const EMPTY = -1;
