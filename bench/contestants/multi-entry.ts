import type { BenchPost, Contestant } from '../contestant.ts';
import { openStore, wordsOf } from './stored.ts';

/** What IndexedDB itself offers: posts with an index over their words. So slow to fill that it gets a slice of the posts. */
const SLICE = 3000;
const AT_ONCE = 500;

const store = () =>
  openStore('bench-multi-entry', [
    { name: 'key', path: 'key', multiEntry: false },
    { name: 'words', path: 'words', multiEntry: true },
  ]);

/** The posts that hold most of some words, or all of them; words count by how few posts hold them. */
async function found(words: readonly string[], all: boolean): Promise<string[]> {
  const transaction = (await store()).transaction('all', 'readonly');
  const index = transaction.store.index('words');
  const lists = await Promise.all(words.map((word) => index.getAllKeys(word)));
  const scores = new Map<IDBValidKey, { score: number; words: number }>();
  for (const list of lists) {
    for (const id of list) {
      const { score = 0, words = 0 } = scores.get(id) ?? {};
      scores.set(id, { score: score + 1 / list.length, words: words + 1 });
    }
  }
  const ranked = [...scores].filter(([, { words: held }]) => !all || held === words.length).sort(([, a], [, b]) => b.score - a.score);
  const posts = await Promise.all(ranked.slice(0, 10).map(([id]) => transaction.store.get(id)));
  return posts.map((post: BenchPost) => post.key);
}

export const contestant: Contestant = {
  async take(source) {
    const database = await store();
    const start = performance.now();
    let posts = 0;
    let total = 0;
    let milliseconds = 0;
    for await (const batch of source.posts()) {
      total += batch.length;
      for (let at = 0; at < batch.length && posts < SLICE; at += AT_ONCE) {
        const transaction = database.transaction('all', 'readwrite', { durability: 'relaxed' });
        for (const post of batch.slice(at, at + AT_ONCE)) {
          void transaction.store.put({ ...post, words: [...new Set(wordsOf(`${post.title} ${post.text}`))] }, posts++);
        }
        await transaction.done;
        milliseconds = performance.now() - start;
      }
    }
    return posts < total ? { posts: total, milliseconds: (milliseconds / posts) * total, extrapolated: true } : { posts, milliseconds };
  },
  ask: {
    lookup: async ({ key }) => ((await (await store()).getFromIndex('all', 'key', key)) ? [key] : []),
    related: ({ terms }) => found(terms, false),
    search: ({ words }) => found(words, true),
    phrase: null,
    prefix: null,
  },
};
