// @vitest-environment jsdom
import { renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Place } from '../../../src/screens/archive/history-entry.ts';
import { followLinks } from '../../../src/screens/archive/moving.ts';
import { useMoving } from '../../../src/screens/archive/use-moving.ts';
import { cleanup } from '../cleanup.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const place: Place = { top: 0, list: 700, results: 60, first: null };

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const LIST = `<ol data-part="results">
  <li><a href="archive.html?article=nos%3A1">Storm</a></li>
  <li><a href="archive.html?article=nos%3A2">Regen</a></li>
</ol>`;

/** A narrow page that was loaded anew with an article open: its list is still being looked up. */
function reading() {
  vi.stubGlobal('scrollTo', () => undefined);
  document.body.innerHTML = `<p class="back"><a href="archive.html">Resultaten</a></p>${LIST}`;
  for (const link of document.links) link.getClientRects = () => [{}] as unknown as DOMRectList;
  const shown = { article: 'nos:2' as string | null, version: null, found: null, place, isSettled: true, arrived: () => undefined };
  const { rerender } = renderHook(useMoving, { initialProps: { ...shown, isAnswered: false } });
  const back = { ...shown, article: null, place: { ...place } };
  return {
    comesBack: () => rerender({ ...back, isAnswered: false }),
    listIsThere: () => rerender({ ...back, isAnswered: true }),
  };
}

test('goes back to the result that led to an article, also before the list is there that a reload looks up anew', () => {
  const { comesBack, listIsThere } = reading();
  comesBack();
  listIsThere();
  expect(document.activeElement?.textContent).toBe('Regen');
});

test('goes back to that result, and not to the heading of its list, where a link that is gone by then led back', () => {
  const { comesBack, listIsThere } = reading();
  document.body.insertAdjacentHTML('beforeend', '<h1 id="search-heading" tabindex="-1">Zoek</h1>');
  const heading = document.querySelector('h1') as HTMLElement;
  heading.getClientRects = () => [{}] as unknown as DOMRectList;
  const end = followLinks(
    () => undefined,
    () => {
      document.querySelector('.back')?.remove();
      comesBack();
    },
  );
  document.querySelector<HTMLElement>('.back a')?.click();
  listIsThere();
  end();
  expect(document.activeElement?.textContent).toBe('Regen');
});
