import { HashTable } from './hash-table.ts';

/** Counts articles, and those with several versions, while documents pass by. */
export class VersionCount {
  #articles: HashTable;
  #several = new HashTable();

  constructor(expected = 0) {
    this.#articles = new HashTable(expected);
  }

  /** @param article hash of its key @param fingerprint of the document: another one is another version */
  add(article: number, fingerprint: number): void {
    const known = this.#articles.get(article);
    if (known === undefined) this.#articles.set(article, fingerprint);
    else if (known !== fingerprint) this.#several.set(article, 1);
  }

  get articles(): number {
    return this.#articles.size;
  }

  get versioned(): number {
    return this.#several.size;
  }
}
