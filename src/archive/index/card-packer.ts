import { ByteWriter } from './bytes.ts';
import { CARDS, type Card, type CardEntry, categoryHash, FIXED, type Row } from './card.ts';

/** Longer lists of terms are cut: nothing is found by their ends that their beginnings miss. */
const MOST_TERMS = 1000;
const encoder = new TextEncoder();

/**
 * Packs the cards of up to 32 documents into a record: columns and terms, which ranking reads as they stand, then what is
 * shown, a line of JSON each. Not deflated: the browsers' stores compress small records themselves, and deflating took a
 * tenth of an import.
 */
export class CardPacker {
  readonly #fixed = new DataView(new ArrayBuffer(CARDS * FIXED));
  readonly #terms = new ByteWriter(16 * 1024);
  #rows: string[] = [];

  get count(): number {
    return this.#rows.length;
  }

  /** Takes the next card; nothing of it is held on to. */
  add({ card, place, length, terms }: CardEntry): void {
    const view = this.#fixed;
    const at = this.count * FIXED;
    const kept = Math.min(terms.length, MOST_TERMS);
    view.setFloat64(at, card.date ?? Number.NaN, true);
    view.setUint32(at + 8, place.pack, true);
    view.setUint32(at + 12, place.offset, true);
    view.setUint32(at + 16, place.length, true);
    for (let nth = 0; nth < 2; nth++) {
      const category = card.categories[nth];
      view.setUint16(at + 20 + nth * 2, category === undefined ? 0 : categoryHash(category), true);
    }
    view.setUint16(at + 24, Math.min(length, 0xffff), true);
    view.setUint16(at + 26, kept, true);
    view.setUint32(at + 28, place.size, true);
    this.#terms.reserve(kept * 3);
    const { bytes } = this.#terms;
    let to = this.#terms.length;
    for (let i = 0; i < kept; i++) {
      const term = terms[i] as number;
      bytes[to++] = term & 255;
      bytes[to++] = (term >> 8) & 255;
      bytes[to++] = term >> 16;
    }
    this.#terms.length = to;
    this.#rows.push(JSON.stringify(rowOf(card)));
  }

  /** The record of the cards taken; those to come begin another. */
  take(): Uint8Array<ArrayBuffer> {
    const rows = encoder.encode(this.#rows.join('\n'));
    const fixed = this.count * FIXED;
    const bytes = new Uint8Array(1 + fixed + this.#terms.length + rows.length);
    bytes[0] = this.count;
    bytes.set(new Uint8Array(this.#fixed.buffer, 0, fixed), 1);
    bytes.set(this.#terms.view(), 1 + fixed);
    bytes.set(rows, 1 + fixed + this.#terms.length);
    this.#rows = [];
    this.#terms.length = 0;
    return bytes;
  }
}

function rowOf({ article, title, publisher, categories, fingerprint, words, path, link, picture, description, ...card }: Card): Row {
  const row: Row = [article, title, publisher, categories, fingerprint, [words.total, words.unique], path, link, picture, description];
  const { numbers, numbersAre } = card;
  if (numbers && numbersAre) row.push([numbers.total, numbers.unique, numbersAre]);
  else if (numbers) row.push([numbers.total, numbers.unique]);
  return row;
}
