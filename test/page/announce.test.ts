// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../src/page/content/announce.ts';
import { ownArticle } from '../../src/page/content/own-article.ts';
import { detectArticle } from '../../src/page/detect/article.ts';

const draw = (title: string, text = `${title} gaat verder.`) => {
  document.body.innerHTML = `<main><h1>${title}</h1><p>${text}</p></main>`;
};

beforeEach(() => {
  vi.useFakeTimers();
  draw('Dijk');
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page at an address of nos.nl. */
function page() {
  const told: string[] = [];
  const at = { address: 'https://nos.nl/l/1' };
  const watcher = announcer(
    ownArticle(
      () => detectArticle(document, at.address),
      { address: at.address, status: 200 },
      () => true,
      () => false,
    ),
    async (name, request) => {
      told.push('article' in request ? `${name} ${request.article.key} ${request.article.title}`.trim() : name);
    },
    () => at.address,
  );
  const goTo = async (address: string) => {
    at.address = address;
    await watcher.moved();
  };
  return { told, watcher, goTo };
}

test('tells which article a page shows, once', async () => {
  const { told, watcher } = page();
  await watcher.shown();
  await watcher.shown();
  expect(told).toEqual(['article-shown nos:1 Dijk']);
});

test('wakes nobody on a page that is no article from its start', async () => {
  const { told, watcher, goTo } = page();
  await goTo('https://nos.nl/teletekst');
  await watcher.shown();
  await watcher.shown();
  expect(told).toEqual([]);
});

test('tells at once that an article was left, so that its badge goes', async () => {
  const { told, watcher, goTo } = page();
  await watcher.shown();
  await goTo('https://nos.nl/l/2');
  await goTo('https://nos.nl/l/3');
  expect(told).toEqual(['article-shown nos:1 Dijk', 'article-left']);
});

test('tells nothing when only the form of the address changes', async () => {
  const { told, watcher, goTo } = page();
  await watcher.shown();
  await goTo('https://nos.nl/artikel/1-dijk');
  await watcher.shown();
  expect(told).toEqual(['article-shown nos:1 Dijk']);
});

test('tells nothing when a page moves that showed no article', async () => {
  const { told, watcher, goTo } = page();
  await goTo('https://nos.nl/teletekst');
  await watcher.shown();
  await goTo('https://nos.nl/live');
  expect(told).toEqual([]);
});

test('tells each article of a walk to another and back', async () => {
  const { told, watcher, goTo } = page();
  await watcher.shown();
  await goTo('https://nos.nl/l/2');
  draw('Storm');
  await watcher.shown();
  await goTo('https://nos.nl/l/1');
  draw('Dijk');
  await watcher.shown();
  expect(told).toEqual([
    'article-shown nos:1 Dijk',
    'article-left',
    'article-shown nos:2 Storm',
    'article-left',
    'article-shown nos:1 Dijk',
  ]);
});

test('does not tell the text of the article before as that of the next, and tells the next when it is drawn', async () => {
  const { told, watcher, goTo } = page();
  await watcher.shown();
  await goTo('https://nos.nl/l/2');
  await watcher.shown();
  draw('Storm');
  await watcher.shown();
  expect(told).toEqual(['article-shown nos:1 Dijk', 'article-left', 'article-shown nos:2', 'article-shown nos:2 Storm']);
});

test('tells the changes of a liveblog at most every five minutes', async () => {
  const { told, watcher } = page();
  await watcher.shown();
  for (let minute = 1; minute <= 12; minute++) {
    vi.advanceTimersByTime(60_000);
    draw('Dijk', `Bericht ${minute}`);
    await watcher.shown();
  }
  expect(told).toHaveLength(3);
});

test('tells at once what changed while the page was still drawn, and only that', async () => {
  const { told, watcher } = page();
  draw('Laden…');
  await watcher.shown();
  draw('Dijk');
  await watcher.changed();
  draw('Dijk', 'Dijk gaat verder, en breekt.');
  await watcher.changed();
  await watcher.changed();
  expect(told).toEqual(['article-shown nos:1 Laden…', 'article-shown nos:1 Dijk', 'article-shown nos:1 Dijk']);
});

test('tells nothing of a change on a page that is no article', async () => {
  const { told, watcher, goTo } = page();
  await goTo('https://nos.nl/teletekst');
  await watcher.shown();
  await watcher.changed();
  expect(told).toEqual([]);
});

test('tells an article again that comes back from the page cache, as the tab showed another meanwhile', async () => {
  const { told, watcher } = page();
  await watcher.shown();
  watcher.hidden();
  await watcher.shown();
  expect(told).toEqual(['article-shown nos:1 Dijk', 'article-shown nos:1 Dijk']);
});
