import { Analyser, StemNumbers } from '../language/analyse.ts';
import { compoundsOf } from '../language/compounds.ts';
import type { BlockSink } from './blocks.ts';
import { ByteWriter } from './bytes.ts';
import { IndexWriter, noPostings, writeDocumentPositions } from './index-writer.ts';
import { addPosting, emptyPostings, type Postings } from './postings.ts';
import { impact, quantised } from './score.ts';
import { compoundTerm, termBytes, termHash } from './terms.ts';
import { TokenList } from './token-list.ts';

/** Words of a title count this many times more than those of the text: found to find more follow-ups. */
export const TITLE_EXTRA = 2;
/** Between title and text, so that no phrase runs from one into the other. */
const GAP = 16;
/** Numbers that are held of a term; the fourth is for the sake of a power of two. */
const TERM = 4;
/** Tokens that are sorted at once, about. */
const SORTED = 1 << 20;

/**
 * Holds the tokens of some documents in the order read, four bytes each, and writes an index of them: counting and sorting by term give
 * postings and positions at once. Terms are sorted in as many passes as it takes for that to need little room.
 */
export class TokenStore {
  readonly #analyser: Analyser;
  /** Of each term, side by side as they are asked for together: the last document that had it, how often it counts there, its hash. */
  #terms = new Uint32Array(TERM << 12);
  /** A Map's keys go on to what came in meanwhile. */
  #unhashed: Iterator<string>;
  #hashed = 0;
  readonly #numbers = new StemNumbers();
  readonly #distinct = new StemNumbers();
  readonly #tokens = new TokenList();
  #ends: number[] = [];
  #titles: number[] = [];
  #lengths: number[] = [];
  /** Terms that are no words: the documents that each stands for. Nearly each is of one alone, and a list for it would be most of what it takes. */
  #marks = new Map<string, number | number[]>();
  totalLength = 0;

  /** @param first number of the first document to come @param analyser whose numbers are forgotten and begun anew */
  constructor(
    public first: number,
    analyser = new Analyser(),
  ) {
    analyser.forgetNumbers();
    this.#analyser = analyser;
    this.#unhashed = analyser.vocabulary.keys();
  }

  /** Empties the store for the documents from `first` on. Its room is used again: made anew each time, garbage would pile up. */
  restart(first: number): void {
    this.first = first;
    this.#analyser.forgetNumbers();
    this.#unhashed = this.#analyser.vocabulary.keys();
    this.#hashed = 0;
    this.#terms.fill(0);
    this.#tokens.clear();
    this.#ends = [];
    this.#titles = [];
    this.#lengths = [];
    this.#marks = new Map();
    this.totalLength = 0;
  }

  get documents(): number {
    return this.#ends.length;
  }

  /** How much it holds, in tokens: a term takes the memory of some forty. */
  get size(): number {
    return this.#tokens.count + this.#analyser.vocabulary.size * 40;
  }

  /**
   * Takes the next document.
   * @param marks terms that are no words, such as its article key
   * @returns its length, and its terms with their frequencies for the list that is kept with the document, valid until the next
   */
  add(title: string, text: string, marks: readonly string[]): { length: number; terms: Uint32Array } {
    const numbers = this.#numbers;
    numbers.count = 0;
    this.#analyser.numbersOf(title, numbers);
    const titleLength = numbers.count;
    this.#analyser.numbersOf(text, numbers);
    return this.#take(titleLength, marks);
  }

  /** The same for stems. */
  addStems(title: readonly string[], text: readonly string[], marks: readonly string[]): { length: number; terms: Uint32Array } {
    this.#numbers.count = 0;
    for (const stem of [...title, ...text]) this.#numbers.push(this.#analyser.numberOf(stem));
    return this.#take(title.length, marks);
  }

