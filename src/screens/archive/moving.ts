import { type Asked, askedIn } from './address.ts';
import type { Place } from './history-entry.ts';
import { hasSelected, linkAt } from './rows.ts';

const list = () => document.querySelector<HTMLElement>('.list');
const listHeading = () => document.querySelector<HTMLElement>('#search-heading');
export const resultLinks = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-part="results"] li a')];
const resultItems = () => [...document.querySelectorAll<HTMLElement>('[data-part="results"] li')];
export const isSeen = (element: HTMLElement | null): element is HTMLElement => element !== null && element.getClientRects().length > 0;

/** Where the reader is. */
export const placeOf = (results: number): Place => ({
  top: Math.round(scrollY),
  list: Math.round(list()?.scrollTop ?? 0),
  results,
  first: firstSeen(),
});

/** The list scrolls in a box of its own, or with the page where that is narrow. */
const hasBox = () => (list()?.scrollHeight ?? 0) > (list()?.clientHeight ?? 0);
const edge = () => (hasBox() ? (list()?.getBoundingClientRect().top ?? 0) : 0);

const linkIn = (item: Element | undefined) => item?.querySelector('a')?.getBoundingClientRect();

/** Items are measured first, then the link in one: measuring all links would lay out those of items that are not drawn. */
function firstSeen(): Place['first'] {
  const top = edge();
  const items = resultItems();
  const first = items.findIndex((item) => item.getBoundingClientRect().bottom > top);
  const at = (linkIn(items[first])?.bottom ?? 0) > top ? first : first + 1;
  const link = linkIn(items[at]);
  return at <= 0 || !link ? null : { at, offset: Math.round(link.top - top) };
}

function putFirst({ at, offset }: NonNullable<Place['first']>): void {
  const item = resultItems()[at];
  const link = linkIn(item);
  if (!item || !link || !isSeen(item)) return;
  const by = { top: link.top - edge() - offset, behavior: 'instant' } as const;
  if (hasBox()) list()?.scrollBy(by);
  else scrollBy(by);
}

export const listAtTop = (): void => list()?.scrollTo({ top: 0, behavior: 'instant' });

/**
 * Scrolls to where the reader was, or to the start of the article. Where the focus was on something that is no longer seen, as a narrow
 * page shows either the list or the article, it moves: to the article, or to the result that led to the one before.
 */
export function putAt(place: Place | 'start', article: string | null, before: string | null): void {
  scrollTo({ top: place === 'start' ? 0 : place.top, behavior: 'instant' });
  if (place !== 'start') {
    list()?.scrollTo({ top: place.list, behavior: 'instant' });
    if (place.first) putFirst(place.first);
  }
  if (hasFocus()) return;
  if (article !== null) focusOn(document.querySelector<HTMLElement>('[data-part="title"]'));
  else if (before !== null) focusOn(resultLinks().find((link) => askedBy(link)?.article === before) ?? listHeading());
}

/** Where the link that was followed is gone, as when it cleared the dates, moves the focus to what is near. */
export function keepFocus(): void {
  if (!followed || followed.link.isConnected) return;
  const { near } = followed;
  followed = null;
  if (hasFocus()) return;
  const isThere = near?.isConnected
    ? (near.querySelector<HTMLElement>('[tabindex="-1"]') ?? near.querySelector<HTMLElement>('input, a'))
    : null;
  focusOn(isThere ?? listHeading());
}

/** The link that was followed last, and what it stood in. */
let followed: { link: Element; near: Element | null } | null = null;

const hasFocus = () => {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused !== document.body && isSeen(focused);
};
const focusOn = (element: HTMLElement | null) => element?.focus({ preventScroll: true });

/** What a link within this page asks for; null for another link. */
function askedBy(link: Element): Asked | null {
  const href = link.getAttribute('href') ?? '';
  return link.hasAttribute('target') || !/^archive\.html(?:\?|$)/.test(href) ? null : askedIn(href.slice('archive.html'.length));
}

/**
 * Follows links within this page without loading it anew. Gives a function that ends it.
 * @param goBack for the link to the list that one came from
 */
export function followLinks(go: (asked: Asked) => void, goBack: (asked: Asked) => void): () => void {
  const follow = (event: PointerEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = linkAt(event);
    const asked = link && askedBy(link);
    if (!asked) return;
    event.preventDefault();
    if (hasSelected(event)) return;
    // So that the keyboard goes on from the row that was clicked.
    link.focus({ preventScroll: true });
    followed = { link, near: link.closest('.dates, article') };
    if (link.closest('.back')) goBack(asked);
    else go(asked);
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}
