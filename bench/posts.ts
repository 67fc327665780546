import { readZip } from '../scripts/bench/zip-reader.mjs';
import { isPostPath } from '../src/archive/bundle/names.ts';
import { type Post, readPost } from '../src/archive/bundle/post.ts';
import { UnreadablePost } from '../src/archive/bundle/unreadable-post.ts';
import type { BenchPost } from './contestant.ts';

/** The posts of a bundle in Node, of every `step`th file; unreadable ones left out. */
export function* postsOf(path: string, step = 1): Generator<Post> {
  for (const { name, bytes } of readZip(path, step)) {
    if (!isPostPath(name)) continue;
    const root = name.indexOf('/');
    try {
      yield readPost('bench', name.slice(root + 1), bytes);
    } catch (error) {
      if (!(error instanceof UnreadablePost)) throw error;
    }
  }
}

/** The same as the baselines take them, a line of JSON each. */
export function* linesOf(path: string): Generator<string> {
  for (const { article, title, date, publisher, paragraphs } of postsOf(path)) {
    yield `${JSON.stringify({ key: article, title, date, publisher, text: paragraphs.join('\n') } satisfies BenchPost)}\n`;
  }
}
