/** BM25 over whole documents held in memory, written apart from the engine, to hold it against. */
export class ExactBm25 {
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #lengths: number[] = [];
  #total = 0;

  /** @param terms of the next document, in any order, as often as they occur */
  add(terms: readonly string[]): void {
    const document = this.#lengths.length;
    this.#lengths.push(terms.length);
    this.#total += terms.length;
    for (const term of terms) {
      const list = this.#postings.get(term) ?? new Map<number, number>();
      list.set(document, (list.get(document) ?? 0) + 1);
      this.#postings.set(term, list);
    }
  }

  idf(term: string): number {
    const count = this.#postings.get(term)?.size ?? 0;
    return Math.log(1 + (this.#lengths.length - count + 0.5) / (count + 0.5));
  }

  /**
   * Scores of all documents with one of the terms, best first.
   * @param weights of the terms; a plain query weighs each by its idf
   */
  ranked(weights: ReadonlyMap<string, number>): { document: number; score: number }[] {
    const mean = this.#total / Math.max(this.#lengths.length, 1) || 1;
    const scores = new Map<number, number>();
    for (const [term, weight] of weights) {
      for (const [document, frequency] of this.#postings.get(term) ?? []) {
        const length = this.#lengths[document] as number;
        const impact = frequency / (frequency + 1.2 * (0.25 + (0.75 * length) / mean));
        scores.set(document, (scores.get(document) ?? 0) + weight * impact);
      }
    }
    return [...scores].map(([document, score]) => ({ document, score })).sort((a, b) => b.score - a.score || a.document - b.document);
  }
}
