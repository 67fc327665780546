import type { IDBPDatabase } from 'idb';
import MiniSearch, { type Options } from 'minisearch';
import type { BenchPost, Contestant } from '../contestant.ts';
import { openStore, wordsOf } from './stored.ts';

/** An index in memory, kept on disk as JSON. In pieces, as Chromium takes no value over 128 MB. */
const PIECE = 16 * 1024 * 1024;
const OPTIONS: Options<BenchPost> = {
  idField: 'key',
  fields: ['title', 'text'],
  storeFields: ['title', 'date', 'publisher'],
  tokenize: wordsOf,
};

let opened: MiniSearch<BenchPost> | null = null;
const store = (): Promise<IDBPDatabase> => openStore('bench-minisearch');

async function index(): Promise<MiniSearch<BenchPost>> {
  opened ??= MiniSearch.loadJSON<BenchPost>(((await (await store()).getAll('all')) as string[]).join(''), OPTIONS);
  return opened;
}

const found = async (words: readonly string[], combineWith: 'AND' | 'OR', prefix = false): Promise<string[]> => {
  const isPrefix = (_: string, i: number, terms: string[]) => prefix && i === terms.length - 1;
  const results = (await index()).search(words.join(' '), { combineWith, prefix: isPrefix });
  return results.slice(0, 20).map(({ id }) => String(id));
};

export const contestant: Contestant = {
  async take(source) {
    const start = performance.now();
    const made = new MiniSearch<BenchPost>(OPTIONS);
    for await (const batch of source.posts()) {
      // It has no versions: of several posts of one article the first stays.
      for (const post of batch) if (!made.has(post.key)) made.add(post);
    }
    const json = JSON.stringify(made);
    const database = await store();
    for (let at = 0; at < json.length; at += PIECE) await database.put('all', json.slice(at, at + PIECE), at / PIECE);
    return { posts: made.documentCount, milliseconds: performance.now() - start };
  },
  ask: {
    lookup: async ({ key }) => ((await index()).getStoredFields(key) ? [key] : []),
    related: ({ terms }) => found(terms, 'OR'),
    search: ({ words }) => found(words, 'AND'),
    phrase: null,
    prefix: ({ prefix }) => found(prefix, 'AND', true),
  },
};
