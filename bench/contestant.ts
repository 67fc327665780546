/** A post as the baselines get it: parsed already, which is in their favour. Dates in epoch milliseconds. */
export interface BenchPost {
  key: string;
  title: string;
  date: number | null;
  publisher: string | null;
  text: string;
}

/** One subject to ask about, in every way that is measured. All contestants get the same texts. */
export interface BenchQuery {
  /** Of an archived article. */
  key: string;
  title: string;
  paragraphs: string[];
  published: number | null;
  /** The article's twenty words of most weight, for those that don't choose for themselves. */
  terms: string[];
  /** Two words that stand in one post. */
  words: [string, string];
  /** Three words that follow each other. */
  phrase: string[];
  /** A word, and the beginning of another. */
  prefix: [string, string];
}

export const KINDS = ['lookup', 'related', 'search', 'phrase', 'prefix'] as const;
export type Kind = (typeof KINDS)[number];

/** Where an import's posts come from: a bundle as the reader chooses it, or parsed posts. */
export interface Source {
  file: File;
  /** Parsed posts of the same bundle, in batches. */
  posts(): AsyncIterable<BenchPost[]>;
}

/** What was imported; `extrapolated` where a part was, and the time reckoned for the whole. */
export interface Imported {
  posts: number;
  milliseconds: number;
  extrapolated?: true;
}

/** An archive to be measured. It opens its storage at the first question; that is part of the answer's time. */
export interface Contestant {
  take(source: Source): Promise<Imported>;
  /** What does not count: analysing the text of the question. */
  prepare?(query: BenchQuery): void;
  /** What of the first answer is spent on loading code, in milliseconds. */
  loading?(): number;
  /** Keys of what was found, best first; null where it has no such answer. */
  ask: Record<Kind, ((query: BenchQuery) => Promise<string[]>) | null>;
}
