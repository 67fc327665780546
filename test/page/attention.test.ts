// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attention } from '../../src/page/content/attention.ts';

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
  attention(looked).shown();
  vi.advanceTimersByTime(4900);
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(looked).toHaveBeenCalledOnce();
});

test('counts only the time that the page is visible', () => {
  const looked = vi.fn();
  attention(looked).shown();
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
  shown();
  vi.advanceTimersByTime(4000);
  shown();
  vi.advanceTimersByTime(4000);
  expect(looked).not.toHaveBeenCalled();
  left();
  show('hidden');
  show('visible');
  vi.advanceTimersByTime(60_000);
  expect(looked).not.toHaveBeenCalled();
});
