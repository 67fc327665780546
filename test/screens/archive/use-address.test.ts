// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Place } from '../../../src/screens/archive/history-entry.ts';
import { useAddress } from '../../../src/screens/archive/use-address.ts';
import { cleanup } from '../cleanup.ts';
import { NOTHING_ASKED } from '../nothing-asked.ts';

const asked = (text: string, article: string | null = null) => ({ ...NOTHING_ASKED, text, article });
const place: Place = { top: 0, list: 700, results: 60, first: { at: 9, offset: 3 } };

const open = (placeNow = () => place) => {
  const { result } = renderHook(() => useAddress(placeNow));
  return {
    now: () => result.current,
    type: (text: string) => {
      for (let i = 1; i <= text.length; i++) act(() => result.current.type(asked(text.slice(0, i))));
    },
    send: (text: string) => act(() => result.current.push(asked(text))),
    read: (text: string, article: string) => act(() => result.current.push(asked(text, article))),
    /** Until the browser has gone there, which takes it a moment. */
    back: (go: () => void = () => history.back()) =>
      act(
        () =>
          new Promise<void>((resolve) => {
            addEventListener('popstate', () => resolve(), { once: true });
            go();
          }),
      ),
  };
};
/** What is kept with the entry that the reader is at. */
const kept = () => history.state as { place: object | null } | null;

beforeEach(() => history.pushState(null, '', '/archive.html'));
afterEach(cleanup);

test('goes back from a search that was sent to the one that was sent before', async () => {
  const { type, send, back, now } = open();
  type('storm');
  send('storm');
  type('regen');
  send('regen');
  await back();
  expect(now().asked.text).toBe('storm');
  await back();
  expect(now().asked.text).toBe('');
});

test('goes back over all that was typed in one step', async () => {
  const { type, back, now } = open();
  type('storm');
  type('storm op zee');
  await back();
  expect(now().asked.text).toBe('');
});

test('types a new search, and not over the one that it came back to', async () => {
  const { type, send, read, back, now } = open();
  type('storm');
  send('storm');
  read('storm', 'nos:1');
  await back();
  type('regen');
  await back();
  expect(now().asked).toEqual(asked('storm'));
});

test('keeps the place of the list at once with the article that is opened', () => {
  const { send, read } = open();
  send('storm');
  read('storm', 'nos:1');
  expect(kept()?.place).toEqual(place);
});

test('comes back to the list, where it was, from articles that were opened from it and from each other', async () => {
  const { send, read, back, now } = open();
  send('storm');
  read('storm', 'nos:1');
  read('storm', 'nos:2');
  await back(() => now().goBack(asked('storm')));
  expect(now().asked).toEqual(asked('storm'));
  expect(now().place).toEqual(place);
});

test('goes on to the search where the article was opened from none', () => {
  history.replaceState(null, '', '/archive.html?q=storm&article=nos:1');
  const { now } = open();
  const before = history.length;
  act(() => now().goBack(asked('storm')));
  expect(now().asked).toEqual(asked('storm'));
  expect(history.length).toBe(before + 1);
});

test('forgets no place that it is on its way back to', () => {
  history.replaceState({ place }, '', '/archive.html?q=storm');
  const { now } = open(() => ({ top: 0, list: 0, results: 0, first: null }));
  dispatchEvent(new Event('pagehide'));
  expect(kept()?.place).toEqual(place);
  now().arrived();
  dispatchEvent(new Event('pagehide'));
  expect(kept()?.place).toEqual({ top: 0, list: 0, results: 0, first: null });
});
