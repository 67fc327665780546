/** `/` goes to the search box; Escape empties it, else closes the popup. Gives a function that ends it. */
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
