import { Analyser } from '../language/analyse.ts';
import { compoundsOf } from '../language/compounds.ts';
import type { BlockSink } from './blocks.ts';
import { ByteWriter } from './bytes.ts';
import { IndexWriter, noPostings, writeDocumentPositions } from './index-writer.ts';
import { emptyPostings, reserve } from './postings.ts';
import { impact, quantised } from './score.ts';
import { compoundTerm, termBytes, termHash } from './terms.ts';

/** Words of a title count this many times more than those of the text: found to find more follow-ups. */
export const TITLE_EXTRA = 2;
/** Between title and text, so that no phrase runs from one into the other. */
const GAP = 16;

/**
 * Holds the tokens of some documents in the order read, and writes an index of them. The tokens stand as numbers in one
 * array: counting and one pass of sorting by term give postings and positions at once.
 */
export class TokenStore {
  readonly #analyser = new Analyser();
  #hashes = new Uint32Array(1 << 14);
  /** A Map's keys go on to what came in meanwhile. */
  #unhashed = this.#analyser.vocabulary.keys();
  #hashed = 0;
  /** Of the document being read: how often each term counts, and the last document that had it. */
  #frequency = new Uint32Array(1 << 14);
  #seen = new Uint32Array(1 << 14);
  #tokens = new Uint32Array(1 << 18);
  #count = 0;
  #ends: number[] = [];
  #titles: number[] = [];
  #lengths: number[] = [];
  /** Terms that are no words: the documents that each stands for. */
  #marks = new Map<string, number[]>();
  totalLength = 0;

  /** Of each token in order of its term, once sorted: its document, and its place there. */
  #documentOf = new Uint32Array(0);
  #placeOf = new Uint32Array(0);

  /** @param first number of the first document to come */
  constructor(public first: number) {}

  /** Empties the store for the documents from `first` on. Its room is used again: made anew each time, garbage would pile up. */
  restart(first: number): void {
    this.first = first;
    this.#analyser.forgetNumbers();
    this.#unhashed = this.#analyser.vocabulary.keys();
    this.#hashed = 0;
    this.#seen.fill(0);
    this.#count = 0;
    this.#ends = [];
    this.#titles = [];
    this.#lengths = [];
    this.#marks = new Map();
    this.totalLength = 0;
  }

  get documents(): number {
    return this.#ends.length;
  }

  get tokens(): number {
    return this.#count;
  }

