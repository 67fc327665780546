// @vitest-environment jsdom
import { renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Place } from '../../../src/screens/archive/history-entry.ts';
import { useMoving } from '../../../src/screens/archive/use-moving.ts';
import { cleanup } from '../cleanup.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const place: Place = { top: 0, list: 700, results: 60, first: null };

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

test('goes back to the result that led to an article, also before the list is there that a reload looks up anew', () => {
  vi.stubGlobal('scrollTo', () => undefined);
  document.body.innerHTML = `<ol data-part="results">
    <li><a href="archive.html?article=nos%3A1">Storm</a></li>
    <li><a href="archive.html?article=nos%3A2">Regen</a></li>
  </ol>`;
  for (const link of document.links) link.getClientRects = () => [{}] as unknown as DOMRectList;
  const reading = {
    article: 'nos:2' as string | null,
    version: null,
    found: null,
    place,
    isSettled: true,
    isAnswered: false,
    arrived: () => undefined,
  };
  const { rerender } = renderHook(useMoving, { initialProps: reading });
  const back: Place = { ...place };
  rerender({ ...reading, article: null, place: back });
  rerender({ ...reading, article: null, place: back, isAnswered: true });
  expect(document.activeElement?.textContent).toBe('Regen');
});
