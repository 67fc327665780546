import { useEffect, useRef } from 'preact/hooks';
import { type Asked, askedIn } from './address.ts';
import type { Place } from './use-address.ts';

const list = () => document.querySelector<HTMLElement>('.list');
const searchField = () => document.querySelector<HTMLInputElement>('input[type="search"]');
const resultLinks = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-part="results"] li a')];
const isSeen = (element: HTMLElement | null): element is HTMLElement => element !== null && element.getClientRects().length > 0;

/** Where the reader is. */
export const placeOf = (results: number): Place => ({ top: Math.round(scrollY), list: Math.round(list()?.scrollTop ?? 0), results });

export const listAtTop = (): void => list()?.scrollTo({ top: 0, behavior: 'instant' });

/**
 * Scrolls to where the reader was, or to the start of the article. What had the focus and is no longer seen, as one of list
 * and article is shown on a narrow page, hands it on.
 */
export function putAt(place: Place | 'start', article: string | null): void {
  scrollTo({ top: place === 'start' ? 0 : place.top, behavior: 'instant' });
  if (place !== 'start') list()?.scrollTo({ top: place.list, behavior: 'instant' });
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused !== document.body && isSeen(focused)) return;
  if (article !== null) document.querySelector<HTMLElement>('[data-part="title"]')?.focus({ preventScroll: true });
}

/** Follows links within this page without loading it anew. Gives a function that ends it. */
export function followLinks(go: (asked: Asked) => void): () => void {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    const href = link?.getAttribute('href') ?? '';
    if (!link || link.hasAttribute('target') || !/^archive\.html(?:\?|$)/.test(href)) return;
    event.preventDefault();
    go(askedIn(href.slice('archive.html'.length)));
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}

const isField = (element: Element | null) => element !== null && /^(?:INPUT|SELECT|TEXTAREA)$/.test(element.tagName);

/**
 * `/` goes to the search; arrows from there into what is found, and up and down in it.
 * @param openSearch shows the search where a narrow page has the article in its place
 */
export function useKeys(openSearch: () => void): void {
  const open = useRef(openSearch);
  open.current = openSearch;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === '/' && !isField(document.activeElement)) toSearch(event, open.current);
      else if (event.key === 'ArrowDown') move(event, 1);
      else if (event.key === 'ArrowUp') move(event, -1);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function toSearch(event: KeyboardEvent, open: () => void): void {
  const field = searchField();
  if (!field) return;
  event.preventDefault();
  const go = () => {
    field.focus();
    field.select();
  };
  // At once where it can be: the next key may come before any timer.
  if (isSeen(field)) go();
  else {
    open();
    // Once it is shown.
    setTimeout(go);
  }
}

function move(event: KeyboardEvent, step: 1 | -1): void {
  const links = resultLinks();
  const focused = document.activeElement;
  const field = searchField();
  const at = focused === field ? -1 : links.indexOf(focused as HTMLAnchorElement);
  if (at === -1 && focused !== field) return;
  const next = at + step === -1 ? field : links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.closest('li, form')?.scrollIntoView({ block: 'nearest' });
}
