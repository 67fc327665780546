import browser from 'webextension-polyfill';

// The text of a result can be selected by the mouse, so that its link may not lie over it; still all of its row leads to its article.

const rowAt = (target: EventTarget | null) => (target instanceof Element ? target.closest('.hits li') : null);

/** The link that a click is on, or that of the row that it is in. */
export const linkAt = ({ target }: Event): HTMLAnchorElement | null =>
  target instanceof Element ? (target.closest<HTMLAnchorElement>('a[href]') ?? rowAt(target)?.querySelector('a') ?? null) : null;

/** Whether a click has only ended a selection of text in its row; one from the keyboard, which has no pointer, has not. */
export function hasSelected({ target, pointerType }: PointerEvent): boolean {
  const row = rowAt(target);
  const selection = getSelection();
  return pointerType !== '' && row !== null && selection?.isCollapsed === false && selection.containsNode(row, true);
}

/** Lets the mouse do in rows what the browser does only on links. Gives a function that ends it. */
export function followMouse(): () => void {
  // Else the middle button would scroll the page.
  const pressed = (event: MouseEvent) => {
    if (event.button === 1 && rowAt(event.target)) event.preventDefault();
  };
  const clicked = (event: MouseEvent) => {
    const isForTab = event.button === 1 || (event.button === 0 && (event.ctrlKey || event.metaKey));
    const link = linkAt(event);
    if (isForTab && link && !link.contains(event.target as Node)) void browser.tabs.create({ url: link.href, active: event.shiftKey });
  };
  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener('mousedown', pressed, { signal });
  document.addEventListener('click', clicked, { signal });
  document.addEventListener('auxclick', clicked, { signal });
  return () => ended.abort();
}