  #take(titleLength: number, marks: readonly string[]): { length: number; terms: Uint32Array } {
    this.#hashNew();
    const { list, count } = this.#numbers;
    const document = this.#ends.length + 1;
    const all = this.#terms;
    const distinct = this.#distinct;
    distinct.count = 0;
    for (let i = 0; i < count; i++) {
      const at = (list[i] as number) * TERM;
      const weight = i < titleLength ? 1 + TITLE_EXTRA : 1;
      if (all[at] === document) all[at + 1] = (all[at + 1] as number) + weight;
      else {
        all[at] = document;
        all[at + 1] = weight;
        distinct.push(at);
      }
    }
    this.#tokens.append(list, count);
    this.#ends.push(this.#tokens.count);
    this.#titles.push(titleLength);
    const length = titleLength * TITLE_EXTRA + count;
    this.#lengths.push(length);
    this.totalLength += length;
    for (const mark of new Set(marks)) {
      const marked = this.#marks.get(mark);
      if (typeof marked === 'object') marked.push(document - 1);
      else this.#marks.set(mark, marked === undefined ? document - 1 : [marked, document - 1]);
    }
    // Each place gives way to its term: making a list for each document takes longer than filling it.
    const terms = distinct.list;
    for (let i = 0; i < distinct.count; i++) {
      const at = terms[i] as number;
      terms[i] = ((all[at + 2] as number) << 4) | Math.min(all[at + 1] as number, 15);
    }
    return { length, terms: terms.subarray(0, distinct.count) };
  }

  /** Makes room for the stems that were new, and hashes them. */
  #hashNew(): void {
    const { size } = this.#analyser.vocabulary;
    if (size === this.#hashed) return;
    if (size * TERM > this.#terms.length) {
      const larger = new Uint32Array(Math.max(size * TERM, this.#terms.length * 2));
      larger.set(this.#terms);
      this.#terms = larger;
    }
    for (; this.#hashed < size; this.#hashed++) this.#terms[this.#hashed * TERM + 2] = termHash(this.#unhashed.next().value as string);
  }

  /**
   * Writes the index of all documents taken.
   * @param mean length of the documents of the archive so far, which impacts are held against
   * @param sorted tokens that are sorted at once, about
   */
  async write(sink: BlockSink, id: number, mean: number, sorted = SORTED): Promise<void> {
    const writer = new IndexWriter(sink, id);
    const { vocabulary } = this.#analyser;
    const counts = this.#tokens.countsOf(vocabulary.size);
    const terms = everyTerm(vocabulary, this.#marks);
    for (let from = 0, to = from; from < terms.length; from = to) {
      const starts = new Uint32Array(vocabulary.size).fill(ABSENT);
      let size = 0;
      for (; to < terms.length && size < sorted; to++) {
        const number = vocabulary.get(terms[to] as string);
        if (number === undefined) continue;
        starts[number] = size;
        size += counts[number] as number;
      }
      await this.#writeTerms(sink, writer, terms.slice(from, to), this.#sortedFrom(starts, size), mean);
    }
    writer.finish({ documents: this.#ends.length, length: this.totalLength });
    await sink.drain();
  }

  async #writeTerms(sink: BlockSink, writer: IndexWriter, terms: readonly string[], sorted: Sorted, mean: number) {
    const { vocabulary } = this.#analyser;
    const { ends } = sorted;
    const postings = emptyPostings(64);
    const positions = new ByteWriter(4096);
    let from = 0;
    let written = 0;
    for (const term of terms) {
      if (++written % 4096 === 0) await sink.drain();
      const number = vocabulary.get(term);
      postings.count = 0;
      if (number === undefined) {
        const marked = this.#marks.get(term);
        for (const document of typeof marked === 'number' ? [marked] : (marked ?? [])) addPosting(postings, this.first + document, 0);
        writer.add(termBytes(term), marked === undefined ? noPostings : postings, null);
        continue;
      }
      positions.length = 0;
      const end = ends[number] as number;
      while (from < end) from = this.#addDocument(sorted, from, end, mean, postings, positions);
      writer.add(termBytes(term), postings, positions.view());
    }
  }

  /** Adds the posting and the positions of the document whose tokens of a term begin at a place; gives where they end. */
  #addDocument({ documents, places }: Sorted, from: number, end: number, mean: number, postings: Postings, positions: ByteWriter): number {
    const document = documents[from] as number;
    const title = this.#titles[document] as number;
    let frequency = 0;
    let to = from;
    for (; to < end && documents[to] === document; to++) frequency += (places[to] as number) < title ? 1 + TITLE_EXTRA : 1;
    addPosting(postings, this.first + document, quantised(impact(frequency, this.#lengths[document] as number, mean)));
    writeDocumentPositions(positions, places, from, to);
    return to;
  }

  /**
   * Sorts the tokens of some terms.
   * @param starts by term where its tokens are to begin, ABSENT for terms that are not asked for; taken over
   * @param size how many tokens these terms have
   */
  #sortedFrom(starts: Uint32Array, size: number): Sorted {
    const documents = new Uint32Array(size);
    const places = new Uint32Array(size);
    const tokens = this.#tokens;
    let at = 0;
    for (let document = 0; document < this.#ends.length; document++) {
      const first = at;
      const end = this.#ends[document] as number;
      const text = first + (this.#titles[document] as number);
      for (; at < end; at++) {
        const number = tokens.at(at);
        const to = starts[number] as number;
        if (to === ABSENT) continue;
        starts[number] = to + 1;
        documents[to] = document;
        places[to] = at < text ? at - first : at - first + GAP;
      }
    }
    return { ends: starts, documents, places };
  }
}

const ABSENT = 0xffffffff;

/** Every term in the order of the index: words, marks, and what compounds there are among the words. */
function everyTerm(words: ReadonlyMap<string, number>, marks: ReadonlyMap<string, unknown>): string[] {
  const terms = [...words.keys(), ...marks.keys()];
  const known = (term: string) => words.has(term);
  for (const term of words.keys()) for (const compound of compoundsOf(term, known)) terms.push(compoundTerm(compound));
  return terms.sort();
}

/** Tokens in order of their terms: of each its document and its place there; and where those of each term end. */
interface Sorted {
  ends: Uint32Array;
  documents: Uint32Array;
  places: Uint32Array;
}
