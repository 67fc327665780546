import { openZip } from '../scripts/bench/zip-writer.mjs';
import { postFile } from '../src/archive/bundle/post-file.ts';
import { addressKey } from '../src/article/key.ts';
import type { ArticleToKeep } from '../src/background/capture/keep.ts';
import { postsOf } from './posts.ts';

/** An article as it is read at some time, epoch milliseconds. */
export interface Read {
  article: ArticleToKeep;
  at: number;
  /** It was read before, and has changed since, or not. */
  again: 'changed' | 'same' | null;
}

const DAY = 24 * 3_600_000;
const FIRST = Date.UTC(2025, 0, 1, 7);
const A_DAY = 20;
/** Of so many articles one is read again some days later; every other of these has changed. */
const AGAIN = 8;
const LATER = 3;
const LEAST_WORDS = 60;

/** A reader's year: twenty articles a day of a bundle's posts, some read again. A list for each day. */
export function yearOf(bundle: string, days: number): Read[][] {
  const year: Read[][] = Array.from({ length: days + LATER }, () => []);
  let i = 0;
  for (const { title, paragraphs, categories, words } of postsOf(bundle)) {
    // Shorter ones are not kept.
    if (words.total < LEAST_WORDS) continue;
    const day = Math.floor(i / A_DAY);
    if (day >= days) break;
    const at = FIRST + day * DAY + (i % A_DAY) * 1_800_000;
    const address = `https://nos.nl/artikel/${3_000_000 + i}-bericht`;
    const article: ArticleToKeep = {
      key: addressKey(address) ?? '',
      address,
      title,
      text: paragraphs.map((text) => ({ kind: 'paragraph', text })),
      published: at - 3_600_000,
      modified: null,
      categories: categories.slice(0, 1),
      picture: null,
      isLiveblog: false,
    };
    year[day]?.push({ article, at, again: null });
    if (i % AGAIN === 0) {
      const isChanged = i % (2 * AGAIN) === 0;
      const text = isChanged
        ? [{ kind: 'paragraph' as const, text: `Aangevuld met een reactie. ${paragraphs[0]}` }, ...article.text]
        : article.text;
      year[day + LATER]?.push({ article: { ...article, text }, at: at + LATER * DAY, again: isChanged ? 'changed' : 'same' });
    }
    i++;
  }
  return year;
}

/** What a year leaves, as a bundle that is imported at once. @returns how many posts and articles that are */
export function writeYear(path: string, year: readonly Read[][]): { posts: number; articles: number } {
  const zip = openZip(path);
  let posts = 0;
  const articles = new Set<string>();
  for (const { article, at, again } of year.flat()) {
    if (again === 'same') continue;
    const date = again ? at : (article.published ?? at);
    const file = postFile({ ...article, date, link: article.address, publisher: 'NOS' });
    zip.add(`jaar-master/${file.path.replace(/\.md$/, `_${posts++}.md`)}`, Buffer.from(file.bytes));
    articles.add(article.key);
  }
  zip.end();
  return { posts, articles: articles.size };
}
