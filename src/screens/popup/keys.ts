/**
 * `/` goes to the search box; Escape empties it, else closes the popup. Gives a function that ends it.
 * Firefox closes the popup of its toolbar before the page hears of Escape (seen in 153), so that there only the first of these can be.
 */
export function listenToKeys(document: Document, close: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    const search = document.querySelector<HTMLInputElement>('input[type="search"]');
    const isTyping = document.activeElement instanceof HTMLInputElement;
    if (event.key === '/' && search && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (search?.value && document.activeElement === search) search.value = '';
    else close();
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}
