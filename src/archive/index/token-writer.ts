import { compoundsOf } from '../language/compounds.ts';
import type { BlockSink } from './blocks.ts';
import { ByteWriter } from './bytes.ts';
import { IndexWriter, noPostings, writeDocumentPositions } from './index-writer.ts';
import { addPosting, emptyPostings, type Postings } from './postings.ts';
import { impact, quantised, TITLE_EXTRA } from './score.ts';
import { compoundTerm, termBytes } from './terms.ts';
import type { TokenList } from './token-list.ts';

/** Between title and text, so that no phrase runs from one into the other. */
const GAP = 16;
/** About how many tokens are sorted at once. */
const SORTED = 1 << 20;

/** The tokens of some documents in the order read, by which a `TokenStore` holds them. Lists are by document, from 0 on. */
export interface HeldTokens {
  /** Number of the first document in the index. */
  first: number;
  /** Each stem with its number. */
  vocabulary: ReadonlyMap<string, number>;
  /** Numbers of stems, document after document. */
  tokens: TokenList;
  /** Where the tokens of each document end. */
  ends: readonly number[];
  /** How many of a document's tokens are of its title, which stands before its text. */
  titles: readonly number[];
  lengths: readonly number[];
  totalLength: number;
  /** Terms that are no words, with the documents that each stands for. */
  marks: ReadonlyMap<string, number | readonly number[]>;
  /** Mean length of the documents of the archive so far, which impacts are held against. */
  mean: number;
}

/**
 * Writes an index of tokens: counting and sorting by term give postings and positions at once. Terms are sorted in as many passes as
 * it takes for that to need little room.
 * @param sorted about how many tokens are sorted at once
 */
export async function writeTokens(held: HeldTokens, sink: BlockSink, id: number, sorted = SORTED): Promise<void> {
  const writer = new IndexWriter(sink, id);
  const { vocabulary } = held;
  const counts = held.tokens.countsOf(vocabulary.size);
  const terms = everyTerm(vocabulary, held.marks);
  for (let from = 0, to = from; from < terms.length; from = to) {
    const starts = new Uint32Array(vocabulary.size).fill(ABSENT);
    let size = 0;
    for (; to < terms.length && size < sorted; to++) {
      const number = vocabulary.get(terms[to] as string);
      if (number === undefined) continue;
      starts[number] = size;
      size += counts[number] as number;
    }
    await writeTerms(held, writer, terms.slice(from, to), sortedFrom(held, starts, size));
  }
  writer.finish({ documents: held.ends.length, length: held.totalLength });
  await writer.drain();
}

/** What is known of one term; the same object for one after the other. */
interface OfTerm {
  postings: Postings;
  positions: ByteWriter;
}

async function writeTerms(held: HeldTokens, writer: IndexWriter, terms: readonly string[], sorted: Sorted): Promise<void> {
  const { vocabulary, marks, first } = held;
  const { ends } = sorted;
  const ofTerm: OfTerm = { postings: emptyPostings(64), positions: new ByteWriter(4096) };
  const { postings, positions } = ofTerm;
  let from = 0;
  let written = 0;
  for (const term of terms) {
    if (++written % 4096 === 0) await writer.drain();
    const number = vocabulary.get(term);
    postings.count = 0;
    if (number === undefined) {
      const marked = marks.get(term);
      for (const document of typeof marked === 'number' ? [marked] : (marked ?? [])) addPosting(postings, first + document, 0);
      writer.add(termBytes(term), marked === undefined ? noPostings : postings, null);
      continue;
    }
    positions.length = 0;
    const end = ends[number] as number;
    while (from < end) from = addDocument(held, sorted, from, end, ofTerm);
    writer.add(termBytes(term), postings, positions.view());
  }
}

/** Adds a term's posting and positions for the document whose tokens begin at `from`. @returns where these end */
function addDocument(
  { first, titles, lengths, mean }: HeldTokens,
  { documents, places }: Sorted,
  from: number,
  end: number,
  { postings, positions }: OfTerm,
): number {
  const document = documents[from] as number;
  const title = titles[document] as number;
  let frequency = 0;
  let to = from;
  for (; to < end && documents[to] === document; to++) frequency += (places[to] as number) < title ? 1 + TITLE_EXTRA : 1;
  addPosting(postings, first + document, quantised(impact(frequency, lengths[document] as number, mean)));
  writeDocumentPositions(positions, places, from, to);
  return to;
}

/**
 * Sorts the tokens of some terms.
 * @param starts for each term where its tokens are to begin, ABSENT for terms that are not wanted; becomes the `ends` of the answer
 * @param size how many tokens these terms have
 */
function sortedFrom({ tokens, ends, titles }: HeldTokens, starts: Uint32Array, size: number): Sorted {
  const documents = new Uint32Array(size);
  const places = new Uint32Array(size);
  let at = 0;
  for (let document = 0; document < ends.length; document++) {
    const first = at;
    const end = ends[document] as number;
    const text = first + (titles[document] as number);
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

const ABSENT = 0xffffffff;

/** Every term in the order of the index: words, marks, and the compounds among the words. */
function everyTerm(words: ReadonlyMap<string, number>, marks: ReadonlyMap<string, unknown>): string[] {
  const terms = [...words.keys(), ...marks.keys()];
  const known = (term: string) => words.has(term);
  for (const term of words.keys()) for (const compound of compoundsOf(term, known)) terms.push(compoundTerm(compound));
  return terms.sort();
}

/** Tokens in order of their terms: the document of each and its place there, and where those of each term end. */
interface Sorted {
  ends: Uint32Array;
  documents: Uint32Array;
  places: Uint32Array;
}
