import { randomFrom } from '../scripts/bench/random.mjs';
import { countEntries } from '../scripts/bench/zip-reader.mjs';
import type { Post } from '../src/archive/bundle/post.ts';
import type { BenchQuery } from './contestant.ts';
import { wordsOf } from './contestants/stored.ts';
import { postsOf } from './posts.ts';

/** Of a larger archive every so many posts are read, so that this many are: enough to know how often words occur. */
const READ = 70_000;
const TERMS = 20;

const textOf = ({ title, paragraphs }: Post) => `${title}\n${paragraphs.join('\n')}`;

/** Chooses articles of a bundle and what to ask about each, the same at every run. */
export function pickQueries(path: string, count: number): BenchQuery[] {
  const random = randomFrom(7);
  const frequencies = new Map<string, number>();
  const picked: Post[] = [];
  let seen = 0;
  let read = 0;
  for (const post of postsOf(path, Math.ceil(countEntries(path) / READ))) {
    read++;
    const words = new Set(wordsOf(textOf(post)));
    for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    if (words.size < 25) continue;
    // A sample of twice as many as are needed, each post with the same chance.
    const at = seen++ < count * 2 ? seen - 1 : random.below(seen);
    if (at < count * 2) picked[at] = post;
  }
  const queries = picked.flatMap((post) => queryOf(post, frequencies, read) ?? []);
  if (queries.length < count) throw new Error(`only ${queries.length} posts to ask about`);
  return queries.slice(0, count);
}

function queryOf(post: Post, frequencies: ReadonlyMap<string, number>, posts: number): BenchQuery | null {
  const words = wordsOf(textOf(post));
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = (word: string) => frequencies.get(word) ?? 0;
  // A word of one post leads to nothing but itself.
  const known = [...counts.keys()].filter((word) => often(word) >= 2);
  const weight = (word: string) => Math.log(1 + posts / often(word)) ** 1.5 * (1 + Math.log(counts.get(word) ?? 1));
  const terms = known.sort((a, b) => weight(b) - weight(a)).slice(0, TERMS);
  // Words that a reader would search for: neither names that lead to one post nor those of every text.
  const [first, second] = known.filter((word) => often(word) >= 10 && often(word) <= posts / 50 && word.length >= 6);
  if (terms.length < TERMS || !first || !second) return null;
  const at = Math.min(Math.max(0, words.indexOf(first) - 1), words.length - 3);
  return {
    key: post.article,
    title: post.title,
    paragraphs: post.paragraphs,
    published: post.date,
    terms,
    words: [first, second],
    phrase: words.slice(at, at + 3),
    prefix: [first, second.slice(0, 5)],
  };
}
