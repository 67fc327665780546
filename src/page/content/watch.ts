/** A page that draws its new article after a change of address is quiet again after about this long. */
const QUIET = 200;
const LONGEST_WAIT = 3000;

interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/**
 * Calls `shown` for each page the reader sees: at load, after client-side navigation once the page has settled, and when
 * it comes back from the page cache. A prerendered page counts when it is shown.
 */
export function watchPage(shown: () => Promise<void>): void {
  let address = pageAddress();
  let cancel = () => {};
  const announce = () => {
    // The extension may be gone or updated under a page that stays open; then there is nobody to tell.
    shown().catch(() => undefined);
  };
  const moved = () => {
    if (pageAddress() === address) return;
    address = pageAddress();
    cancel();
    cancel = whenQuiet(announce);
  };
  const navigation = (globalThis as { navigation?: Navigation }).navigation;
  navigation?.addEventListener('currententrychange', moved);
  addEventListener('popstate', moved);
  addEventListener('pageshow', (event) => event.persisted && announce());
  if ((document as { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', announce, { once: true });
  else announce();
}

const pageAddress = () => location.href.replace(/#.*/, '');

/** Calls back once the document has not changed for a moment; gives a function that calls it off. */
function whenQuiet(callback: () => void): () => void {
  const end = () => {
    observer.disconnect();
    clearTimeout(quiet);
    clearTimeout(latest);
  };
  const finish = () => {
    end();
    callback();
  };
  const observer = new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(finish, QUIET);
  });
  let quiet = setTimeout(finish, QUIET);
  const latest = setTimeout(finish, LONGEST_WAIT);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return end;
}
