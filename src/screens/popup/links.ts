/**
 * Closes the popup when a link opens its page in front: Firefox leaves it there, over the page (seen in 153). Gives a function that
 * ends it.
 */
export function closeBehindLinks(document: Document, close: () => void): () => void {
  const listener = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
    const isInFront = !ctrlKey && !metaKey && !shiftKey;
    // Later, as the browser opens the page only after the click was heard.
    if (isInFront && target instanceof Element && target.closest('a')) setTimeout(close);
  };
  document.addEventListener('click', listener);
  return () => document.removeEventListener('click', listener);
}
