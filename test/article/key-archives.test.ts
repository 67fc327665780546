import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { publisherAt } from '../../src/article/addresses.ts';
import { addressKey, recognisedKey, webUrl } from '../../src/article/key.ts';

/** Articles that kept their id while both title and text were written anew. */
const REWRITTEN = new Map([
  ['ad:a71a49c3', 'a morning column, written anew during the morning'],
  ['ad:a8622a81', 'a column of the editor, with two introductions'],
  ['ad:a670dc71', 'a live report that became the report of the match'],
  ['ad:ac3c815d', 'a live report that became the report of the match'],
  ['ad:a3d7aabd', 'a live report that became the report of the stage'],
  ['trouw:a5363fdc', 'an essay with three headlines'],
]);

interface LinkedPost {
  link: string;
  title: string;
  body: string;
}

function linkedPosts(file: URL): LinkedPost[] {
  const decoder = new TextDecoder();
  const files = unzipSync(readFileSync(file), { filter: ({ name }) => name.endsWith('.md') });
  return Object.values(files).flatMap((bytes) => {
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---([\s\S]*)$/.exec(decoder.decode(bytes)) ?? [];
    const field = (name: string) => new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*$`, 'm').exec(head)?.[1] ?? '';
    const link = field('externe_link');
    return link ? [{ link, title: field('title'), body }] : [];
  });
}

const wordsOf = (text: string, shortest: number) =>
  new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortest));
const share = (a: Set<string>, b: Set<string>) => [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));
const slugWords = (link: string) => wordsOf(webUrl(link)?.pathname.split('/').filter(Boolean).at(-1)?.split('~')[0] ?? '', 4);

/** Whether two posts have nothing in common: neither title nor slug nor text. */
const isUnlike = (a: LinkedPost, b: LinkedPost) =>
  share(wordsOf(a.title, 4), wordsOf(b.title, 4)) === 0 &&
  share(slugWords(a.link), slugWords(b.link)) === 0 &&
  share(wordsOf(a.body.replace(/<[^>]*>/g, ' '), 5), wordsOf(b.body.replace(/<[^>]*>/g, ' '), 5)) < 0.1;

describe.each(['leestmeer-2k', 'leestmeer-67k'])('in %s', (name) => {
  const file = new URL(`../../../shared/archive/${name}.zip`, import.meta.url);

  test.runIf(existsSync(file))(
    'recognises the links of the publishers it knows, and gives no key to two articles',
    () => {
      const posts = linkedPosts(file);
      const known = posts.filter(({ link }) => publisherAt(webUrl(link)?.hostname ?? ''));
      const recognised = known.filter(({ link }) => recognisedKey(link));
      expect(known.length).toBeGreaterThan(1500);
      expect(recognised.length / known.length).toBeGreaterThanOrEqual(0.995);

      const unlike = new Set<string>();
      const byKey = new Map<string, LinkedPost[]>();
      for (const post of posts) {
        const key = addressKey(post.link) ?? '';
        byKey.set(key, [...(byKey.get(key) ?? []), post]);
      }
      for (const [key, some] of byKey) {
        const [first, ...others] = some;
        if (first && !REWRITTEN.has(key) && others.some((other) => isUnlike(first, other))) unlike.add(key);
      }
      expect([...unlike]).toEqual([]);
    },
    60_000,
  );
});
