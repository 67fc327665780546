const FIRST_BITS = 12;
const MOST_BITS = 18;
/** Places that a word may stand at, from the one that its hash names. */
const TRIES = 8;

/**
 * A number for each word, found by 64 bits of hash: two words that share them would count as one, which among a million
 * words happens once in ten million archives. Up to a quarter of a million words are held in 3 MB; when there is no room
 * the words that came early, which are the frequent ones, stay.
 */
export class WordTable {
  #bits = FIRST_BITS;
  /** Of each place both halves of the hash and the number; 0 says that it is free. */
  #places = new Int32Array(3 << FIRST_BITS);
  #held = 0;

  /** The number of a word, 0 where there is none. */
  get(hash: number, check: number): number {
    const places = this.#places;
    const mask = (1 << this.#bits) - 1;
    for (let i = 0, place = placeOf(hash); i < TRIES; i++, place++) {
      const at = (place & mask) * 3;
      const number = places[at + 2] as number;
      if (number === 0) return 0;
      if (places[at] === hash && places[at + 1] === check) return number;
    }
    return 0;
  }

  /** Keeps the number, other than 0, of a word that has none. */
  set(hash: number, check: number, number: number): void {
    if (this.#held * 2 >= 1 << this.#bits && this.#bits < MOST_BITS) this.#grow();
    const mask = (1 << this.#bits) - 1;
    const first = placeOf(hash);
    let at = 0;
    for (let i = 0; i < TRIES; i++) {
      at = ((first + i) & mask) * 3;
      if (this.#places[at + 2] !== 0) continue;
      this.#held++;
      break;
    }
    this.#places[at] = hash;
    this.#places[at + 1] = check;
    this.#places[at + 2] = number;
  }

  clear(): void {
    this.#places.fill(0);
    this.#held = 0;
  }

  #grow(): void {
    const before = this.#places;
    this.#bits++;
    this.#places = new Int32Array(3 << this.#bits);
    this.#held = 0;
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] !== 0) this.set(before[at] as number, before[at + 1] as number, before[at + 2] as number);
    }
  }
}

const placeOf = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8;
