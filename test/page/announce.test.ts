// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { announcer } from '../../src/page/content/announce.ts';
import { detectArticle } from '../../src/page/detect/article.ts';

/** A page at an address of nos.nl; the window's own address is what `moved` looks at. */
function page() {
  const told: string[] = [];
  const at = { address: 'https://nos.nl/l/1' };
  const watcher = announcer(
    () => detectArticle(document, at.address),
    async (name, request) => {
      told.push('article' in request ? `${name} ${request.article.key}` : name);
      return null as never;
    },
  );
  return { told, at, watcher };
}

test('tells which article a page shows', async () => {
  const { told, watcher } = page();
  await watcher.shown();
  expect(told).toEqual(['article-shown nos:1']);
});

test('tells that a page shows no article', async () => {
  const { told, at, watcher } = page();
  at.address = 'https://nos.nl/teletekst';
  await watcher.shown();
  expect(told).toEqual(['article-left']);
});

test('tells at once that an article was left, so that its badge goes', async () => {
  const { told, watcher } = page();
  await watcher.shown();
  await watcher.moved();
  await watcher.moved();
  expect(told).toEqual(['article-shown nos:1', 'article-left']);
});

test('tells nothing when a page moves that showed no article', async () => {
  const { told, at, watcher } = page();
  at.address = 'https://nos.nl/teletekst';
  await watcher.shown();
  await watcher.moved();
  expect(told).toEqual(['article-left']);
});
