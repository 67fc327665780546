import { textHash } from '../../article/hash.ts';
import { placeOf } from './earlier.ts';

/** Which paths were seen, as 16 to 32 bytes a path instead of its text. Two paths of one hash count as one, see `textHash`. */
export class PathSet {
  /** Open addressing; 0 stands for an empty place. */
  #table = new Float64Array(1024);
  #size = 0;

  /** Takes a path in. False if it was there. */
  add(path: string): boolean {
    const hash = textHash(path) || 1;
    const at = this.#find(this.#table, hash);
    if (this.#table[at] === hash) return false;
    this.#table[at] = hash;
    if (++this.#size * 2 > this.#table.length) this.#grow();
    return true;
  }

  /** Takes in where a file belongs. False if another was there; earlier texts may be as many as there are. */
  addFile(file: string): boolean {
    const { path, earlier } = placeOf(file);
    return earlier > 0 || this.add(path);
  }

  #find(table: Float64Array, hash: number): number {
    const mask = table.length - 1;
    let at = hash & mask;
    while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const larger = new Float64Array(this.#table.length * 2);
    for (const hash of this.#table) if (hash !== 0) larger[this.#find(larger, hash)] = hash;
    this.#table = larger;
  }
}
