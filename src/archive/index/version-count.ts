import { HashTable } from './hash-table.ts';

/** The lowest bit of a fingerprint is given up to note that the article stands in the file: a table of its own would take as much again. */
const IN_FILE = 1;

/** Counts the articles, and those with several versions, of documents that pass by: in a whole bundle, and in a file that is imported into it. */
export class VersionCount {
  /** For each article, by the hash of its key, the fingerprint of the document that came first. */
  #articles: HashTable;
  #several = new HashTable();
  #articlesInFile = 0;
  #versionedInFile = 0;

  constructor(expected = 0) {
    this.#articles = new HashTable(expected);
  }

  /** @param article hash of its key @param fingerprint of the document: another one is another version */
  add(article: number, fingerprint: number): void {
    const known = this.#articles.get(article);
    if (known === undefined) this.#articles.set(article, fingerprint & ~IN_FILE);
    else if ((known ^ fingerprint) >>> 1 !== 0 && this.#several.get(article) === undefined) {
      this.#several.set(article, 1);
      if (known & IN_FILE) this.#versionedInFile++;
    }
  }

  /** Notes that a post of the file is of an article, which was added. */
  see(article: number): void {
    const known = this.#articles.get(article);
    if (known === undefined || known & IN_FILE) return;
    this.#articles.set(article, known | IN_FILE);
    this.#articlesInFile++;
    if (this.#several.get(article) !== undefined) this.#versionedInFile++;
  }

  isInFile(article: number): boolean {
    return ((this.#articles.get(article) ?? 0) & IN_FILE) !== 0;
  }

  get articles(): number {
    return this.#articles.size;
  }

  /** The articles that posts of the file are of, and those among them with several versions in the bundle. */
  get inFile(): { articles: number; versioned: number } {
    return { articles: this.#articlesInFile, versioned: this.#versionedInFile };
  }
}
