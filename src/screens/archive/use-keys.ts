import { useEffect, useRef } from 'preact/hooks';
import { isSeen, resultLinks } from './moving.ts';

const searchField = () => document.querySelector<HTMLInputElement>('input[type="search"]');
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
