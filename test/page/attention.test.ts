// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attention, attentive } from '../../src/page/content/attention.ts';

let visibility: DocumentVisibilityState = 'visible';
Object.defineProperty(document, 'visibilityState', { get: () => visibility });
const show = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  visibility = 'visible';
});
afterEach(() => vi.useRealTimers());

test('tells of an article that was visible for five seconds, once', () => {
  const looked = vi.fn();
  attention(looked).shown('nos:1');
  vi.advanceTimersByTime(4900);
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(looked).toHaveBeenCalledOnce();
});

test('counts only the time that the page is visible', () => {
  const looked = vi.fn();
  attention(looked).shown('nos:1');
  vi.advanceTimersByTime(3000);
  show('hidden');
  vi.advanceTimersByTime(60_000);
  expect(looked).not.toHaveBeenCalled();
  show('visible');
  vi.advanceTimersByTime(1900);
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(looked).toHaveBeenCalledOnce();
});

test('begins anew with another article, and ends when none is shown', () => {
  const looked = vi.fn();
  const { shown, left } = attention(looked);
  shown('nos:1');
  vi.advanceTimersByTime(4000);
  shown('nos:2');
  vi.advanceTimersByTime(4000);
  expect(looked).not.toHaveBeenCalled();
  left();
  show('hidden');
  show('visible');
  vi.advanceTimersByTime(60_000);
  expect(looked).not.toHaveBeenCalled();
});

test('counts an article anew that comes back from the page cache, as one that is loaded again', () => {
  const looked = vi.fn();
  const { shown } = attention(looked);
  shown('nos:1');
  vi.advanceTimersByTime(5000);
  dispatchEvent(new Event('pagehide'));
  show('hidden');
  show('visible');
  shown('nos:1');
  vi.advanceTimersByTime(5000);
  expect(looked.mock.calls).toEqual([[true], [true]]);
});

test('tells again when the article changes after it was looked at, as no new visit', () => {
  const looked = vi.fn();
  const { shown } = attention(looked);
  shown('nos:1');
  shown('nos:1');
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5000);
  shown('nos:1');
  expect(looked.mock.calls).toEqual([[true], [false]]);
});

test('tells the background of the article that was looked at', async () => {
  const told: unknown[] = [];
  const article = {
    key: 'nos:1',
    address: '',
    title: 'Dijk',
    paragraphs: [],
    published: null,
    modified: null,
    keywords: [],
    kind: 'article',
  } as const;
  const seen = { ...article, paragraphs: [], keywords: [] };
  const tell = attentive(
    async (name) => void told.push(name),
    () => seen,
  );
  await tell('article-shown', { article: seen });
  vi.advanceTimersByTime(5000);
  await tell('article-left', {});
  expect(told).toEqual(['article-shown', 'article-read', 'article-left']);
});