  /**
   * Takes the next document.
   * @param marks terms that are no words, such as its article key
   * @returns its length, and its terms with their frequencies for the list that is kept with the document
   */
  add(title: string, text: string, marks: readonly string[]): { length: number; terms: Uint32Array } {
    return this.addNumbered(this.#analyser.numbersOf(title), this.#analyser.numbersOf(text), marks);
  }

  /** The same for stems. */
  addStems(title: readonly string[], text: readonly string[], marks: readonly string[]) {
    const numbered = (stems: readonly string[]) => stems.map((stem) => this.#analyser.numberOf(stem));
    return this.addNumbered(numbered(title), numbered(text), marks);
  }

  addNumbered(title: readonly number[], text: readonly number[], marks: readonly string[]): { length: number; terms: Uint32Array } {
    this.#hashNew();
    const document = this.#ends.length + 1;
    const distinct: number[] = [];
    this.#take(title, 1 + TITLE_EXTRA, document, distinct);
    this.#take(text, 1, document, distinct);
    this.#ends.push(this.#count);
    this.#titles.push(title.length);
    const length = title.length * (1 + TITLE_EXTRA) + text.length;
    this.#lengths.push(length);
    this.totalLength += length;
    for (const mark of new Set(marks)) {
      const list = this.#marks.get(mark);
      if (list) list.push(document - 1);
      else this.#marks.set(mark, [document - 1]);
    }
    const terms = new Uint32Array(distinct.length);
    distinct.forEach((number, i) => {
      terms[i] = ((this.#hashes[number] as number) << 4) | Math.min(this.#frequency[number] as number, 15);
    });
    return { length, terms };
  }

  #take(numbers: readonly number[], weight: number, document: number, distinct: number[]): void {
    if (this.#count + numbers.length > this.#tokens.length) this.#tokens = grown(this.#tokens, this.#count + numbers.length);
    const tokens = this.#tokens;
    const seen = this.#seen;
    const frequency = this.#frequency;
    for (const number of numbers) {
      tokens[this.#count++] = number;
      if (seen[number] === document) frequency[number] = (frequency[number] as number) + weight;
      else {
        seen[number] = document;
        frequency[number] = weight;
        distinct.push(number);
      }
    }
  }

  /** Makes room for the stems that were new, and hashes them. */
  #hashNew(): void {
    const { size } = this.#analyser.vocabulary;
    if (size === this.#hashed) return;
    if (size > this.#hashes.length) {
      this.#hashes = grown(this.#hashes, size);
      this.#frequency = grown(this.#frequency, size);
      this.#seen = grown(this.#seen, size);
    }
    while (this.#hashed < size) this.#hashes[this.#hashed++] = termHash(this.#unhashed.next().value as string);
  }

  /**
   * Writes the index of all documents taken.
   * @param mean length of the documents of the archive so far, which impacts are held against
   */
  async write(sink: BlockSink, id: number, mean: number): Promise<void> {
    const writer = new IndexWriter(sink, id);
    const { starts, documents, positions } = this.#sorted();
    const postings = emptyPostings(64);
    const places = new ByteWriter(4096);
    const { vocabulary } = this.#analyser;
    let written = 0;
    for (const term of this.#everyTerm()) {
      if (++written % 4096 === 0) await sink.drain();
      const number = vocabulary.get(term);
      postings.count = 0;
      if (number === undefined) {
        const marked = this.#marks.get(term);
        for (const document of marked ?? []) addPosting(postings, this.first + document, 0);
        writer.add(termBytes(term), marked ? postings : noPostings, null);
        continue;
      }
      places.length = 0;
      const end = starts[number + 1] as number;
      for (let from = starts[number] as number, to: number; from < end; from = to) {
        const document = documents[from] as number;
        const title = this.#titles[document] as number;
        let frequency = 0;
        for (to = from; to < end && documents[to] === document; to++) frequency += (positions[to] as number) < title ? 1 + TITLE_EXTRA : 1;
        addPosting(postings, this.first + document, quantised(impact(frequency, this.#lengths[document] as number, mean)));
        writeDocumentPositions(places, positions, from, to);
      }
      writer.add(termBytes(term), postings, places.view());
    }
    writer.finish({ documents: this.#ends.length, length: this.totalLength });
    await sink.drain();
  }

  /** Every term in the order of the index: words, marks, and what compounds there are among the words. */
  #everyTerm(): string[] {
    const { vocabulary } = this.#analyser;
    const terms = [...vocabulary.keys(), ...this.#marks.keys()];
    const known = (term: string) => vocabulary.has(term);
    for (const term of vocabulary.keys()) {
      for (const compound of compoundsOf(term, known)) terms.push(compoundTerm(compound));
    }
    return terms.sort();
  }

  /** The tokens sorted by term: where each term's begin, and of each token its document and its place there. */
  #sorted() {
    const starts = new Uint32Array(this.#analyser.vocabulary.size + 2);
    for (let i = 0; i < this.#count; i++) {
      const slot = (this.#tokens[i] as number) + 2;
      starts[slot] = (starts[slot] as number) + 1;
    }
    for (let i = 2; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    if (this.#documentOf.length < this.#count) {
      this.#documentOf = new Uint32Array(this.#tokens.length);
      this.#placeOf = new Uint32Array(this.#tokens.length);
    }
    const documents = this.#documentOf;
    const positions = this.#placeOf;
    let at = 0;
    this.#ends.forEach((end, document) => {
      const title = this.#titles[document] as number;
      for (let place = 0; at < end; at++, place++) {
        const slot = (this.#tokens[at] as number) + 1;
        const to = starts[slot] as number;
        starts[slot] = to + 1;
        documents[to] = document;
        positions[to] = place < title ? place : place + GAP;
      }
    });
    return { starts, documents, positions };
  }
}

function addPosting(postings: ReturnType<typeof emptyPostings>, document: number, level: number): void {
  reserve(postings, 1);
  postings.documents[postings.count] = document;
  postings.levels[postings.count++] = level;
}

function grown(array: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
