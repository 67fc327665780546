import { textHash } from '../../article/hash.ts';
import type { KnownPlace } from './known.ts';

/**
 * The places of a bundle at which an import takes an earlier text. What comes later at such a place is newer: it is taken too, even if
 * the archive has it, so that it stands behind the earlier one, and it leaves its former place. Empty for a bundle without earlier texts.
 */
export class OlderTexts {
  /** By path, whether one was taken; false while it is only wanted, as a bundle may ask some posts ahead. */
  readonly #places = new Map<string, boolean>();
  /** Texts that were taken at a place where one had been taken before. */
  again = 0;

  /** Whether a text is to be read. @param isKnown whether the archive has it */
  wants({ path, earlier }: KnownPlace, isKnown: boolean): boolean {
    const wanted = !isKnown || this.#places.has(path);
    if (wanted && earlier > 0 && !this.#places.has(path)) this.#places.set(path, false);
    return wanted;
  }

  /** Hashes of the paths of these places. */
  get paths(): Set<number> {
    return new Set([...this.#places].flatMap(([path, taken]) => (taken ? [textHash(path)] : [])));
  }

  /** Whether an earlier text was taken at a place. */
  has({ path }: KnownPlace): boolean {
    return this.#places.get(path) === true;
  }

  /** Notes that a text was taken. */
  take(place: KnownPlace): void {
    if (this.has(place)) this.again++;
    if (place.earlier > 0) this.#places.set(place.path, true);
  }
}
